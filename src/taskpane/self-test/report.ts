import type { SelfTestReport, StepResult, StepStatus } from "../../actions/self-test/index.ts";
import type { Locale } from "../../core/index.ts";
import { selfTestTexts } from "./texts.ts";
import { nameOf, wordStep } from "./wording.ts";

export function countStatuses(
  results: readonly StepResult[]
): Readonly<Record<StepStatus, number>> {
  const of = (status: StepStatus): number =>
    results.filter((result) => result.status === status).length;
  return {
    passed: of("passed"),
    limited: of("limited"),
    failed: of("failed"),
    skipped: of("skipped"),
  };
}

/**
 * The report as plain text, to be sent to whoever maintains the tool: each step with what is missing and the way out.
 * Sheets of the user's are counted, not named.
 */
export function formatReport(
  report: SelfTestReport,
  host: readonly string[],
  locale: Locale
): string {
  const texts = selfTestTexts(locale);
  const lines = report.results.flatMap((result) => {
    const { what, wayOut } = wordStep(withoutNames(result), locale);
    const name = nameOf(result.id, texts);
    const said = result.remark?.code === "sheets-protected" ? countSheets(result) : what;
    return [
      `[${texts.status[result.status]}] ${name}${said === null ? "" : ` — ${said}`}`,
      ...(wayOut === null ? [] : [`    ${texts.reportWayOut}: ${wayOut}`]),
    ];
  });
  return [
    texts.reportTitle,
    `${texts.reportTime}: ${report.at.toISOString()}`,
    ...host,
    "",
    texts.summary(countStatuses(report.results)),
    ...(report.end === "cancelled" ? [texts.cancelled] : []),
    "",
    ...lines,
  ].join("\n");

  function countSheets({ remark }: StepResult): string {
    return remark?.code === "sheets-protected" ? texts.protectedSheets(remark.sheets.length) : "";
  }
}

function withoutNames(result: StepResult): StepResult {
  const { remark } = result;
  return remark?.code === "sheets-protected"
    ? { ...result, remark: { ...remark, sheets: [] } }
    : result;
}
