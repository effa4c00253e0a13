import type { ClaimInput } from "./model.ts";

/** Names that hands choose for the same thing; the documented name wins when both are there. */
const ALSO: Partial<Record<ClaimInput["type"], Readonly<Record<string, string>>>> = {
  difference: { previous: "from", now: "to" },
  points: { from: "previous", to: "now" },
  relativeChange: { from: "previous", to: "now" },
  percentOfSamePeriod: { from: "previous", to: "now", actual: "now", samePeriod: "previous" },
  sum: { printed: "total" },
};

/** The document with the documented names of the fields; what has another form is left as it is. */
export function withDocumentedNames(json: unknown): unknown {
  if (!isObject(json)) return json;
  const claims = Array.isArray(json["claims"]) ? json["claims"].map(renamed) : json["claims"];
  const figures = Array.isArray(json["figures"])
    ? json["figures"].map((figure: unknown) => (isObject(figure) && "is" in figure ? { ...figure, is: renamed(figure["is"]) } : figure))
    : json["figures"];
  return { ...json, ...("claims" in json && { claims }), ...("figures" in json && { figures }) };
}

function renamed(claim: unknown): unknown {
  if (!isObject(claim)) return claim;
  const also = ALSO[claim["type"] as ClaimInput["type"]];
  if (!also) return claim;
  const entries = Object.entries(claim).map(([key, value]) => [also[key] !== undefined && !(also[key] in claim) ? also[key] : key, value]);
  return Object.fromEntries(entries) as unknown;
}

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
