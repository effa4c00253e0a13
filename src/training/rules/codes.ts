/** Codes as they stand in the database; their words are messages. */
export const SECTORS = ["farm", "non_farm"] as const;
export const LEVELS = ["so_cap", "under_3_months", "apprenticeship"] as const;
export type TradeLevel = (typeof LEVELS)[number];
export const CONTRACT_KINDS = ["order", "assign", "tender"] as const;
export const FUNDING_LEVELS = ["central", "province", "commune", "other"] as const;
export const FUNDING_KINDS = ["recurrent", "investment"] as const;
export const CERTIFICATE_KINDS = ["so_cap", "dao_tao"] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];
export const PARTS = ["morning", "afternoon", "evening"] as const;
export type PartOfDay = (typeof PARTS)[number];
export const SESSION_KINDS = ["theory", "practice", "integrated"] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];
export const MARKS = ["present", "absent", "late", "leave"] as const;
export type Mark = (typeof MARKS)[number];
export const AREA_CLASSES = ["normal", "difficult", "especially_difficult"] as const;
