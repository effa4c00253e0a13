import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ErrorNotice } from "../notice.tsx";
import { isShown, onShownChange } from "../shown-errors.ts";
import classes from "./frame.module.css";

/** Time for the parts of a page to show their own errors first. */
const PATIENCE_MS = 300;

const failed = (client: QueryClient) =>
  client.getQueryCache().findAll({ type: "active", predicate: (query) => query.state.status === "error" && query.state.fetchStatus === "idle" });

/** No failed request stays silent: what no part of the page shows, the frame shows. */
export function UnshownErrors() {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setError(failed(client).find((query) => !isShown(query.state.error))?.state.error ?? null), PATIENCE_MS);
    };
    const stops = [client.getQueryCache().subscribe(look), onShownChange(look)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [client]);
  if (!error) return null;
  const retry = () => {
    for (const query of failed(client)) void query.fetch();
  };
  return (
    <div className={classes["unshown"]}>
      <ErrorNotice error={error} retry={retry} quiet />
    </div>
  );
}
