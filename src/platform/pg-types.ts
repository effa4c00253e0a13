import pg from "pg";
import { AppError } from "../kernel/error.ts";

// once, for the whole process: dates stay YYYY-MM-DD, counts are numbers where they are exact
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new AppError("invalid", "database.tooLarge", { text });
  return number;
});
