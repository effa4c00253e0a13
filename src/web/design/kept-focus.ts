import { useEffect } from "react";

const WINDOW = '[role="dialog"]';

/** What has the keyboard and all it lies in, from the inside out. */
export function trailOf(element: Element | null): readonly Element[] {
  const trail: Element[] = [];
  for (let one = element; one && one !== document.body; one = one.parentElement) trail.push(one);
  return trail;
}

/** Back to the first place of a trail that is still there: the same button, its row, another row of its table, or the beginning of the page. */
export function comeBack(trail: readonly Element[]): void {
  for (const one of [...trail, document.getElementById("main")]) {
    const place = one?.isConnected && one.matches("tbody") ? one.querySelector('tr[tabindex="0"]') : one;
    if (!(place instanceof HTMLElement || place instanceof SVGElement) || !place.isConnected) continue;
    place.focus({ preventScroll: place.id === "main" });
    if (document.activeElement === place) return;
  }
}

/** When what has the keyboard is taken from the page, or is disabled for a while, the keyboard is not lost with it. A window that closes sees to it itself. */
export function useKeptFocus(): void {
  useEffect(() => {
    let trail: readonly Element[] = [];
    const onFocus = ({ target }: FocusEvent) => (trail = trailOf(target as Element));
    const onPointer = () => (trail = []);
    const onChange = () => {
      const at = trail[0];
      if (at === undefined || document.activeElement !== document.body) return;
      const ownWindow = trail.find((one) => one.matches(WINDOW));
      const closes = ownWindow ? !ownWindow.isConnected : document.querySelector(WINDOW) !== null;
      if (!closes && (!at.isConnected || !at.matches(":disabled"))) comeBack(trail);
    };
    const changes = new MutationObserver(onChange);
    changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerdown", onPointer);
    return () => {
      changes.disconnect();
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("pointerdown", onPointer);
    };
  }, []);
}
