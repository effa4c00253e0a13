import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** After going to another page the keyboard continues at its beginning, as it would after a full load. Filters and tabs move nothing. */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname]);
}
