import { lazy } from "react";
import { LaterWindow } from "./later-window.tsx";
import type { DialogProps } from "./window-props.ts";

const DialogWindow = lazy(() => import("./dialog-window.tsx"));

/** A window over the page that asks one thing. */
export function Dialog(props: DialogProps) {
  return (
    <LaterWindow open={props.open}>
      <DialogWindow {...props} />
    </LaterWindow>
  );
}
