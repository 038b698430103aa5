import { normaliseText } from "../catalog/normalise.ts";
import { parseVerdict } from "../catalog/verdict-words.ts";
import type { GridCell, GridRow } from "./grid.ts";
import { asksForVerdict } from "./words.ts";
import type { Word, Words } from "./words.ts";

/** 注 opens a note, with or without a colon; 注册, 注销 and 注资 open names. */
const NOTE =
  /^(?:\(?[一二三四五六七八九十\d]{1,2}[))、.]\(?|\()?(?:(?:说明|备注|附注|注释|(?:表[内间]|逻辑|平衡|主要|有关|数据|指标间?|数量)?(?:审核|逻辑|平衡|勾稽|校验|核对|对应|数量|计算|表[内间])(?:审核)?(?:关系|公式)|数据来源|资料来源|填报说明|填表说明|编制说明|指标解释|指标说明|特别说明|有关说明)(?!\p{Script=Han}{0,4}(?:率|数|额|个|项)(?:\(|$))|注(?![册销资入塑]))/u;
/** 01=02+03, 3列=1列-2列: a relation between numbered rows or columns. */
const RELATION =
  /^(?:\(\d{1,2}\)|[1-9][.、])?(?:第?\d{1,3}[行列栏]|0\d|\(\d{1,2}\))(?:[+-]第?\(?\d{1,3}\)?[行列栏]?)*[=≥≤<>]/u;
/** [1] 快报数: what a mark beside a name or number stands for. */
const FOOTNOTE = /^\s*(?:[[［〔【]\d{1,2}[\]］〕】]|[①-⑳*＊†‡])/u;
const SIGNERS =
  "填表人|制表人|制表|填报人|填表|审核人|复核人|复核|校核|校对|审核|审签|统计负责人|单位负责人|主要负责人|分管领导|分管负责人|主管领导|负责人|经办人|报送人|联系电话|联系方式|联系人|报出日期|报送日期|填报日期|填表日期|报送时间|签字|签章|盖章|公章|单位领导";
const SIGNATURE = new RegExp(`(?:${SIGNERS})(?:\\([^)]*\\))?:`, "u");
const SIGNER = new RegExp(`^(?:${SIGNERS}):?`, "u");
/** What every text around a table has a letter of; most rows of numbers have none and need no closer look. */
const MAY_BE_LOOSE =
  /[=≥≤:：※注说説备備附数數资資审審填制製核复校统統单單主分负負经經报報联聯签簽盖蓋公机機内內续續批有文编編综綜计計日时時表第页頁特指【(（]/u;
const CAPTION =
  /^(?:附件|附表|表号|表\d|机密|内部|\(?续表|制定机关|批准文号|有效期|文号)|(?:填报单位|报送单位|编制单位|汇总单位|填表单位|制表单位|综合机关名称|报告期|填报时间|报送时间|制表时间|日期|时间)(?:\([^)]*\))?:|^\(?(?:计量|金额|面积|货币|数量|投资|产值|人数|电量)?单位:|^\(?(?:计量|金额)?单位(?:为)?[亿万千百]*元/u;
const PAGE = /^第?\d+页(?:[,、]?共\d+页)?$|^第\d+页/u;

/** What a row outside the numbers is for. */
export type LooseKind = "note" | "signature" | "caption" | "page" | "text" | "numbers";

export function looseKindOf(row: GridRow): LooseKind {
  const first = row.cells.find((cell) => cell.kind === "text");
  if (first === undefined) return "numbers";
  const hasNumber = row.cells.some((cell) => cell.kind === "number");
  if (!row.cells.some((cell) => cell.kind === "text" && mayBeLoose(cell)))
    return hasNumber ? "numbers" : "text";
  const key = normaliseText(
    typeof first.value === "string"
      ? first.value.replace(/^\s*(?:※|[(（]注\d*[)）])/u, "注:")
      : first.text
  );
  if (NOTE.test(key) && !isHeading(row)) return "note";
  if (RELATION.test(key)) return "note";
  if (row.cells.length === 1 && typeof first.value === "string" && FOOTNOTE.test(first.value))
    return "note";
  const line = normaliseText(row.cells.map((cell) => cell.text).join(" "));
  const signers = row.cells.filter((cell) => SIGNER.test(normaliseText(cell.text)));
  if (PAGE.test(key)) return "page";
  // 批准文号 among the heads of a header is the head of a column.
  const isOfHeads = isHeading(row) && !/[:：]/u.test(line) && !CAPTION.test(key);
  if (
    !isOfHeads &&
    row.cells.some((cell) => cell.kind === "text" && CAPTION.test(normaliseText(cell.text)))
  )
    return "caption";
  if (SIGNATURE.test(line) || signers.length >= 2) return "signature";
  return hasNumber ? "numbers" : "text";
}

function mayBeLoose(cell: GridCell): boolean {
  const text = typeof cell.value === "string" ? cell.value : cell.text;
  return MAY_BE_LOOSE.test(text) || /^\d/u.test(text);
}

/** A line of prose under the numbers that does not call itself a note: 括号内数字为位次, 以上数据为快报数。 */
export function isSentence(row: GridRow): boolean {
  const [only, ...others] = row.cells;
  if (only?.kind !== "text" || others.length > 0) return false;
  const key = normaliseText(only.text);
  if (
    /^(?:"?[▲△▼]|括号内|以上|本表|上表|表中|表内|上述|数据为|数据由|数据以|"-"|“-”|-表示)/u.test(
      key
    )
  )
    return key.length >= (/[▲△▼]/u.test(key) ? 4 : 6);
  return /[。;]/u.test(key) || (/[,:]/u.test(key) && key.length >= 18);
}

/** 2023年7月10日 or 运城市统计局 alone in its row, where a paper is signed. */
export function isImprint(row: GridRow): boolean {
  const [only, ...others] = row.cells;
  if (only?.kind !== "text" || others.length > 0) return false;
  const key = normaliseText(only.text);
  return (
    /^(?:20\d{2}|二.{3})年.{1,3}月.{1,3}日$|^20\d{2}[-/.]\d{1,2}[-/.]\d{1,2}$/u.test(key) ||
    /^\p{Script=Han}{3,}(?:局|办|办公室|委|厅|政府|科|处|队)$|^\((?:盖章|公章|签章)\)$/u.test(key)
  );
}

/** 备注 or 说明 among the heads of a header is no note: other heads stand beside it. */
function isHeading(row: GridRow): boolean {
  const isNamed = row.cells.some((cell) => /[:：]$/u.test(cell.text));
  return !isNamed && row.cells.length >= 3 && row.cells.every((cell) => cell.text.length <= 12);
}

/** A number, an error, a text number or a declared blank: what no header holds. Years and misread months are not. */
export function isDataCell(cell: GridCell, words: Words): boolean {
  if (cell.kind === "text") return words(cell.text).isData && !YEAR.test(cell.text);
  return !cell.isDate && !isYear(cell);
}

/** 2002 typed as text over a column. */
const YEAR = /^(?:19[5-9]\d|20\d{2})$/u;

function isYear(cell: GridCell): boolean {
  return (
    typeof cell.value === "number" &&
    Number.isInteger(cell.value) &&
    cell.value >= 1949 &&
    cell.value <= 2099
  );
}

const STEMS = "甲乙丙丁戊己庚辛壬癸";

/** The row 甲 乙 丙 1 2 3 under a header: it numbers the columns and holds no data. */
export function isIndexRow(row: GridRow): boolean {
  const rest = row.cells.filter(
    (cell) =>
      !(cell.text.length === 1 && STEMS.includes(cell.text)) &&
      !/^[栏行]次$|^序号$/u.test(cell.text)
  );
  const numbers = rest.map((cell) =>
    Number(cell.text.replace(/^[((](.*)[))]$/u, "$1").replace(/=.*$/u, ""))
  );
  if (row.cells.length < 2) return false;
  if (isCodeRow(row)) return true;
  if (numbers.some((number) => !Number.isInteger(number))) return false;
  const isSequence = numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
  if (!isSequence) return false;
  return rest.length < row.cells.length ? true : rest.length >= 3 && numbers[0] === 1;
}

/** 代码 | 01 | 02 under a header: it names the columns once more, by their codes. */
function isCodeRow({ cells }: GridRow): boolean {
  const [first, ...codes] = cells;
  if (
    first === undefined ||
    !/^(?:指标|栏目|项目|列)?(?:代码|编码|代号|编号|列号)$/u.test(first.text)
  )
    return false;
  return (
    codes.length >= 2 && codes.every(({ text }) => /^[A-Z]{0,3}\d{1,4}(?:-\d+)?$/iu.test(text))
  );
}

/** 计量单位 at the left of a row of units. */
function isUnitRow({ cells }: GridRow, words: Words): boolean {
  const [first, ...units] = cells;
  return (
    first !== undefined &&
    /^(?:计量)?单位$/u.test(first.text) &&
    units.length > 0 &&
    units.every(({ text }) => words(text).isUnit || /^[-—/]$/u.test(text))
  );
}

/** 是否达标 | 完成 | 未完成 | 完成: the verdicts on zones that stand across. */
function isVerdictRow({ cells }: GridRow, words: Words): boolean {
  const verdicts = cells.filter(({ text }) => parseVerdict(text) !== undefined);
  return (
    verdicts.length >= 2 &&
    cells.slice(0, cells.length - verdicts.length).some(({ text }) => asksForVerdict(words(text)))
  );
}

/** Whether a row can open a header: words of headers in at least two cells, and no data. */
export function isHeaderRow(row: GridRow, words: Words): boolean {
  const [first] = row.cells;
  if (first === undefined || row.cells.length < 2) return false;
  if (tellsDay(words(first.text)) || isVerdictRow(row, words)) return false;
  let names = 0;
  let measures = 0;
  let indicators = 0;
  let subjects = 0;
  let others = 0;
  for (const cell of row.cells) {
    if (isDataCell(cell, words)) return false;
    const word = words(cell.text);
    if (word.head !== null || word.isListHead || word.isPeriodHead) names += 1;
    else if (
      word.hasMeasure ||
      word.hasPeriod ||
      word.isNotMeasure ||
      cell.isDate ||
      cell.kind === "number"
    )
      measures += 1;
    else if (word.hasIndicator) indicators += 1;
    else if (word.isZone || word.isTotal || word.isReference) subjects += 1;
    else if (word.key.length >= 2 && !/^[一二三四五六七八九十]+[、.]?$/u.test(word.key))
      others += 1;
  }
  if (looseKindOf(row) !== "text" && row.cells.every((cell) => cell.kind === "text")) return false;
  // 一 | 经济指标 is a heading among the rows: a header names something beside its name column.
  if (names > 0) return names + measures + indicators + subjects + others >= 2;
  return measures + indicators >= 2
    ? measures > 0 || indicators >= 2
    : subjects >= 2 && row.cells.length >= 3;
}

/** 批准时间 | 2006年 | 2010年 at the left of a row: what it tells, and no head. */
function tellsDay({ key, isNotMeasure }: Word): boolean {
  return isNotMeasure && /(?:时间|日期|年份)$/u.test(key);
}

/** Whether a row goes on with the header above it: no data, and nothing named in its first columns but heads. */
export function continuesHeader(row: GridRow, left: number, words: Words): boolean {
  if (isIndexRow(row) || isUnitRow(row, words)) return true;
  const loose = looseKindOf(row);
  if (loose === "note" || loose === "signature" || loose === "caption") return false;
  if (row.cells.some((cell) => isDataCell(cell, words))) return false;
  const [first] = row.cells;
  if (first === undefined) return false;
  const word = words(first.text);
  if (first.column <= left) {
    const isHead =
      word.head !== null ||
      word.isPeriodHead ||
      (word.isNotMeasure && !tellsDay(word)) ||
      word.isUnit ||
      word.hasPeriod ||
      (word.hasMeasure && !word.hasIndicator);
    if (!isHead || row.cells.length < 2) return false;
  }
  return row.cells.some((cell) => {
    const other = words(cell.text);
    return (
      /^其中[::]?\p{Script=Han}/u.test(cell.text) ||
      (typeof cell.value === "string" && /^\s*[##]\s*\p{Script=Han}/u.test(cell.value)) ||
      other.hasMeasure ||
      other.isUnit ||
      other.hasIndicator ||
      other.hasPeriod ||
      other.isReference ||
      other.isTotal ||
      other.isZone ||
      cell.kind === "number" ||
      other.isNotMeasure ||
      other.head !== null
    );
  });
}
