const MOMENT = "$3::timestamptz";
export const EVERYTHING = "'infinity'::timestamptz";

/** SQL of the two times. In the queries of this feature parameter 3 is the moment of knowing. */
export const known = (alias: string, moment = MOMENT): string => `${alias}.recorded_at <= ${moment} and (${alias}.voided_at is null or ${alias}.voided_at > ${moment})`;

/** Valid on a day (an SQL expression) and known. */
export const standingOn = (alias: string, day: string): string => `${alias}.valid_from <= ${day} and (${alias}.valid_to is null or ${alias}.valid_to > ${day}) and ${known(alias)}`;

/** Households that ended or were taken back: few (index household_gone), so that not every household need be read. */
const GONE = (status: string): string =>
  `left join household g on g.id = ${status}.household_id and (g.valid_to is not null or g.voided_at is not null)`;

/** A status does not outlast its household; one of a household taken back does not count. Half open, open ends at infinity. */
const END = (status: string): string => `least(coalesce(${status}.valid_to, 'infinity'), coalesce(g.valid_to, 'infinity'))`;
const householdStands = (moment = MOMENT): string => `(g.voided_at is null or g.voided_at > ${moment})`;

/** Statuses that count on a day: `st`, the household's end in `g`. */
export const STATUSES = `recognised_status st ${GONE("st")}`;
export const countsOn = (day: string): string => `st.valid_from <= ${day} and ${END("st")} > ${day} and ${known("st")} and ${householdStands()}`;

/** Households living in a hamlet on a day, as the registry has it: residences `re`, the household's end in `g`. */
export const RESIDENCES = `residence re ${GONE("re")}`;
export const livesOn = (day: string): string => `re.valid_from <= ${day} and ${END("re")} > ${day} and ${known("re")} and ${householdStands()}`;

/** Statuses that count, put together by the days they hold. `hamlets` is a relation with a column `id`. */
export const spansOfRecords = (hamlets: string, moment?: string): string => `
  select st.hamlet_id, st.class, st.ruleset, st.valid_from, ${END("st")} as valid_to, count(*)::int as households, sum(st.members)::int as persons
    from ${hamlets} as counted join recognised_status st on st.hamlet_id = counted.id ${GONE("st")}
    where ${known("st", moment)} and ${householdStands(moment)} and ${END("st")} > st.valid_from
    group by 1, 2, 3, 4, 5`;

/** Residences put together by the days they hold, so that one pass gives every day. */
export const spansOfRegistry = (hamlets: string): string => `
  select re.hamlet_id, re.valid_from, ${END("re")} as valid_to, count(*) as households
    from ${hamlets} as counted join residence re on re.hamlet_id = counted.id ${GONE("re")}
    where ${known("re")} and ${householdStands()} and ${END("re")} > re.valid_from
    group by 1, 2, 3`;
