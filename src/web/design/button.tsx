import { Button as MantineButton } from "@mantine/core";
import type { MouseEvent, ReactNode } from "react";
import { useLinkProps } from "@tanstack/react-router";
import type { Target } from "../navigation.tsx";
import classes from "./button.module.css";

export interface ButtonProps {
  /** the verb */
  readonly children: ReactNode;
  readonly onClick?: () => void;
  /** one primary button a page; "danger" only for what cannot be taken back */
  readonly kind?: "primary" | "secondary" | "quiet" | "danger";
  readonly size?: "normal" | "small";
  readonly type?: "button" | "submit";
  readonly disabled?: boolean;
  /** shows that it works, and cannot be pressed twice */
  readonly busy?: boolean;
  readonly full?: boolean;
  readonly title?: string;
}

const VARIANT = { primary: "filled", secondary: "default", quiet: "subtle", danger: "filled" } as const;

const look = ({ kind = "secondary", size, full }: Pick<ButtonProps, "kind" | "size" | "full">) => ({
  variant: VARIANT[kind],
  ...(kind === "danger" ? { color: "var(--refused-fill)" } : {}),
  fullWidth: full ?? false,
  classNames: { root: `${classes["root"]} ${size === "small" ? classes["small"] : ""}`, label: classes["label"] ?? "" },
});

/** While it works it keeps the keyboard: a button that is really disabled would lose it. */
export function Button({ children, onClick, type = "button", disabled, busy, title, ...rest }: ButtonProps) {
  const press = (event: MouseEvent) => (busy ? event.preventDefault() : onClick?.());
  return (
    <MantineButton {...look(rest)} type={type} disabled={disabled ?? false} mod={{ busy }} aria-busy={busy} aria-disabled={busy} title={title} onClick={press}>
      {children}
    </MantineButton>
  );
}

/** A link in the dress of a button. */
export function LinkButton({ to, params, search, children, ...rest }: Target & Pick<ButtonProps, "kind" | "size" | "full" | "children">) {
  const props = useLinkProps({ to, params: params as never, search: (search ?? {}) as never });
  return (
    <MantineButton component="a" {...look(rest)} {...(props as object)}>
      {children}
    </MantineButton>
  );
}
