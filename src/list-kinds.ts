import { vacancyList } from "./enterprises/vacancy-list/kind.ts";
import { firmHireList, monthlyJobList } from "./jobs/event-list/kind.ts";
import { labourForm } from "./jobs/labour-status/kind.ts";
import { awayList, overseasList } from "./migration/public.ts";
import { fairSheet } from "./fairs/sheet/kind.ts";
import { personList } from "./registry/person-list/kind.ts";
import { attendanceList } from "./training/lists/attendance-list.ts";
import { classList } from "./training/lists/class-list.ts";
import { learnerList } from "./training/lists/learner-list.ts";
import { needList } from "./training/needs/list/kind.ts";
import { outcomeList } from "./training/outcomes/list/kind.ts";
import { selfTaughtList } from "./training/self-taught/list/kind.ts";
import type { AnyListKind } from "./registry/public.ts";

/** Every list that offices bring in through the machinery of lists, in the order of the chooser. */
export const listKinds: readonly AnyListKind[] = [personList, needList, classList, learnerList, attendanceList, outcomeList, selfTaughtList, monthlyJobList, firmHireList, vacancyList, labourForm, overseasList, awayList, fairSheet];
