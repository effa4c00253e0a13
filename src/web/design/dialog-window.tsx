import "@mantine/core/styles/CloseButton.layer.css";
import "@mantine/core/styles/Modal.layer.css";
import "@mantine/core/styles/ModalBase.layer.css";
import "@mantine/core/styles/Overlay.layer.css";
import "@mantine/core/styles/Paper.layer.css";
import { Modal } from "@mantine/core";
import { useText } from "../text/text.tsx";
import classes from "./drawer.module.css";
import type { DialogProps } from "./window-props.ts";

export default function DialogWindow({ open, title, onClose, place = "middle", children }: DialogProps) {
  const t = useText();
  return (
    <Modal.Root opened={open} onClose={onClose} lockScroll={false} centered={place === "middle"} size={place === "top" ? "lg" : "md"} yOffset="8vh">
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes["head"]}>
          <Modal.Title className={classes["title"]}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t("web.close")} size="lg" />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
