import type { RoundPageView } from "../../workflow/contract.ts";

/** What a tab of the round's page is given: the round and the result set that is open. */
export interface OfRound {
  readonly page: RoundPageView;
  readonly setId: string;
}

/** May the round still be worked on by this person? */
export const isOpen = ({ round, may }: RoundPageView): boolean => round.closedOn === null && may.review;
