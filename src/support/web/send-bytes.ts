/** The bytes of a file that was dropped, as a route of "bytes" takes them. */
export const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

export const WORKBOOKS = ".xlsx,.xls,.ods,.csv";
