import { normaliseText } from "../catalog/index.ts";
import { readPhrase } from "../catalog/phrase.ts";
import type { Token } from "../catalog/phrase.ts";
import type { TableNote } from "../model/around.ts";
import type { Measure } from "../model/measure.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { parseStatedClauses } from "./stated-clauses.ts";
import { LEAD, groupsOf } from "./stated-groups.ts";
import { fieldsAimedAt } from "./stated-fields.ts";
import type { StatedTarget } from "./stated-fields.ts";

/** A sentence that sets targets holds one of these. */
const AIMED = /目标|省定|省初定|市定|省下达|市下达|考核(?:值|要求)|任务/u;
/** A sentence that tells of what was reached, of another time, or of how a column is computed. */
const TOLD =
  /达标|达到.{0,8}(?:目标|任务)|完成.{0,6}(?:目标|任务)|未达|均达|目标的|任务的|完成率|进度|差距|超额|上年|去年|同期|位次|排名|[=÷×/]|扣|得分|计分|分值|满分|权重/u;
/** (以不低于省定目标为达标): what counts as reached says nothing of what was. */
const COUNTS_AS_MET = /(?:的)?(?:视|即|方可?|才|算)?(?:为|算)达标$/u;
/** 工业投资完成情况(省定目标17%,河津16%): a title with what is aimed at in a bracket at its end. */
const BEHIND_TITLE = /^(?<about>.{2,})\((?<inner>[^()]*\d[^()]*)\)表?$/u;

/** What sets targets, and what it is of where its own words do not say. */
interface Statement {
  readonly text: string;
  readonly about: string;
}

/** The targets that the title, the band above a table and its notes state, with the columns they are held against. */
export function readStatedLines(index: TableIndex): readonly StatedTarget[] {
  const { above, notes } = index.table.around;
  return [...above, ...notes].flatMap((line) =>
    line.text
      .split(/[。\n]/u)
      .map((sentence) => unbracketed(normaliseText(sentence)))
      .flatMap(statementsIn)
      .filter(({ text }) => !TOLD.test(text))
      .flatMap((statement) => readStatement(index, statement, line))
  );
}

/** (省定目标:…) as a line of its own. */
function unbracketed(sentence: string): string {
  const inner = /^\((.*)\)$/u.exec(sentence)?.[1];
  return inner === undefined || /^[^(]*\)/u.test(inner) ? sentence : inner;
}

/** The parts of a sentence that set targets; behind 省定目标:…; the next ones go on with the list. */
function statementsIn(sentence: string): readonly Statement[] {
  const title = BEHIND_TITLE.exec(sentence)?.groups;
  const { about = "", inner = "" } = title ?? {};
  if (AIMED.test(inner) && !AIMED.test(about)) return [{ text: inner, about }];
  const parts = sentence.split(";");
  const first = parts.findIndex((part) => AIMED.test(part));
  const isList = /(?:目标|任务)[值数]?(?:如下|分别为)?:/u.test(parts[first] ?? "");
  return parts
    .filter((part, place) => AIMED.test(part) || (isList && place > first))
    .map((part) => ({ text: part.replace(COUNTS_AS_MET, ""), about: "" }));
}

function readStatement(
  index: TableIndex,
  { text, about }: Statement,
  { at }: TableNote
): readonly StatedTarget[] {
  if (isOfOtherYear(index, text)) return [];
  const groups = groupsOf(text);
  const read = groups?.map(({ head, pieces }) => ({
    fields: fieldsNamed(index, head, about),
    clauses: parseStatedClauses(pieces.join(",")),
    words: text.includes("省") || text.includes("市定") ? text : pieces.join(","),
  }));
  // Half a statement would judge wrongly: what cannot be read may be an exception.
  if (read === undefined || read.some(({ clauses }) => clauses === undefined)) return [];
  return read.flatMap(({ fields, clauses = [], words }): StatedTarget[] => {
    const aimedAt = fields === undefined ? [] : fieldsAimedAt(fields.among, clauses, fields.stands);
    return aimedAt.length === 0 ? [] : [{ clauses, fields: aimedAt, words, at }];
  });
}

/** 2023年目标 in a table of 2024. */
function isOfOtherYear({ table }: TableIndex, sentence: string): boolean {
  const years = [...sentence.matchAll(/(20\d{2})年/gu)].map(([, year]) => Number(year));
  const own = table.period?.year ?? null;
  return own !== null && years.length > 0 && !years.includes(own);
}

const MEASURES: readonly (readonly [RegExp, Measure])[] = [
  [/增速|增长|增幅|同比/u, "growth"],
  [/占比|比重|占/u, "share"],
];

/** The columns of the indicator that the words before a number name: all of it, or those of the measure they say. */
function fieldsNamed(
  { table }: TableIndex,
  head: string,
  about: string
): { readonly among: readonly Field[]; readonly stands: "their-own" | "what-fits" } | undefined {
  const tokens = readPhrase(head);
  const ids = new Set(tokens.flatMap(nameOf));
  if (head !== "" && (ids.size === 0 || tokens.some(isForeign))) return undefined;
  const own = new Set(table.fields.map(({ indicator }) => indicator.id));
  const named = [...ids].filter((one) => own.has(one));
  if (ids.size === 0) {
    if (own.size === 1 && about === "") return { among: table.fields, stands: "what-fits" };
    const titled = new Set(readPhrase(about).flatMap(nameOf));
    named.push(...(titled.size === 0 && own.size === 1 ? own : titled));
    if (named.length !== 1) return undefined;
  }
  const [id] = named;
  if (id === undefined) return undefined;
  const fields = table.fields.filter(({ indicator }) => indicator.id === id);
  const said = MEASURES.find(([words]) =>
    words.test((head + about).replace(/固定资产投资|增加值/gu, ""))
  )?.[1];
  if (said === undefined) return { among: fields, stands: "what-fits" };
  return { among: fields.filter(({ measure }) => measure === said), stands: "their-own" };
}

function nameOf(token: Token): readonly string[] {
  return token.kind === "indicator" ? [token.indicator.id] : [];
}

/** Words nobody knows, or a wider whole: the number may be of something else. */
function isForeign(token: Token): boolean {
  if (token.kind === "reference") return true;
  return token.kind === "unknown" && !LEAD.test(token.text);
}
