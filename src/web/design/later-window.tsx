import { type ReactNode, Suspense, useEffect, useState } from "react";

/** The code of a window is fetched when it first opens; when it closes, the keyboard returns to what opened it. */
export function LaterWindow({ open, children }: { open: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  useEffect(() => {
    if (!open) return undefined;
    const opener = document.activeElement;
    return () => void setTimeout(() => returnTo(opener));
  }, [open]);
  return wanted && <Suspense>{children}</Suspense>;
}

/** Nobody else has taken the keyboard meanwhile, or it is still in the window that closes. */
function returnTo(opener: Element | null): void {
  const now = document.activeElement;
  if (opener instanceof HTMLElement && opener.isConnected && (now === null || now === document.body || now.closest('[role="dialog"]'))) opener.focus();
}
