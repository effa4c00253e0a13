import { type DragEvent, useId, useRef, useState } from "react";
import { useText } from "../text/text.tsx";
import { Button } from "./button.tsx";
import classes from "./file-drop.module.css";

export interface FileDropProps {
  /** "Thả tệp danh sách hộ vào đây" */
  readonly label: string;
  /** what is accepted and how large: "xlsx, xls, csv; tối đa 120 MB" */
  readonly hint?: string;
  /** ".xlsx,.xls,.csv" */
  readonly accept?: string;
  readonly busy?: boolean;
  readonly onFile: (file: File) => void;
}

export function FileDrop({ label, hint, accept, busy, onFile }: FileDropProps) {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  };
  return (
    <div
      className={`${classes["drop"]} ${over ? classes["over"] : ""}`}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id} className={classes["label"]}>
        {label}
      </label>
      {hint && <p className={classes["hint"]}>{hint}</p>}
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        disabled={busy}
        tabIndex={-1}
        className={classes["input"]}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button kind="primary" busy={busy ?? false} onClick={() => input.current?.click()}>
        {t("web.file.choose")}
      </Button>
    </div>
  );
}
