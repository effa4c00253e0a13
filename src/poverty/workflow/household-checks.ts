import { standing } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { kept, type Tx } from "../../platform/door.ts";
import type { Language } from "../../platform/http/messages.ts";
import { StandardWords } from "../standard-words.ts";

export interface SaidWarning {
  readonly code: string;
  readonly text: string;
}

interface Facts {
  readonly heads: number;
  readonly members: number;
  readonly withoutNumber: number;
  readonly elsewhere: string | null;
}

/** What the registry itself tells of a household on the day of the visit: V7 exactly one head, V8 numbers, V16 a member who also lives in another household. */
export async function householdWarnings({ client }: Tx, householdId: string, on: PlainDate, language: Language): Promise<SaidWarning[]> {
  const { rows } = await client.query<Facts>(kept(
    `with own as (select m.person_id, m.is_head from membership m where m.household_id = $1 and ${standing("m", 2, 3)})
     select count(*) filter (where is_head)::int as heads, count(*)::int as members,
       count(*) filter (where not exists (select from person_identifier i where i.person_id = own.person_id and i.voided_at is null))::int as "withoutNumber",
       (select string_agg(distinct h.head_name, ', ') from person_identifier i
          join person_identifier other on other.lookup = i.lookup and other.person_id <> i.person_id and other.voided_at is null
          join membership m on m.person_id = other.person_id and ${standing("m", 2, 3)} join household h on h.id = m.household_id and h.voided_at is null
        where i.voided_at is null and i.person_id in (select person_id from own)) as elsewhere
     from own`,
    [householdId, on, "infinity"],
  ));
  const { heads, members, withoutNumber, elsewhere } = rows[0]!;
  const words = new StandardWords(undefined, language);
  const say = (code: string, data: Record<string, unknown>): SaidWarning => ({ code, text: words.said({ code, data }) });
  return [
    ...(heads === 1 ? [] : [say("poverty.v7", { heads })]),
    ...(withoutNumber === 0 ? [] : [say("poverty.v8", { count: withoutNumber, members })]),
    ...(elsewhere === null ? [] : [say("poverty.v16", { names: elsewhere })]),
  ];
}
