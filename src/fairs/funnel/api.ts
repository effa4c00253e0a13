import { ratioToJson } from "../../kernel/ratio.ts";
import { api, type Api, type Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { seesWhole, worksAt } from "../policy.ts";
import { lineOf } from "../rules/funnel.ts";
import { getFair } from "../store.ts";
import { funnelRoutes } from "./contract.ts";
import { fairFunnel } from "./fair-funnel.ts";
import { stepRows } from "./rows.ts";

/** The live funnel, and the rows behind each of its numbers. */
export function funnelApi(services: Services, wording: Wording): Api {
  const { door } = services;
  return api(funnelRoutes, {
    funnel: ({ actor, params, language }) => door.read(actor, async (tx) => {
      const fair = await getFair(tx, params.id);
      const may = { work: worksAt(actor, fair), whole: seesWhole(actor, fair) };
      const at = new Date(services.now()).toISOString();
      if (!may.whole) return { lines: null, conversion: { part: 0, whole: 0, rate: null }, active: 0, hiredLater: 0, warnings: [], may, at };
      const { lines, conversion, facts, warnings } = await fairFunnel(tx, fair.id);
      return {
        lines: [...lines], conversion: { ...conversion, rate: conversion.rate && ratioToJson(conversion.rate) }, active: facts.active, hiredLater: facts.hiredLater,
        warnings: warnings.map(({ code, data, steps }) => ({ code, message: wording.text(code, data, language), steps: [...steps] })), may, at,
      };
    }),
    funnelRows: ({ actor, params }) => door.read(actor, async (tx) => {
      const fair = await getFair(tx, params.id);
      const rows = await stepRows(tx, fair.id, params.step);
      services.views.note(actor, "fairs.viewStepRows", fair.id, rows.length);
      return { rows, value: seesWhole(actor, fair) ? lineOf((await fairFunnel(tx, fair.id)).lines, params.step).value : null };
    }),
  });
}
