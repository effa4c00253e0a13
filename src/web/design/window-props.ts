import type { ReactNode } from "react";

export interface DrawerProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export interface DialogProps extends DrawerProps {
  /** "top" for a search, whose list grows */
  readonly place?: "middle" | "top";
}
