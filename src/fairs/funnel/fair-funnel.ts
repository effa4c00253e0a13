import type { Tx } from "../../platform/door.ts";
import { conversion, funnelOf, type Conversion, type FunnelLine } from "../rules/funnel.ts";
import { fairWarnings, type FairFacts, type FairWarning } from "../rules/invariants.ts";
import { countSteps, fairFacts } from "./counts.ts";

export interface FairFunnel {
  readonly lines: readonly FunnelLine[];
  readonly conversion: Conversion;
  readonly facts: FairFacts & { readonly active: number };
  readonly warnings: readonly FairWarning[];
}

/** Counted from the rows each time; call it for a fair wholly in reach only. */
export async function fairFunnel(tx: Tx, fairId: string): Promise<FairFunnel> {
  const lines = funnelOf(await countSteps(tx, { fairIds: [fairId] }));
  const facts = await fairFacts(tx, fairId);
  return { lines, conversion: conversion(lines), facts, warnings: fairWarnings(lines, facts) };
}
