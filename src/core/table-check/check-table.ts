import { evaluate } from "../evaluation/evaluate.ts";
import { formatFailure } from "../findings/failure-messages.ts";
import type { Finding } from "../findings/finding.ts";
import { codeLabel, severityLabel } from "../findings/labels.ts";
import type { Locale } from "../findings/locale.ts";
import { formatFinding } from "../findings/messages.ts";
import type { Grid, MeasureResult } from "../measures/index.ts";
import type { Failure } from "../workbook/failure.ts";
import { RULES_SHEET } from "../workbook/own-sheets.ts";
import { sheetOfValues } from "./sheet-of-values.ts";

/** Level, kind, place within the range, explanation. */
type Row = readonly [string, string, string, string];

const NOTHING: Readonly<Record<Locale, Row>> = {
  "zh-CN": ["无问题", "", "", "未发现问题"],
  "en-US": ["No findings", "", "", "Nothing was found"],
};
const RANGE_SHEET = "区域";

/**
 * Validates a table that is handed over as bare values, with the rules of a 目标规则 table (header row included) or none.
 * One row per finding, or one that says there is none. A range in which no table is read is a failure: silence about it
 * would look like praise.
 */
export function checkTable(
  range: unknown,
  rules: unknown,
  locale: Locale
): Grid<MeasureResult<string>> {
  const sheet = sheetOfValues(RANGE_SHEET, range);
  if (sheet === undefined) return failure({ reason: "missing", parameter: 0 });
  const rulesSheet = sheetOfValues(RULES_SHEET, rules);
  const evaluation = evaluate({
    book: {
      name: RANGE_SHEET,
      sheets: rulesSheet === undefined ? [sheet] : [sheet, rulesSheet],
      calculation: "automatic",
      definedNames: [],
      part: null,
    },
    rulesFile: null,
    sheets: null,
  });
  if (!evaluation.ok) return failure(faultyRules(evaluation.failure));
  if (evaluation.value.tables.length === 0) return failure({ reason: "no-table", parameter: 0 });
  const rows = evaluation.value.findings.map((finding) => rowOf(finding, locale));
  return (rows.length === 0 ? [NOTHING[locale]] : rows).map((row) =>
    row.map((value) => ({ ok: true, value }))
  );
}

type Unmeasured = Extract<MeasureResult<string>, { ok: false }>["failure"];

function failure(why: Unmeasured): Grid<MeasureResult<string>> {
  return [[{ ok: false, failure: why }]];
}

function faultyRules(why: Failure): Unmeasured {
  const [zh, en] = (["zh-CN", "en-US"] as const).map(
    (locale) => formatFailure(why, locale).message
  );
  return { reason: "faulty-rules", parameter: 1, why: { zh: zh ?? "", en: en ?? "" } };
}

function rowOf(finding: Finding, locale: Locale): Row {
  return [
    severityLabel(finding.severity, locale),
    codeLabel(finding.code, locale),
    placeOf(finding, locale),
    formatFinding(finding, locale).message,
  ];
}

/** The range does not know where it stands on its sheet: rows and columns count within it. */
function placeOf({ at: { sheet, area } }: Finding, locale: Locale): string {
  const row = span(area.row, area.rows);
  const column = span(area.column, area.columns);
  const isOfRules = sheet === RULES_SHEET;
  return locale === "zh-CN"
    ? `${isOfRules ? "目标规则" : ""}第${row}行第${column}列`
    : `${isOfRules ? "rules, " : ""}row ${row}, column ${column}`;
}

function span(first: number, count: number): string {
  return count === 1 ? `${first + 1}` : `${first + 1}-${first + count}`;
}
