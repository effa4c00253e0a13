import QRCode from "qrcode";
import { useMemo } from "react";

/** The code as a picture of dark squares; loaded with the first paper that has one. */
export default function QrPicture({ text }: { text: string }) {
  const { size, path } = useMemo(() => {
    const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
    const squares = Array.from({ length: modules.size * modules.size }, (_, i) => [i % modules.size, Math.floor(i / modules.size)] as const);
    return { size: modules.size, path: squares.filter(([x, y]) => modules.get(y, x) === 1).map(([x, y]) => `M${x + 4} ${y + 4}h1v1h-1z`).join("") };
  }, [text]);
  return (
    <svg viewBox={`0 0 ${size + 8} ${size + 8}`} role="img" aria-label={`QR: ${text}`} shapeRendering="crispEdges">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
