/** Steps of a process that stand: a step that was taken back is on record, and counts no more. `counts` tells a step from other things on record. */
export function standingSteps<A extends { readonly kind: string }>(actions: readonly A[], counts: (kind: string) => boolean): A[] {
  const standing: A[] = [];
  for (const action of actions) {
    if (action.kind === "takeBack") standing.pop();
    else if (counts(action.kind)) standing.push(action);
  }
  return standing;
}

/** What was taken back later; the number of the step in its process. */
export function takenBack(actions: readonly { readonly seq: number; readonly kind: string }[], counts: (kind: string) => boolean): ReadonlySet<number> {
  const standing = new Set(standingSteps(actions, counts).map(({ seq }) => seq));
  return new Set(actions.filter(({ seq, kind }) => counts(kind) && !standing.has(seq)).map(({ seq }) => seq));
}
