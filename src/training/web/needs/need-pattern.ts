import type { Pattern } from "../../../web/design/status-badge.tsx";
import type { NeedState } from "../../needs/rules/need-process.ts";

export const NEED_PATTERN: Readonly<Record<NeedState, Pattern>> = { draft: "plain", confirmed: "dotted", summed: "striped", planned: "solid", declined: "refused" };
