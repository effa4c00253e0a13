import { call, type CallInput } from "../../platform/http/client.ts";
import type { AnswerOf, FileAnswer, Route } from "../../platform/http/contract.ts";
import { newCommandId } from "../../web/data.ts";
import { useLanguage } from "../../web/text/text.tsx";
import type { PrintFormat } from "../contract.ts";

/** For `PaperActions`: asks a route that hands out papers, each time with a command id of its own, so that each time is one line of the log. */
export function useHandOut<R extends Route>(route: R, inputOf: (format: PrintFormat) => CallInput<R>): (format: PrintFormat) => Promise<FileAnswer> {
  const [language] = useLanguage();
  return async (format) => (await call(route, inputOf(format), { commandId: newCommandId(), language })) as AnswerOf<R> & FileAnswer;
}
