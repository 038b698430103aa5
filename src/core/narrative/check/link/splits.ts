import type { Quantity } from "../../../model/interval.ts";
import { compareRatio, toNumber } from "../../../model/ratio.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { DONE, addOrder, isAboveOf } from "./part-orders.ts";
import { judgeFigure, quantity, resultOf, statedOf } from "./quantities.ts";
import { sumOf } from "./rate-bases.ts";
import { areApart, closedSplit, completeSplit, nameOf } from "./split-sets.ts";
import type { Part } from "./split-sets.ts";

/**
 * The whole of a list of parts: 共39个,其中工业20个、农业10个、服务业9个; 进出口120.3亿元,其中出口…、进口…. Where the parts add up it is
 * a sum; parts need not exhaust their whole, so that only 进出口 and its like must.
 */
export function linkSplit(context: LinkContext, figure: Figure): void {
  const named = partsAfter(context, figure);
  if (named.length < 2) return;
  const whole = completeSplit(figure, named);
  const closed = whole === undefined ? closedSplit(figure, named) : undefined;
  const complete = whole ?? closed;
  const parts = (complete ?? named).map((part) => part.figure);
  const total = sumOf(parts, figure);
  if (total === undefined) return;
  const judged = judgeFigure(figure, total);
  const arithmetic = `${parts.map((part) => printedOf(context, part)).join(" + ")} = ${resultOf(total, statedOf(figure).decimals)}`;
  const isAbove = compareRatio(total.range.low, quantity(figure).range.high) > 0;
  if (judged.verdict === "disagrees") {
    // 其中 may go back to a whole before this one.
    if (closed === undefined && isAbove && hasLarger(context, figure, parts)) return;
    if (closed !== undefined && hasSkipped(context, parts)) return;
    // 49个经开区和5个园区。其中:东部32个…: the two together are the whole.
    if (/^[^,;]*[和与及、]/u.test(figure.lead) && isBesideLevel(context, figure)) return;
    // 分地区看,…: told in a sentence of its own, it splits the number it comes near to, and no other.
    if (BY_KIND.test(parts[0]?.lead ?? "") && !isNear(total, quantity(figure))) return;
    // 共71个,其中省外61个、市外71个: what is the whole itself leaves nothing for the others, unless they overlap.
    const isWhole = parts.some(({ value }) => value === figure.value);
    if (complete === undefined && !(isAbove && areApart(named) && !isWhole)) {
      if (parts[0]?.sentence !== figure.sentence) return;
      // Behind a semicolon something else may be told: it may confirm, not contradict.
      for (const part of parts) {
        const isApart =
          part !== parts[0] && (/^[;。]/u.test(part.lead) || part.sentence !== parts[0].sentence);
        // 协议外资…,实际外资…,其中某区协议外资…: each is part of the number of its own name.
        if (isAboveOf(part, figure) && hasLarger(context, figure, [part])) continue;
        if (!isApart || !isAboveOf(part, figure)) addOrder(context, part, figure);
      }
      return;
    }
  }
  addClaim(context, figure, {
    kind: "sum",
    ...judged,
    from: parts,
    arithmetic,
    notes: complete !== undefined ? [{ code: "split" }] : judged.notes,
  });
}

/** 35个,到位资金6.14亿元;…18个,到位资金8910万元;其它…: what lies between in another unit may belong to it. */
function hasSkipped(context: LinkContext, parts: readonly Figure[]): boolean {
  return context.figures.slice(parts[0]?.index, parts.at(-1)?.index).some(
    (other) =>
      other.role === "level" &&
      other.head === null &&
      !parts.includes(other) &&
      // 10亿元以下项目182个: the bounds of a class.
      !/^(?:及?以[上下]|至|-)/u.test(other.tail)
  );
}

/** Within a tenth of each other. */
function isNear(total: Quantity, whole: Quantity): boolean {
  const of = toNumber(whole.range.low);
  return Math.abs(toNumber(total.range.low) - of) <= Math.abs(of) / 10;
}

function isBesideLevel(context: LinkContext, figure: Figure): boolean {
  const previous = context.figures[figure.index - 1];
  return previous?.sentence === figure.sentence && previous.unit?.name === figure.unit?.name;
}

/** 分产业看, 按经营地统计: what follows splits the whole told before, in a sentence of its own. */
const BY_KIND = /^(?:从|分|按)[^,;:。\d]{1,10}(?:看|统计|划分|分)[,:]/u;
const OPENS = /(?:其中|包括|分别(?:是|为)|[::])[^,;]{0,16}$|其中,[^,;]{0,16}$/u;
/** 开工项目17个, “投产一批”项目12个: names of kinds, not what has been done of the whole. */
const STAGE_NAME = /一批|(?:签约|开工|投产|竣工|入库|新建|续建)(?:的)?(?:项目|工程|总?投资)/u;
const NOUN = /投资|产值|收入|税|资金|利润|增加值|零售|出口/u;

/**
 * The numbers that 其中 opens behind a whole, in its unit. Counts and money may alternate (签约项目19个,总投资57.11亿元;开工项目…):
 * money then goes with money of the same noun. What closes the bracket of the first, or makes the whole already, ends them.
 */
function partsAfter(context: LinkContext, figure: Figure): readonly Part[] {
  const parts: Part[] = [];
  const noun = NOUN.exec(figure.chunk)?.[0] ?? "";
  let isOpen = false;
  let isMixed = false;
  let depth = 0;
  let opened = 0;
  let at = figure.end;
  for (let i = figure.index + 1; i < context.figures.length && parts.length < 12; i++) {
    const other = context.figures[i];
    if (other === undefined || !isNearby(figure, other, isOpen)) break;
    for (; at < other.start; at++) {
      const letter = context.clean.text.charAt(at);
      if (letter === "(") depth += 1;
      else if (letter === ")") depth -= 1;
      if (depth < 0 || (isOpen && depth < opened)) return parts;
    }
    if (other.head !== null) continue;
    const isByKind = BY_KIND.test(other.lead);
    if (isByKind && isPartItself(context, figure)) break;
    const opens = isByKind || OPENS.test(other.lead);
    if (other.role !== "level" || other.unit?.name !== figure.unit?.name) {
      if (other.role === "level" && parts.length > 0 && isOpen && !/^[、,;]/u.test(other.lead))
        break;
      if (!isOpen && opens && other.role === "level")
        [isOpen, isMixed, opened] = [true, true, depth];
      continue;
    }
    if (!isOpen) {
      if (!opens) break;
      [isOpen, opened] = [true, depth];
    } else if (isMixed && !(noun !== "" && other.chunk.includes(noun))) continue;
    else if (
      /总数|累计|总量|总额|达到|共(?!同)|限额(?!以)|控制在|上限|距/u.test(other.chunk) ||
      /其中|;[^;]*同时|此外|另外/u.test(other.lead) ||
      (DONE.test(other.chunk) && !STAGE_NAME.test(other.chunk))
    ) {
      if (!(isMixed && parts.length === 0)) break;
    }
    // Money beside a count is named by the count: 签约项目19个,总投资57.11亿元.
    const beside = isMixed ? (context.figures[other.index - 1]?.chunk ?? "") : "";
    parts.push({ figure: other, name: beside + nameOf(other) });
    const sum =
      parts.length < 2
        ? undefined
        : sumOf(
            parts.map((part) => part.figure),
            figure
          );
    if (sum !== undefined && judgeFigure(figure, sum).verdict === "agrees") break;
  }
  return parts;
}

function hasLarger(context: LinkContext, figure: Figure, parts: readonly Figure[]): boolean {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  for (let i = figure.index - 1; i >= 0 && i > figure.index - 12; i--) {
    const other = context.figures[i];
    if (other === undefined || other.sentence.index < figure.sentence.index - 1) break;
    const isSame = other.role === "level" && other.unit?.name === figure.unit?.name;
    if (isSame && other.value >= total) return true;
  }
  return false;
}

/** 按经营地统计,…。按消费形态统计,…: each splits the total two sentences before at most. */
function isOpening(whole: Figure, part: Figure, isOpen: boolean): boolean {
  return part.sentence.index - whole.sentence.index <= 2 && !isOpen && BY_KIND.test(part.lead);
}

/** 其中,亿元以上项目163个 is a part; what splits the whole does not split it. */
function isPartItself(context: LinkContext, figure: Figure): boolean {
  const { start } = figure.sentence;
  return /其中|(?:从|分|按)[^,;:。\d]{1,10}(?:看|统计|划分|分)[,:]/u.test(
    context.clean.text.slice(start, figure.start)
  );
}

/** Of the same sentence, or of the next one that begins with 其中. */
function isNearby(whole: Figure, part: Figure, isOpen: boolean): boolean {
  const apart = part.sentence.index - whole.sentence.index;
  if (apart === 0) return true;
  if (part.sentence.paragraph !== whole.sentence.paragraph) return false;
  return (apart === 1 && (isOpen || /^其中/u.test(part.lead))) || isOpening(whole, part, isOpen);
}
