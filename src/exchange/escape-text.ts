const DANGEROUS = /^[=+\-@\t\r]/;
const HARMLESS = /^(?:[-+]?\d[\d.,\s]*%?|[-–+])$/;

/**
 * Text of users as a spreadsheet may show it without running it: what begins like a formula gets a leading apostrophe.
 * Plain numbers ("-2,29") and a lone dash stay.
 */
export const escapeText = (text: string): string => (DANGEROUS.test(text) && !HARMLESS.test(text) ? `'${text}` : text);
