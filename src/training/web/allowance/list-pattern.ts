import type { Pattern } from "../../../web/design/status-badge.tsx";

export const LIST_PATTERN: Readonly<Record<string, Pattern>> = { none: "plain", computed: "dotted", signed: "striped", returned: "refused", approved: "striped", paid: "solid", settled: "solid" };
