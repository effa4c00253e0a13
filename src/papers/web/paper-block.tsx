import type { CSSProperties, ReactNode } from "react";
import { bodyGrid, type GridCell, headGrid } from "../grid.ts";
import { type Block, fieldLabel, plainText, RECIPIENTS, type SignatureColumn, type Table, type Words } from "../paper.ts";
import classes from "./paper-view.module.css";

interface Props {
  readonly block: Block;
  /** letters of the body in points */
  readonly size: number;
  readonly words: (words: Words) => ReactNode;
  readonly qr: (text: string) => ReactNode;
}

/** A block of the body of a paper. */
export function PaperBlock({ block, size, words, qr }: Props): ReactNode {
  switch (block.kind) {
    case "heading":
      return <h3 className={block.align === "center" ? classes["middle"] : classes["title"]}>{block.text}</h3>;
    case "paragraph": {
      const align = block.align ?? "justify";
      return <p className={`${classes[align]} ${(block.indent ?? align === "justify") ? classes["indent"] : ""}`}>{words(block.words)}</p>;
    }
    case "list": {
      const List = block.mark === "number" ? "ol" : "ul";
      return (
        <List className={block.mark === "number" ? classes["numbers"] : classes["dashes"]}>
          {block.items.map((item) => (
            <li key={plainText(item)}>{words(item)}</li>
          ))}
        </List>
      );
    }
    case "table":
      return <PaperTable table={block} size={size} />;
    case "signatures":
      return (
        <div className={classes["signatures"]} style={{ gridTemplateColumns: `repeat(${block.columns.length}, 1fr)` }}>
          {block.columns.map((column, i) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Signature key={i} column={column} />
          ))}
        </div>
      );
    case "fields":
      return (
        <div className={classes["fields"]}>
          {block.fields.map((field, i) => (
            // oxlint-disable-next-line react/no-array-index-key
            <p key={i} className={classes["field"]} style={{ flexGrow: field.share ?? 1 }}>
              <span>{fieldLabel(field.label)}</span>
              <span className={field.value ? classes["value"] : classes["dotted"]}>{field.value}</span>
            </p>
          ))}
        </div>
      );
    case "dots":
      return Array.from({ length: block.lines }, (_, i) => <div key={i} className={classes["dots"]} />);
    case "note":
      return <p className={classes["note"]}>{words(block.words)}</p>;
    case "qr":
      return (
        <figure className={classes["qr"]} style={{ "--millimetres": block.millimetres } as CSSProperties}>
          {qr(block.text)}
          {block.caption && <figcaption>{block.caption}</figcaption>}
        </figure>
      );
    case "pageBreak":
      return <div className={classes["break"]} />;
  }
}

function PaperTable({ table, size }: { table: Table; size: number }) {
  const all = table.columns.reduce((sum, column) => sum + column.width, 0);
  const cell = ({ align, bold, text, span, rows }: GridCell, Cell: "th" | "td", key: number) => (
    <Cell key={key} colSpan={span} rowSpan={rows} className={`${classes[align]} ${bold ? classes["strong"] : ""}`} scope={Cell === "th" && span === 1 ? "col" : undefined}>
      {text}
    </Cell>
  );
  const line = (cells: readonly GridCell[], Cell: "th" | "td", key: number) => <tr key={key}>{cells.map((one, i) => cell(one, Cell, i))}</tr>;
  return (
    // a wide table scrolls in its own box on a phone: reached with the keyboard too
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes["scroll"]} tabIndex={0} role="group" aria-label={table.head[0]?.map((one) => one.text).join(", ")}>
      <table className={classes["table"]} style={{ fontSize: `${(table.size ?? 12) / size}em` }}>
        <colgroup>
          {table.columns.map((column, i) => (
            // oxlint-disable-next-line react/no-array-index-key
            <col key={i} style={{ width: `${(column.width / all) * 100}%` }} />
          ))}
        </colgroup>
        <thead>{headGrid(table).map((cells, i) => line(cells, "th", i))}</thead>
        <tbody>{bodyGrid(table).map((cells, i) => line(cells, "td", i))}</tbody>
      </table>
    </div>
  );
}

function Signature({ column: { lines, note, name, recipients } }: { column: SignatureColumn }) {
  if (recipients)
    return (
      <div className={classes["recipients"]}>
        <p>
          <b>
            <em>{RECIPIENTS}</em>
          </b>
        </p>
        {recipients.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    );
  return (
    <div className={classes["signature"]}>
      {lines.map((line) => (
        <p key={line} className={classes["strong"]}>
          {line}
        </p>
      ))}
      {note && (
        <p>
          <em>{note}</em>
        </p>
      )}
      {name && <p className={`${classes["strong"]} ${classes["name"]}`}>{name}</p>}
    </div>
  );
}
