import type { AcrossFinding } from "../evaluation/across-books.ts";
import { formatFailure } from "../findings/failure-messages.ts";
import type { Finding } from "../findings/finding.ts";
import { unrecognisedLabel } from "../findings/labels.ts";
import type { Locale } from "../findings/locale.ts";
import { formatFinding } from "../findings/messages.ts";
import { formatNeeded } from "../findings/needed-words.ts";
import { formatPlace } from "../findings/place.ts";
import { roundTo, toDecimal } from "../model/decimal.ts";
import { formatPeriod } from "../model/period.ts";
import type { IndicatorTable, Unrecognised } from "../model/table.ts";
import { formatArea } from "../workbook/address.ts";
import type { ReportedBook, ReportedFailure } from "./reported.ts";

export const EVALUATION_SCHEMA = "zone-check/evaluation@1";

/**
 * The evaluations of several workbooks as JSON (schema zone-check/evaluation@1, described in docs). What is absent is
 * null, never left out. Ends with a line break.
 */
export function toJson(
  books: readonly ReportedBook[],
  failures: readonly ReportedFailure[],
  locale: Locale,
  across: readonly AcrossFinding[] | null = null
): string {
  const report = {
    schema: EVALUATION_SCHEMA,
    books: books.map(({ file, evaluation }) => ({
      file,
      tables: evaluation.tables.map((table) => tableEntry(table, locale)),
      unrecognised: evaluation.unread.flatMap(({ sheet, unrecognised }) =>
        unrecognised.map((part) => ({ sheet, ...unrecognisedEntry(part, locale) }))
      ),
      summary: {
        error: evaluation.summary.error,
        warning: evaluation.summary.warning,
        unmet: evaluation.summary.unmet,
        information: evaluation.summary.information,
        checked: evaluation.summary.checked,
        notEvaluable: evaluation.summary.notEvaluable,
      },
      findings: evaluation.findings.map((finding) => findingEntry(finding, locale)),
    })),
    failures: failures.map(({ file, failure }) => {
      const { message, wayOut } = formatFailure(failure, locale);
      return { file, code: failure.code, message, wayOut };
    }),
    across:
      across?.map(({ file, finding }) => ({ file, ...findingEntry(finding, locale) })) ?? null,
  };
  return `${JSON.stringify(report)}\n`;
}

function tableEntry(table: IndicatorTable, locale: Locale): object {
  const zones = table.subjects.filter(({ role }) => role === "zone").map(({ label }) => label);
  const indicators = table.fields.map(({ indicator }) => indicator.name);
  return {
    sheet: table.sheet,
    range: formatArea(table.area),
    period: table.period === null ? null : formatPeriod(table.period),
    zones: [...new Set(zones)],
    indicators: [...new Set(indicators)],
    observations: countObservations(table),
    unrecognised: table.unrecognised.map((part) => unrecognisedEntry(part, locale)),
  };
}

/** Cells that say something: numbers, words, and what could not be read; not those left blank or declared none. */
function countObservations(table: IndicatorTable): number {
  return table.cells
    .flat()
    .filter((observation) => observation !== null && observation.content.kind !== "missing").length;
}

function unrecognisedEntry({ area, reason, text }: Unrecognised, locale: Locale): object {
  const said = unrecognisedLabel(reason, locale);
  const quoted = locale === "zh-CN" ? `:${text}` : `: ${text}`;
  return { range: formatArea(area), reason: text === "" ? said : `${said}${quoted}` };
}

/** A bound as a reader would write it; null where that side is open. */
function bound(value: number | null, decimals: number): number | null {
  return value === null ? null : plain(value, decimals);
}

/** Places behind those of the column: half of half a last digit, and one more. */
const MORE_PLACES = 2;
/** What binary arithmetic, and the allowance for it, leave behind the last place. */
const NOISE = 1e-8;

/** The decimal a number stands for: 15 significant digits, and none that only binary noise has put there. */
function plain(value: number, decimals: number | null): number {
  const exact = toDecimal(value).toNumber();
  if (decimals === null) return exact;
  const rounded = roundTo(exact, decimals + MORE_PLACES);
  return Math.abs(rounded - exact) <= NOISE * Math.max(1, Math.abs(exact)) ? rounded : exact;
}

/** What an unmet target still asks for; null for every other finding, and where the book does not tell. */
function neededEntry(finding: Finding, locale: Locale): object | null {
  if (finding.code !== "target-unmet" && finding.code !== "target-behind-pace") return null;
  const { needed } = finding.params;
  if (needed === undefined) return null;
  return {
    unit: needed.unit,
    now: needed.now?.value ?? null,
    restOfYear: needed.rest?.value ?? null,
    base: needed.base,
    zones: needed.shortfalls.map(({ zone, amount, at }) => ({
      zone,
      amount: amount.value,
      sheet: at.sheet,
      cell: formatArea(at.area),
    })),
    text: formatNeeded(finding, locale),
  };
}

function findingEntry(finding: Finding, locale: Locale): object {
  const { message, trace } = formatFinding(finding, locale);
  return {
    code: finding.code,
    class: finding.class,
    severity: finding.severity,
    sheet: finding.at.sheet,
    cell: formatPlace(finding),
    zone: finding.subject.zone,
    indicator: finding.subject.indicator,
    measure: finding.subject.measure,
    period: finding.subject.period,
    stated: typeof finding.stated === "number" ? plain(finding.stated, null) : finding.stated,
    expected:
      finding.expected === null
        ? null
        : {
            low: bound(finding.expected.low, finding.trace.decimals),
            high: bound(finding.expected.high, finding.trace.decimals),
          },
    message,
    needed: neededEntry(finding, locale),
    trace,
    alternatives: finding.alternatives.map((set) =>
      set.map((at) => ({ sheet: at.sheet, cell: formatArea(at.area) }))
    ),
    consequences: finding.consequences.map(({ code, at }) => ({
      code,
      sheet: at.sheet,
      cell: formatArea(at.area),
    })),
  };
}
