import type { CheckContext } from "../../checks/check.ts";
import type { Evaluation } from "../../evaluation/evaluation.ts";
import type { Finding } from "../../findings/finding.ts";
import { formatPeriod } from "../../model/period.ts";
import { indexTable } from "../../model/index-table.ts";
import type { TableIndex } from "../../model/table-index.ts";
import { bringIntoForce } from "../../rules/resolve.ts";
import { readOwnTargets } from "../../rules/own-targets.ts";
import type { Address } from "../../workbook/address.ts";
import { failed, success } from "../../workbook/failure.ts";
import type { Result } from "../../workbook/failure.ts";
import type { ComposedSpan, ComposeNote, Composition } from "./composition.ts";
import { join } from "./fragment.ts";
import type { Fragment } from "./fragment.ts";
import { groupTables } from "./groups.ts";
import type { Grouping } from "./groups.ts";
import { composeParagraph } from "./paragraph.ts";
import type { Style } from "./style.ts";
import { GENERAL } from "./styles/general.ts";
import type { Topic } from "./topics.ts";

/** What a text is composed from: the tables of a validation, the targets it judged by, and what it found. */
export type ComposeSource = Pick<Evaluation, "book" | "tables" | "rules" | "findings" | "unread">;

/**
 * 成文: the paragraphs of the report as a style words them, with the origin of every number. Pure and deterministic.
 * What is missing is left out and told; a workbook without a table that can be told of is a failure.
 */
export function compose(source: ComposeSource, style: Style): Result<Composition> {
  const book = source.tables.map(indexTable);
  const notes: ComposeNote[] = [];
  const wanted = groupTables(book, style.paragraphs);
  const isWidened = wanted.groups.length === 0;
  const grouping = isWidened ? groupTables(book, GENERAL.paragraphs) : wanted;
  if (isWidened && grouping.groups.length > 0) notes.push({ code: "style-widened", cells: [] });
  const text = write(source, style, book, grouping, notes);
  if (text.text === "") {
    const sheets = [
      ...source.unread.map(({ sheet }) => sheet),
      ...source.tables.map(({ sheet }) => sheet),
    ];
    return failed({ code: "nothing-to-compose", sheets: [...new Set(sheets)] });
  }
  notes.push(...leftOut(grouping.unused), ...suspects(text.spans, source.findings));
  return success({
    style: style.name,
    text: text.text,
    spans: withOwnKeys(text.spans),
    notes: withoutRepeats(notes),
  });
}

function write(
  { rules }: ComposeSource,
  style: Style,
  book: readonly TableIndex[],
  { groups }: Grouping,
  notes: ComposeNote[]
): Fragment {
  const contextOf = contextsOf(book, rules);
  const paragraphs: Fragment[] = [];
  let before: string | null = null;
  for (const group of groups) {
    const paragraph = composeParagraph(group, {
      style,
      contextOf,
      before,
      note: (note) => notes.push(note),
    });
    if (paragraph === null) continue;
    paragraphs.push(paragraph);
    if (group.period !== null) before = formatPeriod(group.period);
  }
  return join(paragraphs, "\n");
}

/** The targets in force, as the validation had them. */
function contextsOf(
  book: readonly TableIndex[],
  rules: ComposeSource["rules"]
): (topic: Topic) => CheckContext {
  const columns = new Map(book.map((index) => [index, readOwnTargets(index)]));
  const own = rules.filter(({ origin }) => origin.kind !== "target-column");
  const targets = bringIntoForce(own, columns);
  const contexts = new Map<TableIndex, CheckContext>();
  return ({ index }) => {
    const known = contexts.get(index);
    if (known !== undefined) return known;
    const context: CheckContext = { index, book, targets, calculation: "automatic" };
    contexts.set(index, context);
    return context;
  };
}

function leftOut(unused: readonly TableIndex[]): readonly ComposeNote[] {
  return unused.map(({ table }) => ({
    code: "table-left-out",
    reason: table.subjects.some(({ role }) => role === "project") ? "projects" : "style",
    cells: [{ sheet: table.sheet, area: table.area }],
  }));
}

/** Cells of the text that the validation has something against. An unmet target is no fault of the data. */
function suspects(
  spans: readonly ComposedSpan[],
  findings: readonly Finding[]
): readonly ComposeNote[] {
  const used = new Set(spans.flatMap(({ cells }) => cells.map(keyOfCell)));
  return findings.flatMap(({ code, severity, at }): ComposeNote[] =>
    severity !== "information" && used.has(keyOfCell(at))
      ? [{ code: "suspect", finding: code, cells: [at] }]
      : []
  );
}

function keyOfCell({ sheet, area }: Address): string {
  return `${area.row}|${area.column}|${sheet}`;
}

/** Two numbers said to be the same are told apart by their order. */
function withOwnKeys(spans: readonly ComposedSpan[]): readonly ComposedSpan[] {
  const seen = new Map<string, number>();
  return spans.map((span) => {
    const times = (seen.get(span.key) ?? 0) + 1;
    seen.set(span.key, times);
    return times === 1 ? span : { ...span, key: `${span.key}#${times}` };
  });
}

function withoutRepeats(notes: readonly ComposeNote[]): readonly ComposeNote[] {
  const seen = new Set<string>();
  return notes.filter((note) => {
    const text = JSON.stringify(note);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
