import { openConfig } from "../../platform/config.ts";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PaperTemplate } from "./rules/template.ts";
import { templatesOf } from "./templates.ts";

/** The program's own forms. */
export const testTemplates = (): readonly PaperTemplate[] => templatesOf({ config: openConfig(mkdtempSync(join(tmpdir(), "sinhke-test-data-")), "") });
