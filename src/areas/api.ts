import { readFileSync } from "node:fs";
import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { api, type Api, type Services } from "../platform/feature.ts";
import type { Language } from "../platform/http/messages.ts";
import { folderOf } from "../platform/resources.ts";
import { setAreaType } from "./area-types.ts";
import { areasRoutes, type Resolved, type TypeSetting } from "./contract.ts";
import { unitIndex } from "./load.ts";
import { listUnplacedHamlets, placeHamlets } from "./place-hamlets.ts";
import { mustKeepAreas, mustWriteHamlet, mustWriteUnit } from "./policy.ts";
import { pathLabel } from "./rules/hierarchy.ts";
import { certainHamlet, hamletLabel } from "./rules/hamlet-name.ts";
import type { HamletKind } from "./rules/hamlet.ts";
import { resolve, type Candidate, type OutOfForce } from "./rules/resolve.ts";
import type { Reason } from "./rules/unit.ts";
import { createHamlet, matchHamlets } from "./store.ts";
import { areaTypeOverview } from "./type-overview.ts";
import { getUnitPage, refOf } from "./unit-page.ts";
import { listVisibleUnits, readableHamlets } from "./visible.ts";
import { dayWithin } from "./units.ts";
import { reasonText } from "./words.ts";

function resolved(input: { text: string; on: PlainDate; within?: string | undefined }, today: PlainDate, language: Language): Resolved {
  const index = unitIndex();
  const resolution = resolve(index, input.text, { on: input.on, ...(input.within && { within: input.within }) });
  const words = (reasons: readonly Reason[]): string[] => reasons.map((reason) => reasonText(reason, language));
  const view = (candidate: Pick<Candidate, "unit" | "reasons"> | OutOfForce): Resolved["candidates"][number] => ({
    ...refOf(candidate.unit, today),
    path: pathLabel(index, candidate.unit, dayWithin(index, candidate.unit, input.on)),
    reasons: words(candidate.reasons),
    instead: "instead" in candidate ? candidate.instead.units.map(({ unit }) => refOf(unit, today)) : [],
  });
  if (resolution.status === "found") return { status: "found", candidates: [view(resolution)], reasons: [] };
  if (resolution.status === "unknown") return { status: "unknown", candidates: resolution.suggestions.map(view), reasons: words(resolution.reasons) };
  return { status: resolution.status, candidates: resolution.candidates.map(view), reasons: [] };
}

function addHamlet(services: Services, actor: Actor, commandId: string, input: { uid: string; name: string; kind?: HamletKind | undefined; document?: string | undefined }): Promise<{ id: string }> {
  mustKeepAreas(actor);
  mustWriteUnit(actor, input.uid);
  return services.door.write(actor, { commandId, name: "areas.addHamlet", input }, async (tx) => {
    const same = certainHamlet(await matchHamlets(tx, input.uid, actor.on, input.name));
    if (same) throw new AppError("conflict", "areas.hamletExists", { name: hamletLabel(same), hamletId: same.id });
    const { id, changes } = await createHamlet(tx, { ...input, unitUid: input.uid });
    return { answer: { id }, changes, subject: id };
  });
}

function setType(services: Services, actor: Actor, commandId: string, input: TypeSetting): Promise<{ changed: number }> {
  mustKeepAreas(actor);
  if (input.unitUids.length + input.hamletIds.length === 0) throw new AppError("invalid", "areas.typeOfNothing");
  if (input.to !== null && input.to <= input.from) throw new AppError("invalid", "areas.datesReversed", { earlier: input.from, later: input.to });
  for (const uid of input.unitUids) mustWriteUnit(actor, uid);
  for (const id of input.hamletIds) mustWriteHamlet(actor, id);
  return services.door.write(actor, { commandId, name: "areas.setType", input }, async (tx) => {
    const changes = await setAreaType(tx, input);
    const changed = input.unitUids.length + input.hamletIds.length;
    return { answer: { changed }, changes, rows: changed, meta: { unitUids: input.unitUids, type: input.type, from: input.from, to: input.to } };
  });
}

let outline: unknown;

export function areasApi(services: Services): Api {
  const { door } = services;
  return api(areasRoutes, {
    visible: ({ actor, query }) => door.read(actor, async (tx) => ({ units: await listVisibleUnits(tx, query.on) })),
    resolve: async ({ actor, query, language }) => resolved(query, actor.on, language),
    unit: ({ actor, params, query }) => door.read(actor, (tx) => getUnitPage(tx, params.uid, query.on)),
    hamlets: ({ actor, params, query }) => door.read(actor, async (tx) => ({ hamlets: await readableHamlets(tx, params.uid, query.on) })),
    addHamlet: ({ actor, params, body, commandId }) => addHamlet(services, actor, commandId, { uid: params.uid, ...body }),
    unplaced: ({ actor, query }) => door.read(actor, async (tx) => ({ hamlets: await listUnplacedHamlets(tx, query.on) })),
    placeHamlets: ({ actor, body, commandId }) => placeHamlets(services, actor, commandId, body.placements),
    types: ({ actor, query }) => door.read(actor, async (tx) => {
      const units = await areaTypeOverview(tx, query.on);
      return { units, missing: units.filter((unit) => unit.missing).length };
    }),
    setType: ({ actor, body, commandId }) => setType(services, actor, commandId, body),
    outline: async () => (outline ??= JSON.parse(readFileSync(folderOf("data/an-giang-communes-2025.topo.json"), "utf8"))),
  });
}
