import { lazy, Suspense } from "react";
import { useText } from "../../../web/text/text.tsx";
import { type PageOf, useSource } from "./source-state.ts";

const Opened = lazy(() => import("./source-opened.tsx"));

/** "Nguồn số liệu": what a number is made of, down to its records. Loaded when first opened. */
export function SourceDrawer(page: PageOf) {
  const t = useText();
  const { indicator } = useSource();
  if (indicator === undefined) return null;
  return (
    <Suspense fallback={<output className="visually-hidden">{t("web.loading")}</output>}>
      <Opened {...page} />
    </Suspense>
  );
}
