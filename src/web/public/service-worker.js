// Keeps the files of the program so that it opens on a bad network. Answers of /api are never kept: no data of people lies in the browser.
const SHELL = "sinhke-shell";
const FILES = "sinhke-files";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function openShell(request) {
  const shell = await caches.open(SHELL);
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await keepShell(shell, fresh.clone());
    return fresh;
  } catch (cause) {
    const kept = await shell.match("/");
    if (!kept) throw cause;
    return kept;
  }
}

const entryOf = (html) => /\/assets\/index-[^"]+\.js/.exec(html)?.[0];

/** With a new version of the program the files of the old one go. */
async function keepShell(shell, fresh) {
  const kept = await shell.match("/");
  if (kept && entryOf(await kept.text()) !== entryOf(await fresh.clone().text())) await caches.delete(FILES);
  await shell.put("/", fresh);
}

async function openFile(request) {
  const files = await caches.open(FILES);
  const kept = await files.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await files.put(request, fresh.clone());
  return fresh;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(openShell(request));
  else if (pathname.startsWith("/assets/")) event.respondWith(openFile(request));
});
