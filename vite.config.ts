import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The pages: built from src/web to dist/web, every file named by its content. */
export default defineConfig({
  root: "src/web",
  plugins: [react()],
  server: { proxy: { "/api": "http://127.0.0.1:4300" } },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    // data: addresses are refused by the content security of fonts and scripts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
