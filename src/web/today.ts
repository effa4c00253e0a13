import { dateInVietnam, type PlainDate } from "../kernel/date.ts";

export const today = (): PlainDate => dateInVietnam(Date.now());
