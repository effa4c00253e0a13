import "@mantine/core/styles/CloseButton.layer.css";
import "@mantine/core/styles/Drawer.layer.css";
import "@mantine/core/styles/ModalBase.layer.css";
import "@mantine/core/styles/Overlay.layer.css";
import "@mantine/core/styles/Paper.layer.css";
import { Drawer as MantineDrawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../text/text.tsx";
import classes from "./drawer.module.css";

/** A side sheet over the page, the whole width on a phone: "Nguồn số liệu" and other looks behind a thing. */
export function Drawer({ open, title, onClose, children }: { open: boolean; title: string; onClose: () => void; children: ReactNode }) {
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
