import type { Notice, PaneState, ValidationResult } from "./pane-state.ts";

/** What a maintainer needs to know, as text. Counts and codes only: no sheet names, no texts, no values of cells. */
export function toDiagnostics(state: PaneState, host: readonly string[]): string {
  const { result, notice } = state;
  return [
    "zone-check diagnostics",
    ...host,
    `host state: ${state.host}`,
    `locale: ${state.locale}`,
    `theme: ${state.theme}`,
    ...(result === null ? [] : resultLines(result)),
    ...(notice === null ? [] : noticeLines(notice)),
  ].join("\n");
}

function resultLines({ evaluation, at, marking }: ValidationResult): readonly string[] {
  try {
    const { tables, summary } = evaluation;
    const shapes = tables.map(
      ({ orientation, subjects, fields }) => `${orientation} ${subjects.length}x${fields.length}`
    );
    const unrecognised = tables.reduce((count, table) => count + table.unrecognised.length, 0);
    return [
      `last run: ${at.toISOString()} (${marking})`,
      `tables: ${shapes.join(", ")}`,
      `unrecognised: ${unrecognised}`,
      `summary: ${JSON.stringify(summary)}`,
    ];
  } catch (error) {
    // An evaluation that broke the view may break this too; the rest is still worth having.
    return [`last run: unreadable (${error instanceof Error ? error.message : "?"})`];
  }
}

function noticeLines(notice: Notice): readonly string[] {
  if (notice.kind === "broken") return [`error: ${notice.detail}`];
  if (notice.kind !== "failure") return [];
  const { task, failure, done } = notice;
  return [
    `failed task: ${task}`,
    `failure: ${failure.code}`,
    ...("detail" in failure ? [`detail: ${failure.detail}`] : []),
    ...("member" in failure ? [`member: ${failure.member}`] : []),
    `done before: ${done.map(({ kind }) => kind).join(", ")}`,
  ];
}
