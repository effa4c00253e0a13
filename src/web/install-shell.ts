/** Lets the page be installed and start without a network; only files of the program are kept, never data. */
export function installShell(): void {
  if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
}
