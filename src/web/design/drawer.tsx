import { lazy } from "react";
import { LaterWindow } from "./later-window.tsx";
import type { DrawerProps } from "./window-props.ts";

const DrawerWindow = lazy(() => import("./drawer-window.tsx"));

/** A side sheet over the page, the whole width on a phone: "Nguồn số liệu" and other looks behind a thing. */
export function Drawer(props: DrawerProps) {
  return (
    <LaterWindow open={props.open}>
      <DrawerWindow {...props} />
    </LaterWindow>
  );
}
