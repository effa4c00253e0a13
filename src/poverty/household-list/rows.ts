import { fold } from "../../kernel/text/fold.ts";
import { nameSortKey } from "../../kernel/text/name.ts";
import type { Cell } from "../../platform/bulk.ts";
import { HEAD, NUMBER_ELSEWHERE } from "../../registry/public.ts";
import { birthOf, relationOf } from "./decide-members.ts";
import type { Decision, MemberDecision, NewMembership, Off } from "./decision.ts";
import { PERSON_DIFFERS, POSSIBLE_DUPLICATE } from "./known.ts";
import type { StatusRow } from "./rules/statuses.ts";
import type { SealAhead } from "./seal-ahead.ts";

/** What the rows of one list have in common. */
export interface RowContext {
  /** of a commune */
  readonly batchOf: (unitUid: string) => string;
  readonly resultSetOf: (unitUid: string) => string | null;
  readonly fileName: string;
  readonly sheetNames: readonly string[];
  readonly newId: () => string;
  readonly hamletOf: (decision: Decision) => string;
  readonly seals: SealAhead;
  /** persons whose contradictions an open finding tells already */
  readonly told: ReadonlySet<string>;
  /** whose number somebody in another commune holds too */
  readonly elsewhere: ReadonlySet<MemberDecision>;
}

type Rows = Iterable<readonly Cell[]>;
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: (decisions: readonly Decision[], context: RowContext, off: readonly Off[]) => Rows;
}

/** Names repeat: what is derived from them is kept for the whole list. */
class Names {
  private readonly known = new Map<string, readonly [folded: string, sortKey: string]>();

  of(name: string): readonly [folded: string, sortKey: string] {
    let found = this.known.get(name);
    if (found === undefined) this.known.set(name, (found = [fold(name), nameSortKey(name)]));
    return found;
  }
}

const nameOf = ({ line }: Decision): string => line.head!.name;

function* households(decisions: readonly Decision[], { hamletOf }: RowContext): Rows {
  const names = new Names();
  for (const decision of decisions) {
    if (decision.known) continue;
    const { address, localCode } = decision.line.facts;
    const name = nameOf(decision);
    yield [decision.id, hamletOf(decision), localCode || null, name, ...names.of(name), address || null, decision.from, decision.splitFrom ? "split" : "listed", decision.splitFrom?.id ?? null];
  }
}

function* residences(decisions: readonly Decision[], context: RowContext): Rows {
  for (const decision of decisions) {
    const hamlet = context.hamletOf(decision);
    if (!decision.known) yield [context.newId(), decision.id, hamlet, decision.from, null];
    for (const fact of decision.rewrites.residence) yield [context.newId(), decision.id, fact.hamletId ?? hamlet, fact.from, fact.to];
  }
}

function* persons(decisions: readonly Decision[], { hamletOf }: RowContext): Rows {
  const names = new Names();
  for (const decision of decisions) {
    const hamlet = hamletOf(decision);
    for (const { id, line, known } of decision.members) {
      if (known) continue;
      const { birthDate, birthYear, precision } = birthOf(line);
      yield [id, hamlet, line.name, ...names.of(line.name), line.sex, birthDate, birthYear, precision, line.ethnic];
    }
  }
}

function* identifiers(decisions: readonly Decision[], { newId, hamletOf, seals, fileName }: RowContext): Rows {
  for (const decision of decisions) {
    const hamlet = hamletOf(decision);
    for (const member of decision.members) {
      if (!member.newNumber) continue;
      const { sealed, lookup, lookup_last4, masked } = seals.take(member);
      yield [newId(), member.id, hamlet, member.line.identity!.type, sealed, lookup, lookup_last4, masked, fileName];
    }
  }
}

const personIdOf = (who: NewMembership["who"]): string => (typeof who === "string" ? who : (who as MemberDecision).id);

function* memberships(decisions: readonly Decision[], { newId, hamletOf }: RowContext): Rows {
  for (const decision of decisions) {
    const { id, line, known, members, rewrites, from } = decision;
    const hamlet = hamletOf(decision);
    if (!known) {
      for (const member of members) {
        const relation = relationOf(member.line, line);
        yield [newId(), id, member.id, hamlet, relation, relation === HEAD, from, null];
      }
    }
    for (const fact of rewrites.membership) yield [newId(), fact.householdId ?? id, personIdOf(fact.who), fact.hamletId ?? hamlet, fact.relation, fact.relation === HEAD, fact.from, fact.to];
  }
}

function* characteristics(decisions: readonly Decision[], { newId, hamletOf }: RowContext): Rows {
  for (const decision of decisions) {
    const hamlet = hamletOf(decision);
    for (const code of decision.characteristics) yield [newId(), decision.id, hamlet, code, decision.from, null];
    for (const fact of decision.rewrites.characteristic) yield [newId(), decision.id, fact.hamletId ?? hamlet, fact.code, fact.from, fact.to];
  }
}

function* assessments(decisions: readonly Decision[], { newId, hamletOf, resultSetOf, fileName, sheetNames }: RowContext): Rows {
  for (const decision of decisions) {
    const { assessment, id, line } = decision;
    if (!assessment) continue;
    const words = assessment.causeText === "" ? "" : `; nguyên nhân: ${assessment.causeText}`;
    yield [newId(), id, hamletOf(decision), resultSetOf(line.commune!), assessment.surveyedOn, assessment.scoreIncome, assessment.scoreDeprivation, assessment.causes, "imported_list",
      `${fileName}, ${sheetNames[line.sheet] ?? ""}, dòng ${assessment.place}${words}`];
  }
}

function statusCells(row: StatusRow, householdId: string, hamlet: string, batchId: string, { newId }: RowContext): readonly Cell[] {
  return [newId(), householdId, row.hamletId ?? hamlet, row.class, row.ruleset, row.statusYear, row.members, row.decisionNo, row.decisionDate, row.signer, row.from, row.to, row.endReason, row.source, batchId];
}

function* statuses(decisions: readonly Decision[], context: RowContext, off: readonly Off[]): Rows {
  for (const decision of decisions) for (const row of decision.status?.added ?? []) yield statusCells(row, decision.id, context.hamletOf(decision), context.batchOf(decision.line.commune!), context);
  for (const { household, unitUid, status } of off) for (const row of status.added) yield statusCells(row, household.id, household.hamletId, context.batchOf(unitUid), context);
}

function* findings(decisions: readonly Decision[], { newId, hamletOf, batchOf, sheetNames, told, elsewhere }: RowContext): Rows {
  for (const decision of decisions) {
    const tell = (code: string, row: number, data: object): readonly Cell[] =>
      [newId(), decision.id, hamletOf(decision), code, JSON.stringify({ batch: batchOf(decision.line.commune!), sheet: sheetNames[decision.line.sheet] ?? "", row, ...data })];
    if (!decision.known && decision.maybe.length > 0) yield tell(POSSIBLE_DUPLICATE, decision.line.row, { households: decision.maybe.slice(0, 20) });
    for (const member of decision.members) {
      const { differs, line, id } = member;
      if (differs.length > 0 && !told.has(id)) yield tell(PERSON_DIFFERS, line.row, { person: id, fields: differs });
      if (elsewhere.has(member)) yield tell(NUMBER_ELSEWHERE, line.row, { person: id });
    }
  }
}

/** In the order of their references. */
export const TABLES: readonly TableRows[] = [
  { table: "household", columns: ["id", "hamlet_id", "local_code", "head_name", "head_name_folded", "sort_key", "address", "valid_from", "formed_by", "formed_from"], rows: households },
  { table: "residence", columns: ["id", "household_id", "hamlet_id", "valid_from", "valid_to"], rows: residences },
  { table: "person", columns: ["id", "hamlet_id", "full_name", "name_folded", "sort_key", "sex", "birth_date", "birth_year", "birth_precision", "ethnicity"], rows: persons },
  { table: "person_identifier", columns: ["id", "person_id", "hamlet_id", "type", "sealed", "lookup", "lookup_last4", "masked", "source"], rows: identifiers },
  { table: "membership", columns: ["id", "household_id", "person_id", "hamlet_id", "relation", "is_head", "valid_from", "valid_to"], rows: memberships },
  { table: "characteristic", columns: ["id", "household_id", "hamlet_id", "code", "valid_from", "valid_to"], rows: characteristics },
  { table: "assessment", columns: ["id", "household_id", "hamlet_id", "result_set_id", "surveyed_on", "score_income", "score_deprivation", "causes", "score_source", "evidence"], rows: assessments },
  {
    table: "recognised_status", rows: statuses,
    columns: ["id", "household_id", "hamlet_id", "class", "ruleset", "status_year", "members", "decision_no", "decision_date", "signer", "valid_from", "valid_to", "end_reason", "source", "batch_id"],
  },
  { table: "finding", columns: ["id", "household_id", "hamlet_id", "code", "data"], rows: findings },
];
