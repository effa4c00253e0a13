import type { Fragment } from "./evaluate.ts";
import changes from "./fragments/changes.json" with { type: "json" };
import denominators from "./fragments/denominators.json" with { type: "json" };
import plans from "./fragments/plans.json" with { type: "json" };
import rates from "./fragments/rates.json" with { type: "json" };
import second from "./fragments/second.json" with { type: "json" };
import sums from "./fragments/sums.json" with { type: "json" };

/** Written before the first rule of the checker. */
export const firstSet = [...rates, ...sums, ...changes, ...plans, ...denominators] as unknown as readonly Fragment[];
/** Written when the rules were done, to try them on what they had not seen. */
export const secondSet = second as unknown as readonly Fragment[];
