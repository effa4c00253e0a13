import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { AppError } from "../kernel/error.ts";
import type { Services } from "../platform/feature.ts";
import { folderOf } from "../platform/resources.ts";
import { issuesText } from "../poverty/public.ts";
import type { Documents } from "../poverty/rules/documents.ts";
import { FactList, type FactEntry, type Group, type Policy, PolicyFile, type Receiver, ReceiverList, type Value } from "./rules/policy-shape.ts";
import vi from "./messages.vi.json" with { type: "json" };

const SupportFile = z.discriminatedUnion("kind", [PolicyFile, FactList, ReceiverList]);
type SupportFile = z.infer<typeof SupportFile>;

/** All policies in use with what they refer to. Documents by number, of all files together. */
export interface Policies {
  readonly policies: readonly Policy[];
  readonly parameters: readonly Value[];
  readonly groups: readonly Group[];
  readonly documents: Documents;
  readonly facts: readonly FactEntry[];
  readonly receivers: readonly Receiver[];
}

const BUILT_IN = "src/support/policies";

/**
 * The policies of the built-in folder and of an authority's own. A policy with an id and scope that exist takes the place of the
 * built-in one, as do a parameter, a group, a fact and a receiver of the same id; a new one is added.
 * @throws AppError invalid "support.policiesInvalid" (file, problems) · "support.policyTwice" · "support.referenceMissing"
 */
export function loadPolicies(folder: string = folderOf(BUILT_IN), extraFolder?: string): Policies {
  const policies = new Map<string, Policy>();
  const [parameters, groups, facts, receivers] = [new Map<string, Value>(), new Map<string, Group>(), new Map<string, FactEntry>(), new Map<string, Receiver>()];
  const documents: Documents = {};
  for (const each of extraFolder === undefined ? [folder] : [folder, extraFolder]) {
    const seen = new Map<string, string>();
    for (const name of readdirSync(each).filter((file) => file.endsWith(".json")).sort()) {
      const file = readFile(join(each, name));
      if (file.kind === "facts") for (const entry of file.entries) facts.set(`${entry.of} ${entry.code}`, entry);
      else if (file.kind === "receivers") for (const entry of file.entries) receivers.set(entry.id, entry);
      else {
        Object.assign(documents, file.documents);
        for (const one of file.parameters) parameters.set(one.id, one);
        for (const one of file.groups) groups.set(one.id, one);
        for (const policy of file.policies) {
          const key = `${policy.id} ${policy.scope}`;
          const other = seen.get(key);
          if (other !== undefined) throw new AppError("invalid", "support.policyTwice", { policy: policy.id, file: name, other });
          seen.set(key, name);
          policies.set(key, policy);
        }
      }
    }
  }
  const loaded = { policies: [...policies.values()], parameters: [...parameters.values()], groups: [...groups.values()], documents, facts: [...facts.values()], receivers: [...receivers.values()] };
  refuseLooseEnds(loaded);
  return loaded;
}

function readFile(path: string): SupportFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new AppError("invalid", "support.policiesNotJson", { file: basename(path), reason: (error as Error).message });
  }
  const result = SupportFile.safeParse(json, { reportInput: true });
  if (result.success) return result.data;
  throw new AppError("invalid", "support.policiesInvalid", { file: basename(path), problems: issuesText(result.error.issues, "vi", vi) });
}

/** A condition on a fact that nobody can be asked, a group or receiver without a name, a parameter that is not there. */
function refuseLooseEnds({ policies, parameters, groups, facts, receivers }: Policies): void {
  const factKeys = new Set(facts.map(({ of, code }) => `${of} ${code}`));
  const kinds = { household: "household", person: "person", commune: "commune", communeLeft: "commune", number: "number" } as const;
  for (const policy of policies) {
    const missing: string[] = [];
    for (const condition of policy.ways.flatMap(({ all }) => all))
      if ("code" in condition && !factKeys.has(`${kinds[condition.fact]} ${condition.code}`)) missing.push(condition.code);
    if (policy.group !== null && !groups.some(({ id }) => id === policy.group!.id)) missing.push(policy.group.id);
    if (policy.receiver !== null && !receivers.some(({ id }) => id === policy.receiver)) missing.push(policy.receiver);
    const parameter = policy.benefit.amount?.parameter;
    if (parameter !== undefined && !parameters.some(({ id }) => id === parameter)) missing.push(parameter);
    if (missing.length > 0) throw new AppError("invalid", "support.referenceMissing", { policy: policy.id, names: [...new Set(missing)].join(", ") });
  }
}

const loaded = new Map<string, Policies>();

/** The policies in use, read once: the built-in ones and those that an authority lays in `policies` of the data folder. */
export function policiesOf({ config }: Pick<Services, "config">): Policies {
  const folder = join(config.data, "policies");
  const own = existsSync(folder) ? folder : undefined;
  const found = loaded.get(own ?? "") ?? loadPolicies(folderOf(BUILT_IN), own);
  loaded.set(own ?? "", found);
  return found;
}

/** Errors: not_found "support.policyUnknown". */
export function getPolicy(policies: readonly Policy[], id: string): Policy {
  const found = policies.find((policy) => policy.id === id);
  if (!found) throw new AppError("not_found", "support.policyUnknown", { policy: id, known: [...new Set(policies.map((one) => one.id))].join(", ") });
  return found;
}
