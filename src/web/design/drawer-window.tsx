import "@mantine/core/styles/CloseButton.layer.css";
import "@mantine/core/styles/Drawer.layer.css";
import "@mantine/core/styles/ModalBase.layer.css";
import "@mantine/core/styles/Overlay.layer.css";
import "@mantine/core/styles/Paper.layer.css";
import { Drawer as MantineDrawer } from "@mantine/core";
import { useText } from "../text/text.tsx";
import classes from "./drawer.module.css";
import type { DrawerProps } from "./window-props.ts";

export default function DrawerWindow({ open, title, onClose, children }: DrawerProps) {
  const t = useText();
  return (
    <MantineDrawer.Root opened={open} onClose={onClose} lockScroll={false} position="right" size="min(560px, 100vw)">
      <MantineDrawer.Overlay />
      <MantineDrawer.Content>
        {/* not the library's header element, which would be a second banner of the page */}
        <div className={classes["head"]}>
          <MantineDrawer.Title className={classes["title"]}>{title}</MantineDrawer.Title>
          <MantineDrawer.CloseButton aria-label={t("web.close")} size="lg" />
        </div>
        <MantineDrawer.Body className={classes["body"]}>{children}</MantineDrawer.Body>
      </MantineDrawer.Content>
    </MantineDrawer.Root>
  );
}
