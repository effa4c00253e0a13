import type { ReactNode } from "react";
import { Button } from "../../web/design/button.tsx";
import { Drawer } from "../../web/design/drawer.tsx";
import { useUrl } from "../../web/navigation.tsx";
import { useSession } from "../../web/session.ts";

const WRITERS = ["commune", "province"];

export const useMayWrite = (): boolean => WRITERS.includes(useSession().role);

/** A button and the side sheet it opens; which one is open stands in the address. */
export function AddDrawer({ name, label, children }: { name: string; label: string; children: (close: () => void) => ReactNode }) {
  const { values, set } = useUrl();
  const open = values["add"] === name;
  const close = () => set({ add: null }, "replace");
  return (
    <>
      <Button kind="primary" onClick={() => set({ add: name })}>{label}</Button>
      {open && <Drawer open title={label} onClose={close}>{children(close)}</Drawer>}
    </>
  );
}
