import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the page goes to paper: what is only printed need not stand in the page before. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia("print");
    // the browser takes the page as it stands when this returns
    const change = () => flushSync(() => setPrinting(paper.matches));
    paper.addEventListener("change", change);
    return () => paper.removeEventListener("change", change);
  }, []);
  return printing;
}
