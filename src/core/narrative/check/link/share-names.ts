import { scopeIn } from "../figures/against.ts";
import type { Figure } from "../figures/figure.ts";
import { beforeInSentence } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { compare } from "./share-candidates.ts";
import { quantityIn } from "./quantities.ts";

/** How far back a whole may be named. */
const FAR = 60;

/**
 * The whole that the words of a share leave no doubt of: 占固定资产投资的 is the only number of that name; a bare 占比 behind 其中
 * is of the number 其中 opens. undefined where more than one could be meant.
 */
export function wholeSaid(context: LinkContext, figure: Figure, part: Figure): Figure | undefined {
  const name = nameSaid(figure);
  if (name === undefined) return undefined;
  const opened = openedWhole(context, part);
  if (name === "") return opened;
  // Of several of that name, the one that 其中 opens.
  const isOpened = opened !== undefined && namesOf(context, opened).includes(coreOf(name));
  return isOpened ? opened : namedBefore(context, part, name);
}

/** What stands between 占 and 的: "" where nothing does, undefined for a wider whole (全市, 全省) that is told elsewhere. */
function nameSaid({ chunk, against }: Figure): string | undefined {
  if (/占(?!地(?!区))[^,;]*(?:全[市省国]|[东中西]部)/u.test(chunk)) return undefined;
  if (against?.kind === "name") return against.name;
  const said =
    /占(?!地(?!区)|比)([^,;]{2,20}?)(?:的比重|的比例|比重|的)?(?:分别)?[为达到约的]*$/u.exec(
      chunk
    )?.[1];
  return said ?? (against === null ? "" : undefined);
}

/** 固定资产投资763亿元,…其中工业投资482亿元,占63%: the nearest larger number before 其中. */
function openedWhole(context: LinkContext, part: Figure): Figure | undefined {
  if (!/其中/u.test(part.lead)) return undefined;
  const isWhole = (other: Figure): boolean =>
    other.role === "level" &&
    other.head === null &&
    isOfUnit(part, other) &&
    compare(other, part) > 0;
  const earlier = beforeInSentence(context, part);
  if (earlier.length > 0 || !/^其中/u.test(part.lead)) return earlier.find(isWhole);
  // 。其中,… goes on with the sentence before.
  const last = context.figures[part.index - 1];
  if (last?.sentence.paragraph !== part.sentence.paragraph) return undefined;
  return [last, ...beforeInSentence(context, last)].find(isWhole);
}

/** Of which wider whole a number is: 全市开发区 for 全市9个开发区实现…, whose words the count parts. */
export function scopeOf(
  context: LinkContext,
  { index, topic, sentence }: Figure
): string | undefined {
  const subject = topic?.subject ?? "";
  const own = scopeIn(subject);
  if (
    own !== undefined ||
    !/^(?:[省国]家?级|工业类|以上)*(?:开发区|园区|经开区|高新区)/u.test(subject)
  )
    return own;
  const counted = context.figures[index - 1];
  const isCounted = counted?.unit?.name === "个" && counted.sentence === sentence;
  const wider = isCounted ? /全[国省市区县]$/u.exec(counted.chunk)?.[0] : undefined;
  return wider === undefined ? undefined : `${wider}开发区`;
}

/** Counts are of one unit: 18个 of 63个, never of 63户. */
export function isOfUnit(part: Figure, whole: Figure): boolean {
  if (part.unit?.family === "count" || whole.unit?.family === "count")
    return part.unit?.name === whole.unit?.name;
  return quantityIn(part, whole.unit) !== undefined;
}

/** The only number before it that bears the name; of several with one value, the nearest. */
export function namedBefore(context: LinkContext, part: Figure, name: string): Figure | undefined {
  const wanted = coreOf(name);
  const noun = /^(?:项目|企业|户)/u.exec(bareOf(name))?.[0];
  if (wanted === "" && noun === undefined) return undefined;
  const exact: Figure[] = [];
  const nouned: Figure[] = [];
  const ending: Figure[] = [];
  // 新能源产业实现产值142.7亿元,占规上工业的44.8%: of its output, as the part is.
  const own = coreOf(part.chunk).replace("总", "");
  for (let i = part.index - 1; i >= 0 && i > part.index - FAR; i--) {
    const other = context.figures[i];
    if (other?.sentence.article !== part.sentence.article) break;
    if (other.role !== "level" || other.head !== null || !isOfUnit(part, other)) continue;
    if (compare(other, part) <= 0 || other.approximation !== null) continue;
    if (wanted !== "" && namesOf(context, other).includes(wanted)) exact.push(other);
    else if (isOfNoun(coreOf(other.chunk).replace("总", ""), wanted, own)) nouned.push(other);
    else if (
      other.sentence.paragraph === part.sentence.paragraph &&
      !/其中/u.test(other.lead) &&
      endsIn(context, other, wanted === "" ? noun : wanted)
    )
      ending.push(other);
  }
  const found = exact.length > 0 ? exact : nouned.length > 0 ? nouned : ending;
  const [nearest] = found;
  return found.every((other) => nearest !== undefined && compare(other, nearest) === 0)
    ? nearest
    : undefined;
}

/** 规上工业产值 is 规上工业 and 产值, which ends the part's own name. */
function isOfNoun(name: string, wanted: string, own: string): boolean {
  const noun = name.slice(wanted.length);
  return wanted.length > 1 && noun.length > 1 && name.startsWith(wanted) && own.endsWith(noun);
}

/** 引进市外资金项目314个 is of 项目总数, 新签约项目214个 of 签约项目总数. */
function endsIn(context: LinkContext, figure: Figure, words: string | undefined): boolean {
  if (words === undefined) return false;
  const behind = /^[一-龥]{0,10}/u.exec(figure.tail)?.[0] ?? "";
  // 286个重点项目总投资…: the noun ends the name, whatever verb or money follows.
  const noun = /^[一-龥]{0,6}?(?:项目|企业)/u.exec(behind)?.[0] ?? "";
  const names = [bareOf(figure.chunk), bareOf(behind), noun, ...namesOf(context, figure)];
  return names.some((name) => name.endsWith(words));
}

/** Names that were read: a number may be the whole of many shares behind it. */
const READ = new WeakMap<Figure, readonly string[]>();

function namesOf(context: LinkContext, figure: Figure): readonly string[] {
  const known = READ.get(figure);
  if (known !== undefined) return known;
  const names = readNames(context, figure);
  READ.set(figure, names);
  return names;
}

/** What a number is called: by its clause, by its topic, by the noun behind it, by what is counted before it. */
function readNames(context: LinkContext, figure: Figure): readonly string[] {
  const own = coreOf(figure.chunk);
  const behind = coreOf(/^[一-龥]{0,10}/u.exec(figure.tail)?.[0] ?? "");
  const topic = figure.topic === null ? "" : coreOf(figure.topic.name);
  const names = [own, own + behind, behind, own.replace("企业", "")];
  // The topic of 其中制造业项目 is its whole's: a number that is narrowed bears its own name only.
  if (own === "" || topic.includes(own) || own.includes(topic)) names.push(topic);
  // 规上工业企业216户,实现产值546.8亿元 is 规上工业产值.
  const counted = context.figures[figure.index - 1];
  if (counted?.unit?.family === "count" && counted.sentence === figure.sentence)
    names.push(coreOf(counted.chunk) + own);
  return names.filter((each) => each.length > 1);
}

const WHERE =
  /(?:全[区县州旗盟园部]|[我本][市区县]|各|所有|整个|省级|国家级)*(?:开发区|园区|经开区|高新区)?(?:的|内)?/gu;
const WHEN =
  /截[至止]?[^,]{0,8}[底末]|(?:(?:19|20)\d{2}年)?(?:\d{1,2}(?:-\d{1,2})?月份?|[上下]半年|前?[一二三四]季度|全年|今年以来|今年|当年|年度)(?:末|底)?/gu;
const VERBS =
  /(?:累计|实际|共有|共计?|合计|总计|已?完成|实现|达到|实施|拥有|现有|入库|引进|其中|新增|为|达|有|的)/gu;
const MEASURES = /(?:总数|总量|总额|总值|总|个数|数量|面积|数|额)+$/u;

/** A name without place, time and verb. */
function bareOf(words: string): string {
  return words
    .replace(/GDP|(?:国内|地区)生产总值/gu, "生产总值")
    .replace(WHEN, "")
    .replace(WHERE, "")
    .replace(VERBS, "")
    .replace(/[“”"()、,]|约$/gu, "");
}

/** A name without measure as well: 我市开发区固定资产投资总额 → 固定资产投资, 签约项目个数 → 签约. */
export function coreOf(words: string): string {
  return bareOf(words)
    .replace(MEASURES, "")
    .replace(/(?:项目|企业)$/u, "");
}
