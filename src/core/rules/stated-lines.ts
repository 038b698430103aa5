import { normaliseText } from "../catalog/index.ts";
import { readPhrase, stripLeadIn } from "../catalog/phrase.ts";
import type { Token } from "../catalog/phrase.ts";
import type { TableNote } from "../model/around.ts";
import type { Measure } from "../model/measure.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { parseStatedClauses } from "./stated-clauses.ts";
import { fieldsAimedAt } from "./stated-fields.ts";
import type { StatedTarget } from "./stated-fields.ts";

/** A sentence that sets targets holds one of these. */
const AIMED = /目标|省定|省初定|市定|省下达|市下达|考核(?:值|要求)|任务/u;
/** A sentence that tells of what was reached, of another time, or of how a column is computed. */
const TOLD =
  /达标|达到.{0,8}(?:目标|任务)|完成.{0,6}(?:目标|任务)|未达|均达|目标的|任务的|完成率|进度|差距|超额|上年|去年|同期|位次|排名|[=÷×/]|扣|得分|计分|分值|满分|权重/u;
/** The words that name a target and nothing else, as a lead to a list: 省定目标:… */
const LEAD =
  /^(?:注|备注|说明|其中|\d{4}年度?|本?年度|全年|[省市区县委级的为]|政府|初定|确定|定|下达|考核|各|开发区|园区|主要|指标|增速|增长|目标[值数]?|任务数?|要求|分别|如下|\d{1,2}[.、)]|\(\d{1,2}\)|[一二三四五六七八九十]{1,2}、|:)*$/u;
const NUMBER_AHEAD =
  /^(.*?)((?:不低于|不少于|不小于|不高于|不超过|不大于|控制在|高于|超过|低于|达到|≥|≤|>|<)?(?:[+-]?\d+(?:\.\d+)?(?!年|月|季).*|全[市省].*|(?:保持|实现)?(?:正|零|负)增长$|只增不减$))$/u;

/** The targets that the title, the band above a table and its notes state, with the columns they are held against. */
export function readStatedLines(index: TableIndex): readonly StatedTarget[] {
  const { above, notes } = index.table.around;
  return [...above, ...notes].flatMap((line) =>
    line.text
      .split(/[。\n]/u)
      .map((sentence) => unbracketed(normaliseText(sentence)))
      .flatMap(statementsIn)
      .filter((sentence) => !TOLD.test(sentence))
      .flatMap((sentence) => readSentence(index, sentence, line))
  );
}

/** (省定目标:…) as a line of its own. */
function unbracketed(sentence: string): string {
  const inner = /^\((.*)\)$/u.exec(sentence)?.[1];
  return inner === undefined || /^[^(]*\)/u.test(inner) ? sentence : inner;
}

/** The parts of a sentence that set targets; behind 省定目标:…; the next ones go on with the list. */
function statementsIn(sentence: string): readonly string[] {
  const parts = sentence.split(";");
  const first = parts.findIndex((part) => AIMED.test(part));
  const isList = /(?:目标|任务)[值数]?(?:如下|分别为)?:/u.test(parts[first] ?? "");
  return parts.filter((part, place) => AIMED.test(part) || (isList && place > first));
}

interface Group {
  readonly head: string;
  readonly pieces: string[];
}

function readSentence(
  index: TableIndex,
  sentence: string,
  { at }: TableNote
): readonly StatedTarget[] {
  if (isOfOtherYear(index, sentence)) return [];
  const groups = groupsOf(sentence);
  if (groups === undefined) return [];
  return groups.flatMap((group): StatedTarget[] => {
    const fields = fieldsNamed(index, group.head);
    const clauses = parseStatedClauses(group.pieces.join(","));
    if (fields === undefined || clauses === undefined) return [];
    const words =
      sentence.includes("省") || sentence.includes("市定") ? sentence : group.pieces.join(",");
    const aimedAt = fieldsAimedAt(fields.among, clauses, fields.stands);
    return aimedAt.length === 0 ? [] : [{ clauses, fields: aimedAt, words, at }];
  });
}

/** 2023年目标 in a table of 2024. */
function isOfOtherYear({ table }: TableIndex, sentence: string): boolean {
  const years = [...sentence.matchAll(/(20\d{2})年/gu)].map(([, year]) => Number(year));
  const own = table.period?.year ?? null;
  return own !== null && years.length > 0 && !years.includes(own);
}

/** 工业投资增速17%(河津16%),增加值增速7%: one group for each name, with the pieces behind it that name zones. */
function groupsOf(sentence: string): readonly Group[] | undefined {
  // Which year it is of was asked before; the number ahead is what is aimed at.
  const open = stripLeadIn(withoutLead(unwrapped(sentence))).replace(/20\d{2}年度?/gu, "");
  const groups: Group[] = [];
  for (const piece of open.split(/[,、](?![^()]*\))/u)) {
    if (piece === "") continue;
    const cut = NUMBER_AHEAD.exec(piece);
    const [head = "", tail = ""] = cut === null ? [piece, ""] : [cut[1], cut[2]];
    const last = groups.at(-1);
    if (tail !== "" && namesIndicator(head)) groups.push({ head, pieces: [tail] });
    else if (tail !== "" && last === undefined && LEAD.test(head))
      groups.push({ head: "", pieces: [tail] });
    else if (namesIndicator(piece)) return undefined;
    else if (last !== undefined) last.pieces.push(piece);
    else return undefined;
  }
  return groups;
}

/** 一、固定资产投资(目标12%) is 固定资产投资目标12%. */
function unwrapped(sentence: string): string {
  return stripLeadIn(sentence).replace(
    /\(((?:[^()]{0,8}(?:目标|省定|市定|省初定|任务|下达))[^()]*)\)/gu,
    "$1"
  );
}

/** What stands before the last colon, where it only says that targets follow. */
function withoutLead(sentence: string): string {
  let rest = sentence;
  for (let at = rest.indexOf(":"); at !== -1; at = rest.indexOf(":")) {
    if (LEAD.test(rest.slice(0, at))) rest = rest.slice(at + 1);
    else rest = rest.slice(0, at) + rest.slice(at + 1);
  }
  return rest;
}

function namesIndicator(head: string): boolean {
  return head !== "" && readPhrase(head).some(({ kind }) => kind === "indicator");
}

const MEASURES: readonly (readonly [RegExp, Measure])[] = [
  [/增速|增长|增幅|同比/u, "growth"],
  [/占比|比重|占/u, "share"],
];

/** The columns of the indicator that the words before a number name: all of it, or those of the measure they say. */
function fieldsNamed(
  { table }: TableIndex,
  head: string
): { readonly among: readonly Field[]; readonly stands: "their-own" | "what-fits" } | undefined {
  const tokens = readPhrase(head);
  const ids = new Set(tokens.flatMap(nameOf));
  if (head !== "" && (ids.size === 0 || tokens.some(isForeign))) return undefined;
  const own = new Set(table.fields.map(({ indicator }) => indicator.id));
  if (ids.size === 0) {
    if (own.size !== 1) return undefined;
    return { among: table.fields, stands: "what-fits" };
  }
  const [id] = [...ids].filter((one) => own.has(one));
  if (id === undefined) return undefined;
  const fields = table.fields.filter(({ indicator }) => indicator.id === id);
  const said = MEASURES.find(([words]) =>
    words.test(head.replace(/固定资产投资|增加值/gu, ""))
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
