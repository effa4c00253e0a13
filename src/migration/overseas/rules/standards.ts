import { z } from "zod";
import { DateText, hasSource, legalFields, LegalNumber, SOURCE_MISSING, Words } from "../../../poverty/rules/certainty.ts";

/** The legal forms of going abroad (Điều 5 Luật 69/2020/QH14) and whether the sender of each must hold a licence; null: not known. */
export const OverseasForms = z.strictObject({
  kind: z.literal("overseas_forms"),
  forms: z.array(z.strictObject({
    code: z.enum(["dvsn", "dn_dich_vu", "dn_trung_thau", "dn_dau_tu", "thuc_tap_nang_cao", "ca_nhan"]),
    name: Words,
    licence: z.strictObject({ needs: z.enum(["overseas", "none"]).nullable(), ...legalFields }).refine(hasSource, SOURCE_MISSING),
  })),
});
export type OverseasForm = z.infer<typeof OverseasForms>["forms"][number];
export const FORM_CODES = ["dvsn", "dn_dich_vu", "dn_trung_thau", "dn_dau_tu", "thuc_tap_nang_cao", "ca_nhan"] as const;

/** Countries by ISO 3166-1, those that workers go to most first. `words`: other ways of writing them, folded. */
export const OverseasMarkets = z.strictObject({
  kind: z.literal("overseas_markets"),
  markets: z.array(z.strictObject({ code: z.string().regex(/^[A-Z]{2}$/), name: Words, words: z.array(z.string()) })),
});
export type OverseasMarket = z.infer<typeof OverseasMarkets>["markets"][number];

/** Procedure 2.002820: who decides, in which term, with which papers. */
export const RequestStandard = z.strictObject({
  kind: z.literal("overseas_request"),
  code: z.string(),
  name: Words,
  decidedBy: z.strictObject({ level: z.literal("province"), ...legalFields }).refine(hasSource, SOURCE_MISSING),
  term: z.strictObject({ value: z.int().min(0).nullable(), unit: z.enum(["working_days", "days"]), ...legalFields }).refine(hasSource, SOURCE_MISSING),
  documents: z.strictObject({ items: z.array(Words), ...legalFields }).refine(hasSource, SOURCE_MISSING),
});
export type RequestStandard = z.infer<typeof RequestStandard>;

/** Groups that a support asks for. poor and near_poor are the household's class; the others are the seven groups of Điều 14 Luật Việc làm 2025. */
export const GROUPS = ["poor", "near_poor", "ethnic_minority", "merit", "land_lost", "demobilised", "youth_volunteer", "young_intellectual"] as const;
export type Group = (typeof GROUPS)[number];

/** Supports before leaving, by the day they are given: `from` until before `to`. A level that is not known is null and never measured by. */
export const SupportStandard = z.strictObject({
  kind: z.literal("overseas_support"),
  id: z.string().min(1),
  name: Words,
  from: DateText,
  to: DateText.nullable(),
  /** no groups: whoever the note describes */
  who: z.strictObject({ groups: z.array(z.enum(GROUPS)), ...legalFields }).refine(hasSource, SOURCE_MISSING),
  items: z.array(z.strictObject({
    code: z.string().min(1),
    name: Words,
    /** cap: up to the level; fixed: the level for each unit */
    basis: z.enum(["cap", "fixed"]),
    unit: z.enum(["course", "day", "month", "once"]),
    /** đồng a unit */
    level: LegalNumber,
  })),
});
export type SupportStandard = z.infer<typeof SupportStandard>;
export type SupportItem = SupportStandard["items"][number];
