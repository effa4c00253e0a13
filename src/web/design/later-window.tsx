import { type ReactNode, Suspense, useEffect, useState } from "react";
import { comeBack, trailOf } from "./kept-focus.ts";

/** The code of a window is fetched when it first opens; when it closes, the keyboard returns to what opened it. */
export function LaterWindow({ open, children }: { open: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  useEffect(() => {
    if (!open) return undefined;
    const trail = trailOf(document.activeElement);
    return () => void setTimeout(() => isFree() && comeBack(trail));
  }, [open]);
  return wanted && <Suspense>{children}</Suspense>;
}

/** Nobody else has taken the keyboard meanwhile, or it is still in the window that closes. */
function isFree(): boolean {
  const now = document.activeElement;
  return now === null || now === document.body || now.closest('[role="dialog"]') !== null;
}
