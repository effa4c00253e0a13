import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { makeQueryClient } from "./data.ts";
import { DesignProvider } from "./design/provider.tsx";
import { installShell } from "./install-shell.ts";
import { makeRouter } from "./router.tsx";
import { sendToSignIn } from "./signed-out.ts";
import { loadCatalog } from "./text/catalog.ts";
import { storedLanguage, TextProvider } from "./text/text.tsx";

const language = storedLanguage();
const catalog = await loadCatalog(language);
const client = makeQueryClient();
const router = makeRouter(client);
sendToSignIn(client, router);

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <TextProvider first={{ language, catalog }}>
      <DesignProvider>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DesignProvider>
    </TextProvider>
  </StrictMode>,
);
installShell();
