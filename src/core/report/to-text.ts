import type { AcrossFinding } from "../evaluation/across-books.ts";
import { formatFailure } from "../findings/failure-messages.ts";
import type { Evaluation, Summary } from "../evaluation/evaluation.ts";
import type { Finding } from "../findings/finding.ts";
import { groupLabel, groupOf, reasonLabel, unrecognisedLabel } from "../findings/labels.ts";
import type { FindingGroup } from "../findings/labels.ts";
import type { Locale } from "../findings/locale.ts";
import { formatFinding } from "../findings/messages.ts";
import { formatNeeded } from "../findings/needed-words.ts";
import { formatPlace } from "../findings/place.ts";
import { formatArea } from "../workbook/address.ts";
import { explainFinding } from "./explain-finding.ts";
import type { ReportedBook, ReportedFailure } from "./reported.ts";
import { padTo, widthOf, wrap } from "./text-width.ts";

export interface TextOptions {
  readonly locale: Locale;
  readonly colour: "none" | "ansi";
  /** Columns of the terminal. */
  readonly width: number;
  /** explained: under each finding its rule, operands, arithmetic, consequences and remedy. Absent: brief. */
  readonly detail?: "brief" | "explained";
}

const GROUPS: readonly FindingGroup[] = ["correct", "explain", "unmet", "information"];
const SGR: Readonly<Record<FindingGroup | "strong" | "dim", string>> = {
  correct: "31",
  explain: "34",
  unmet: "33",
  information: "36",
  strong: "1",
  dim: "2",
};

/** The report people read on a terminal: workbook, sheet, then what must be corrected, explained, and was not reached. */
export function toText(
  books: readonly ReportedBook[],
  failures: readonly ReportedFailure[],
  options: TextOptions
): string {
  const blocks = books.map((book) => bookLines(book, options).join("\n"));
  if (failures.length > 0) blocks.push(failureLines(failures, options).join("\n"));
  return `${blocks.join("\n\n")}\n`;
}

/** What the books of one run say of each other, under all of them. */
export function acrossToText(across: readonly AcrossFinding[], options: TextOptions): string {
  const isChinese = options.locale === "zh-CN";
  const lines = [paint(isChinese ? "各工作簿之间" : "Across workbooks", "strong", options)];
  if (across.length === 0) {
    lines.push("", isChinese ? "  没有发现矛盾" : "  No contradiction found");
  }
  for (const file of new Set(across.map((found) => found.file))) {
    const own = across.filter((found) => found.file === file).map(({ finding }) => finding);
    for (const sheet of new Set(own.map(({ at }) => at.sheet))) {
      const findings = own.filter(({ at }) => at.sheet === sheet);
      lines.push("", `  ${file} · ${sheet}`, ...sheetLines(findings, options));
    }
  }
  return `\n${lines.join("\n")}\n`;
}

function bookLines({ file, evaluation }: ReportedBook, options: TextOptions): readonly string[] {
  const { locale } = options;
  const lines = [paint(file, "strong", options)];
  const sheets = [...new Set(evaluation.findings.map((finding) => finding.at.sheet))];
  for (const sheet of sheets) {
    const findings = evaluation.findings.filter((finding) => finding.at.sheet === sheet);
    lines.push("", `  ${sheet}`, ...sheetLines(findings, options));
  }
  if (evaluation.findings.length === 0) {
    const clean = locale === "zh-CN" ? "没有发现问题" : "Nothing found";
    lines.push("", `  ${evaluation.tables.length === 0 ? noTables(locale) : clean}`);
  }
  lines.push(...unreadLines(evaluation, options));
  lines.push("", ...wrapped(summaryText(evaluation, locale), 2, options));
  return lines;
}

function noTables(locale: Locale): string {
  return locale === "zh-CN"
    ? "没有找到指标表:需要有开发区名称和指标名称的表"
    : "No indicator table found: a table needs names of zones and of indicators";
}

function sheetLines(findings: readonly Finding[], options: TextOptions): readonly string[] {
  const cells = Math.max(...findings.map((finding) => widthOf(formatPlace(finding))));
  return GROUPS.flatMap((group) => {
    const own = findings.filter((finding) => groupOf(finding) === group);
    if (own.length === 0) return [];
    const head = `${groupLabel(group, options.locale)} (${own.length})`;
    return [
      `    ${paint(head, group, options)}`,
      ...own.flatMap((finding) => findingLines(finding, cells, options)),
    ];
  });
}

function findingLines(finding: Finding, cells: number, options: TextOptions): readonly string[] {
  const { title, message } = formatFinding(finding, options.locale);
  const needed = formatNeeded(finding, options.locale);
  const why = options.detail === "explained" ? explainFinding(finding, options.locale) : [];
  const { zone, indicator } = finding.subject;
  const who = [zone, indicator].filter((name) => name !== null).join(" ");
  const place = padTo(formatPlace(finding), cells);
  const indent = 6 + cells + 2;
  const head = [who, title].filter((part) => part !== "").join(" · ");
  const lines = wrap(head, roomFor(indent, options)).map((line) => paint(line, "strong", options));
  const [first = "", ...rest] = lines;
  return [
    `      ${place}  ${first}`,
    ...rest.map((line) => " ".repeat(indent) + line),
    ...wrapped(message, indent, options),
    ...(needed === null ? [] : wrapped(needed, indent, options)),
    ...why.flatMap((line) => wrapped(line, indent + 2, options)),
  ];
}

function unreadLines({ tables, unread }: Evaluation, options: TextOptions): readonly string[] {
  const { locale } = options;
  const parts = [
    ...tables.flatMap(({ sheet, unrecognised }) => unrecognised.map((part) => ({ sheet, part }))),
    ...unread.flatMap(({ sheet, unrecognised }) => unrecognised.map((part) => ({ sheet, part }))),
  ];
  if (parts.length === 0) return [];
  const head = locale === "zh-CN" ? "没有识别的部分" : "Not understood";
  return [
    "",
    `  ${paint(`${head} (${parts.length})`, "dim", options)}`,
    ...parts.flatMap(({ sheet, part }) => {
      const said = unrecognisedLabel(part.reason, locale);
      const text =
        part.text === "" ? said : `${said}${locale === "zh-CN" ? ":" : ": "}${part.text}`;
      return wrapped(`${sheet}!${formatArea(part.area)}  ${text}`, 4, options);
    }),
  ];
}

function summaryText({ summary, notEvaluable }: Evaluation, locale: Locale): string {
  return locale === "zh-CN"
    ? chineseSummary(summary, notEvaluable)
    : englishSummary(summary, notEvaluable);
}

function chineseSummary(summary: Summary, skipped: Evaluation["notEvaluable"]): string {
  const { error, warning, unmet, information, checked, notEvaluable } = summary;
  const more = information === 0 ? "" : `,提示 ${information}`;
  const why = reasons(skipped, "zh-CN");
  const left = notEvaluable === 0 ? "" : `;另有 ${notEvaluable} 项不能审核(${why.join(";")})`;
  return `共审核 ${checked} 项:强制性 ${error},核实性 ${warning},未达到目标 ${unmet}${more}${left}`;
}

function englishSummary(summary: Summary, skipped: Evaluation["notEvaluable"]): string {
  const { error, warning, unmet, information, checked, notEvaluable } = summary;
  const more = information === 0 ? "" : `, ${information} information`;
  const why = reasons(skipped, "en-US");
  const left =
    notEvaluable === 0 ? "" : `; ${notEvaluable} could not be tested (${why.join("; ")})`;
  return `${checked} tests: ${error} mandatory, ${warning} to verify, ${unmet} targets not met${more}${left}`;
}

function reasons(skipped: Evaluation["notEvaluable"], locale: Locale): readonly string[] {
  const counts = new Map<string, number>();
  for (const { reason } of skipped) {
    const label = reasonLabel(reason, locale);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([label, count]) => `${label} ${count}`);
}

function failureLines(
  failures: readonly ReportedFailure[],
  options: TextOptions
): readonly string[] {
  const head = options.locale === "zh-CN" ? "不能读取的文件" : "Files that could not be read";
  return [
    paint(`${head} (${failures.length})`, "strong", options),
    ...failures.flatMap(({ file, failure }) => {
      const { message, wayOut } = formatFailure(failure, options.locale);
      const space = options.locale === "zh-CN" ? "" : " ";
      return [`  ${file}`, ...wrapped(`${message}${space}${wayOut}`, 4, options)];
    }),
  ];
}

/** Narrower than this nothing can be read: longer lines are the lesser evil. */
const NARROWEST = 20;

function roomFor(indent: number, { width }: TextOptions): number {
  return Math.max(NARROWEST, width - indent);
}

function wrapped(text: string, indent: number, options: TextOptions): readonly string[] {
  return wrap(text, roomFor(indent, options)).map((line) => " ".repeat(indent) + line);
}

function paint(text: string, style: keyof typeof SGR, { colour }: TextOptions): string {
  return colour === "none" ? text : `\u001b[${SGR[style]}m${text}\u001b[0m`;
}
