import type { Pattern } from "../../../web/design/status-badge.tsx";
import type { ClassStateName } from "../../rules/class-state.ts";
import type { EnrolmentStateName } from "../../rules/enrolment-state.ts";

export const CLASS_PATTERN: Readonly<Record<ClassStateName, Pattern>> = {
  planned: "plain", approved: "dotted", opened: "striped", running: "solid", exam: "solid", closed: "striped", settled: "plain", cancelled: "refused",
};

export const LEARNER_PATTERN: Readonly<Record<EnrolmentStateName, Pattern>> = {
  registered: "plain", admitted: "dotted", studying: "solid", dropped: "refused", examined: "striped", passed: "solid", failed: "refused", certified: "solid",
};

/** "2.5" is "2,5" on a page. */
export const decimalWords = (text: string | null): string => (text === null ? "—" : text.replace(".", ","));
