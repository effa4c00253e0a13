import notice from "./notice.json" with { type: "json" };
import type { Language } from "../platform/http/messages.ts";

/** The words shown to somebody who registers; a consent keeps their version. */
export const noticeIn = (language: Language): { version: string; text: string; share: string } => ({ version: notice.version, ...notice[language] });
export const NOTICE_VERSION: string = notice.version;
