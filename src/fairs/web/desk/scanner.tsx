import { useEffect, useRef, useState } from "react";
import { Hint } from "../../../web/design/layout.tsx";
import { useText } from "../../../web/text/text.tsx";
import classes from "./desk.module.css";

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type WithDetector = { readonly BarcodeDetector?: new (options: { formats: readonly string[] }) => Detector };

const detectorOf = () => (globalThis as WithDetector).BarcodeDetector;

/** Whether this browser reads codes by itself (phones with Android do) and gives its camera. */
export const canScan = (): boolean => detectorOf() !== undefined && typeof navigator.mediaDevices?.getUserMedia === "function";

const LOOK_MS = 250;

/** The camera, until a code was read. */
export function Scanner({ onRead }: { onRead: (text: string) => void }) {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onRead);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    latest.current = onRead;
  }, [onRead]);
  useEffect(() => {
    const Made = detectorOf();
    if (!Made) return;
    const detector = new Made({ formats: ["qr_code"] });
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    let over = false;
    const look = async (): Promise<void> => {
      const [code] = video.current ? await detector.detect(video.current).catch(() => []) : [];
      if (!code || over) return;
      over = true;
      latest.current(code.rawValue);
    };
    const begin = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (over || !video.current) return stream.getTracks().forEach((track) => track.stop());
      video.current.srcObject = stream;
      await video.current.play();
      timer = setInterval(() => void look(), LOOK_MS);
    };
    begin().catch(() => setRefused(true));
    return () => {
      over = true;
      clearInterval(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  if (refused) return <Hint>{t("fairs.desk.noCamera")}</Hint>;
  return (
    // a picture of the pass, without sound
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <video ref={video} className={classes["video"]} muted playsInline aria-label={t("fairs.desk.camera")} />
  );
}
