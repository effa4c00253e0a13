import * as z from "zod/mini";

/** Files a paper can be handed out as. */
export const FileFormat = z.enum(["docx", "pdf", "xlsx"]);
export type FileFormat = z.infer<typeof FileFormat>;

/** Ways a paper leaves the program, each logged: as a file, drawn on a screen, or printed from that screen. */
export const PrintFormat = z.enum(["docx", "pdf", "xlsx", "screen", "print"]);
export type PrintFormat = z.infer<typeof PrintFormat>;
