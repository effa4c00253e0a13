import type { PlainDate } from "../../../kernel/date.ts";
import type { AreaClass } from "./policy-shape.ts";

/** A group that somebody belongs to; without days it counts whenever it is asked. Both days included. */
export interface HeldGroup {
  readonly code: string;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** One learner in one class. null: not known. Money in whole đồng, distance in metres. */
export interface AllowanceCase {
  readonly openedOn: PlainDate;
  readonly endedOn: PlainDate | null;
  readonly enrolledOn: PlainDate | null;
  /** code of the province, for its own policies and top-ups */
  readonly province: string | null;
  /** id of a policy that is to be used, whatever the groups say */
  readonly policy: string | null;
  readonly groups: readonly HeldGroup[] | null;
  /** of this learner for the whole course; to the day of death where there is one */
  readonly actualCost: number | null;
  readonly provincialNorm: number | null;
  /** distinct days with at least one session attended */
  readonly attendedDays: number | null;
  readonly distanceMetres: number | null;
  readonly area: AreaClass | null;
  readonly previousSupports: number | null;
  readonly jobLossConfirmed: boolean | null;
  /** supported for this training under another State policy */
  readonly otherSupport: boolean | null;
  readonly birthDate: PlainDate | null;
  readonly age: number | null;
  readonly diedOn: PlainDate | null;
  /** end of military or police duty or of volunteering */
  readonly dutyEndedOn: PlainDate | null;
  readonly changesJob: boolean | null;
}
