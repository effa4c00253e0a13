/** Workbooks that can be read, whatever wrote them. */
export const ACCEPTED = ".xlsx,.xls,.xlsb,.ods,.csv";
