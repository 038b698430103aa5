/** The import table: who may know whom. Each comment says what to do when the rule stops you. */
const allow = (name, from, to, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from },
  to: { path: "^src/", pathNot: to },
});

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Move what both need into a third file beside the concept it serves.",
      from: {},
      to: { circular: true },
    },
    allow(
      "core-is-pure",
      "^src/core/",
      "^src/core/",
      "Core imports core only: pass what it needs as plain data."
    ),
    {
      name: "core-dependencies-by-name",
      severity: "error",
      comment:
        "Core may use the packages listed here and no others: big.js, for exact decimals; @borgar/fx, for formulas, in core/portable. Record a new one in docs/decisions.",
      from: { path: "^src/core/" },
      to: {
        dependencyTypes: ["npm", "npm-dev", "npm-peer", "core"],
        pathNot: "node_modules/((@types/)?big\\.js|@borgar/fx)/",
      },
    },
    {
      name: "formula-parser-in-portable",
      severity: "error",
      comment:
        "The formula parser belongs to core/portable, a door of its own: the pane's first load does without it.",
      from: { path: "^src/", pathNot: "^src/core/portable/" },
      to: { path: "node_modules/@borgar/fx/" },
    },
    allow(
      "actions-use-core",
      "^src/actions/",
      "^src/(core|actions)/",
      "An action works on WorkbookPort and Evaluator; the root hands it an adapter."
    ),
    allow(
      "excel-uses-core",
      "^src/excel/",
      "^src/(core|excel)/",
      "The Office.js adapter knows core alone."
    ),
    allow(
      "xlsx-uses-core",
      "^src/xlsx/",
      "^src/(core|xlsx)/",
      "The file adapter knows core alone."
    ),
    allow(
      "functions-use-core",
      "^src/functions/",
      "^src/(core|functions)/",
      "Custom functions know core/measures alone."
    ),
    {
      name: "functions-use-measures",
      severity: "error",
      comment:
        "The functions' first load is the synchronous functions and no engine: import core/measures/synchronous. What comes with a first call belongs to functions/chunks.ts.",
      from: { path: "^src/functions/" },
      to: { path: "^src/core/", pathNot: "^src/core/measures/synchronous\\.ts$", dynamic: false },
    },
    {
      name: "functions-load-two-chunks",
      severity: "error",
      comment:
        "Only ZONE_PHRASE and ZONE_CHECK may wait for code, and functions/chunks.ts loads it: every other function answers at once.",
      from: { path: "^src/functions/", pathNot: "^src/functions/chunks\\.ts$" },
      to: { dynamic: true },
    },
    {
      name: "chunks-by-name",
      severity: "error",
      comment: "The code of ZONE_PHRASE and of ZONE_CHECK, by these doors and no others.",
      from: { path: "^src/functions/chunks\\.ts$" },
      to: {
        dynamic: true,
        pathNot: "^src/core/(measures/(phrase|check)|table-check/index)\\.ts$",
      },
    },
    {
      name: "synchronous-without-engine",
      severity: "error",
      comment:
        "The functions' first load stays small: what needs the engine comes with a first call, through functions/chunks.ts.",
      from: { path: "^src/core/measures/synchronous\\.ts$" },
      to: {
        path: "^src/core/(rules|checks|sheet|evaluation|findings|narrative|table-check)/",
        reachable: true,
      },
    },
    {
      name: "taskpane-uses-core-and-actions",
      severity: "error",
      comment:
        "A view works on core and actions. Only the roots (taskpane/index.tsx and taskpane/session.ts) choose an adapter.",
      from: { path: "^src/taskpane/", pathNot: "^src/taskpane/(index\\.tsx|session\\.ts)$" },
      to: { path: "^src/", pathNot: "^src/(core|actions|taskpane)/" },
    },
    {
      name: "one-door-to-core",
      severity: "error",
      comment: "Outside core, import from core/index (or core/measures for the functions).",
      from: { path: "^src/(actions|excel|xlsx|taskpane|commands|cli)/" },
      to: {
        path: "^src/core/",
        pathNot:
          "^src/core/(index|evaluation/worker-door)\\.ts$|^src/core/measures/index\\.ts$|^src/core/.*/(index)\\.ts$",
      },
    },
    {
      name: "nobody-imports-tools-or-workbench",
      severity: "error",
      comment:
        "Tools run at build time; the workbench carries the add-in from outside, as Excel would.",
      from: { path: "^src/", pathNot: "^src/(tools|workbench)/" },
      to: { path: "^src/(tools|workbench)/" },
    },
    {
      name: "src-never-imports-test",
      severity: "error",
      comment: "Move what src needs into src.",
      from: { path: "^src/" },
      to: { path: "^test/" },
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      comment: "The path or the package is wrong.",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(excel-host:|virtual:)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json"],
    },
  },
};
