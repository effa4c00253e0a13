// Direction of imports (docs: ARCHITECTURE.md). scripts/check.mjs proves with a planted file that a violation is found.
const FEATURES = ["areas", "queue", "registry", "poverty", "support", "enterprises", "training", "jobs", "migration", "fairs", "indicators", "reports"];
const ABOVE_REGISTRY = FEATURES.slice(3).join("|");
const above = (feature) => FEATURES.slice(FEATURES.indexOf(feature) + 1);

module.exports = {
  forbidden: [
    { name: "no-circle", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "kernel-imports-nothing", severity: "error", from: { path: "^src/kernel", pathNot: "\\.test\\.ts$" }, to: { pathNot: "^src/kernel|^node_modules/temporal-polyfill" } },
    {
      name: "rules-are-pure", severity: "error", from: { path: "^src/.+/rules/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^src/kernel|^src/.+/rules/|^src/papers/(paper|grid)\\.ts$|^node_modules/(zod|fastest-levenshtein)" },
    },
    { name: "platform-knows-no-feature", severity: "error", from: { path: "^src/platform" }, to: { path: `^src/(accounts|audit|exchange|papers|areas|queue|registry|${ABOVE_REGISTRY}|cli|web)` } },
    { name: "accounts-below-areas", severity: "error", from: { path: "^src/(accounts|audit)" }, to: { path: `^src/(exchange|papers|areas|queue|registry|${ABOVE_REGISTRY}|cli)` } },
    { name: "exchange-is-machinery", severity: "error", from: { path: "^src/exchange", pathNot: "\\.(test|api)\\.ts$|/web/" }, to: { path: `^src/(papers|areas|queue|registry|${ABOVE_REGISTRY}|cli)` } },
    { name: "papers-are-machinery", severity: "error", from: { path: "^src/papers", pathNot: "\\.test\\.ts$" }, to: { path: `^src/(accounts|audit|areas|queue|registry|${ABOVE_REGISTRY}|cli)` } },
    { name: "paper-model-is-pure", severity: "error", from: { path: "^src/papers/(paper|grid)\\.ts$" }, to: { pathNot: "^src/kernel|^src/papers/(paper|grid)\\.ts$" } },
    ...FEATURES.flatMap((feature) => [
      ...(above(feature).length > 0
        ? [{ name: `${feature}-knows-nothing-above`, severity: "error", from: { path: `^src/${feature}/`, pathNot: "\\.test\\.ts$" }, to: { path: `^src/(${above(feature).join("|")})/` } }]
        : []),
      {
        name: `${feature}-only-through-public`, severity: "error", from: { path: `^src/(${FEATURES.filter((other) => other !== feature).join("|")})/`, pathNot: "\\.test\\.ts$" },
        to: { path: `^src/${feature}/`, pathNot: `^src/${feature}/(public\\.ts|web/public\\.tsx|contract\\.ts|rules/|load\\.ts|commands\\.ts)` },
      },
    ]),
    {
      name: "screens-see-contracts-and-rules", severity: "error", from: { path: "/web/" },
      to: { path: "^src/", pathNot: "/web/|^src/web/|contract\\.ts$|/rules/|^src/papers/(paper|grid)\\.ts$|^src/kernel|^src/platform/http/(client|contract|messages)\\.ts$|messages\\.(vi|en)\\.json$" },
    },
    { name: "screens-use-no-node", severity: "error", from: { path: "/web/", pathNot: "\\.test\\.ts$" }, to: { dependencyTypes: ["core"] } },
    { name: "mantine-behind-wrappers", severity: "error", from: { path: "^src/", pathNot: "^src/web/" }, to: { path: "^node_modules/@mantine" } },
  ],
  options: {
    parser: "tsc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".json"] },
  },
};
