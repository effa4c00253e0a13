// Writes the list that import.ts reads, in a process of its own: what making it takes is no memory of the import. Prints how much it holds.
import { writeFileSync } from "node:fs";
import { demoAsList } from "./list-workbook.ts";

const { bytes, households, persons } = await demoAsList();
writeFileSync(process.argv[2]!, bytes);
console.log(JSON.stringify({ households, persons }));
