import type { ReactNode } from "react";
import { Button } from "../../../web/design/button.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { useUrl } from "../../../web/navigation.tsx";

/** Whether the sheet for a new entry is open, in the address. */
export function useAdding() {
  const { values, set } = useUrl();
  return { adding: values["do"] === "add", begin: () => set({ do: "add" }), end: () => set({ do: null }, "replace") };
}

export function AddButton({ label }: { label: string }) {
  const { begin } = useAdding();
  return (
    <Button kind="primary" onClick={begin}>
      {label}
    </Button>
  );
}

export function AddDrawer({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  const { adding, end } = useAdding();
  return (
    <Drawer open={adding} title={label} onClose={end}>
      {adding && children(end)}
    </Drawer>
  );
}
