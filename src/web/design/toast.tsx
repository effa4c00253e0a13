import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import classes from "./toast.module.css";

type Say = (text: string, undo?: { readonly label: string; readonly run: () => void }) => void;
interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: { readonly label: string; readonly run: () => void };
}

const ToastContext = createContext<Say>(() => undefined);

/** Says shortly that something is done: `const say = useToast(); say(t("…"))`; errors stay on the page instead. */
export const useToast = (): Say => useContext(ToastContext);

const SHOWN_MS = 8_000;
let made = 0;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const say = useCallback<Say>(
    (text, undo) => {
      const id = ++made;
      setToasts((all) => [...all.slice(-2), undo ? { id, text, undo } : { id, text }]);
      setTimeout(() => drop(id), SHOWN_MS);
    },
    [drop],
  );
  return (
    <ToastContext value={say}>
      {children}
      <output className={`${classes["area"]} no-print`}>
        {toasts.map((toast) => (
          <div key={toast.id} className={classes["toast"]}>
            <span>{toast.text}</span>
            {toast.undo && (
              <button type="button" className={classes["undo"]} onClick={() => (toast.undo!.run(), drop(toast.id))}>
                {toast.undo.label}
              </button>
            )}
          </div>
        ))}
      </output>
    </ToastContext>
  );
}
