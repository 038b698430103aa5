import { matchesOf } from "../../../catalog/matches.ts";
import { growthOf } from "../../../model/interval.ts";
import { toNumber } from "../../../model/ratio.ts";
import type { Figure, Role } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import { firstFrom } from "../text/first-from.ts";
import type { Sentence } from "../text/sentences.ts";
import { pacesOf } from "./paces.ts";
import { baseOf, levelOf } from "./growth-bases.ts";
import { addWordClaim, beforeInSentence, printedOf } from "./link-context.ts";
import type { Found, LinkContext } from "./link-context.ts";
import { quantity, resultOf } from "./quantities.ts";

/** A statement made in words, about the numbers before it in its sentence. undefined where they are not what it needs. */
interface Wording {
  readonly words: RegExp;
  readonly judge: (context: LinkContext, last: Figure, match: RegExpExecArray) => Found | undefined;
}

const NUMERALS = "〇一二三四五六七八九十";
/** 基本持平 is this near, in percent; 基本符合序时进度 this far behind, in points. */
const NEARLY_LEVEL = 0.5;
const NEARLY_ON_TIME = 3;

const WORDINGS: readonly Wording[] = [
  {
    words:
      /(?:(?:与|和|同|较|比)(?:上|去)年同期(?:相比)?|同比)(?<nearly>基本|大体)?持平|(?:同比|实现)零增长/gu,
    judge: judgeLevel,
  },
  { words: /由负转正|由降转[增升]|转负为正/gu, judge: judgeTurn },
  {
    words:
      /连续(?<n>\d{1,2}|[二两三四五六七八九十])个月(?:保持|实现|呈)?(?<how>回升|加快|回落|放缓|两位数增长|正增长)/gu,
    judge: judgeMonths,
  },
  {
    words: /(?<nearly>基本)?(?<how>符合|达到|超过|快于)序时进度(?=[。;,]|要求[。;,])/gu,
    judge: judgePace,
  },
  { words: /任务(?:完成)?(?:实现)?(?:“?双?)?过半/gu, judge: judgeHalf },
];

/** Letters of which every wording has some: a sentence without them is not read through for each. */
const SAID = /持平|零增长|转[负正增升]|连续|序时|过半/u;

/** 与上年同期持平, 由负转正, 连续3个月回升, 基本符合序时进度, 任务过半: no number of their own, and yet they may be wrong. */
export function linkSaidInWords(context: LinkContext, sentences: readonly Sentence[]): void {
  for (const sentence of sentences) {
    const text = context.clean.text.slice(sentence.start, sentence.end);
    if (!SAID.test(text)) continue;
    for (const { words, judge } of WORDINGS) {
      for (const match of matchesOf(text, words)) {
        const start = sentence.start + match.index;
        const last = lastBefore(context, sentence, start);
        const found = last === undefined ? undefined : judge(context, last, match);
        if (found !== undefined) addWordClaim(context, start, start + match[0].length, found);
      }
    }
  }
}

/** The last number outside brackets that stands before a place, in the same sentence. */
function lastBefore(context: LinkContext, sentence: Sentence, place: number): Figure | undefined {
  const { figures } = context;
  for (let i = firstFrom(figures, place, ({ start }) => start) - 1; i >= 0; i--) {
    const figure = figures[i];
    if (figure?.sentence !== sentence) return undefined;
    if (figure.head === null) return figure;
  }
  return undefined;
}

/** The nearest number of some roles up to the last one. */
function nearest(context: LinkContext, last: Figure, roles: readonly Role[]): Figure | undefined {
  return [last, ...beforeInSentence(context, last)].find(({ role }) => roles.includes(role));
}

/** A level beside last year's, at once before the words: growth 0, or nearly so. */
function judgeLevel(context: LinkContext, last: Figure, match: RegExpExecArray): Found | undefined {
  // 增速与上年同期持平 speaks of the rate.
  if (/(?:增速|增幅|占比|比重|率)$/u.test(match.input.slice(0, match.index))) return undefined;
  const figures = context.frameOf.get(last)?.figures ?? [];
  const level = last.role === "level" ? last : levelOf(figures, last);
  if (level === undefined || (last !== level && last.role !== "prior")) return undefined;
  const base = baseOf(context, figures, level, level);
  const growth = base === undefined ? undefined : growthOf(quantity(level), base.quantity);
  if (base === undefined || growth === undefined) return undefined;
  const width = match.groups?.["nearly"] === undefined ? 0.05 : NEARLY_LEVEL;
  return {
    kind: "growth",
    verdict: Math.abs(toNumber(growth.value)) <= width ? "agrees" : "disagrees",
    from: [level, ...base.from],
    arithmetic: `${printedOf(context, level)} ÷ ${base.text} − 1 = ${resultOf(growth, 1)}%`,
  };
}

/** What has turned up is above zero now. */
function judgeTurn(context: LinkContext, last: Figure, match: RegExpExecArray): Found | undefined {
  // 一季度下降12.8%,二季度由负转正,增长40.4%: of the number right behind the words.
  const next = context.figures[last.index + 1];
  const behind = last.sentence.start + match.index + match[0].length;
  const isBehind =
    next?.role === "growth" && next.sentence === last.sentence && next.start - behind <= 12;
  const growth = isBehind ? next : nearest(context, last, ["growth"]);
  if (growth === undefined) return undefined;
  return {
    kind: "order",
    verdict: signedValue(growth) >= 0 ? "agrees" : "disagrees",
    from: [growth],
    arithmetic: `${signedValue(growth)}% ${signedValue(growth) >= 0 ? "≥" : "<"} 0`,
  };
}

/** The rates of the months, which the sentence lists side by side before it. */
function judgeMonths(
  context: LinkContext,
  last: Figure,
  match: RegExpExecArray
): Found | undefined {
  const word = match.groups?.["n"] ?? "";
  const months = /\d/u.test(word) ? Number(word) : word === "两" ? 2 : NUMERALS.indexOf(word);
  const how = match.groups?.["how"] ?? "";
  const isLevel = how.endsWith("增长");
  const wanted = isLevel ? months : months + 1;
  const list = growthsUpTo(context, last).slice(-wanted);
  if (list.length < wanted) return undefined;
  const rates = list.map((figure) => signedValue(figure));
  const holds = rates.every((rate, index) => {
    if (isLevel) return rate >= (how === "正增长" ? 0 : 10);
    const previous = rates[index - 1];
    if (previous === undefined) return true;
    return /回升|加快/u.test(how) ? rate > previous : rate < previous;
  });
  return {
    kind: "order",
    verdict: holds ? "agrees" : "disagrees",
    from: list,
    arithmetic: rates.map((rate) => `${rate}%`).join(", "),
  };
}

/** 2.1%、3.0%、4.2%: the growths side by side that end at a number. */
function growthsUpTo(context: LinkContext, last: Figure): readonly Figure[] {
  const list: Figure[] = [];
  for (const figure of [last, ...beforeInSentence(context, last)]) {
    if (figure.role !== "growth") break;
    list.unshift(figure);
    if (!/^(?:[、和与及,]|以及)$/u.test(figure.lead)) break;
  }
  return list;
}

/** What is attained of the year's target beside the time that is gone. */
function judgePace(context: LinkContext, last: Figure, match: RegExpExecArray): Found | undefined {
  const rate = last.role === "attainment" ? last : undefined;
  const pace = rate === undefined ? undefined : pacesOf(context, rate)[0];
  if (rate === undefined || pace === undefined) return undefined;
  const { nearly, how = "" } = match.groups ?? {};
  const least = nearly === undefined ? pace.value : pace.value - NEARLY_ON_TIME;
  // The digits of the rate leave open what they round away.
  const value = rate.value + 0.5 / 10 ** rate.decimals;
  const isUnmet = /(?:未|没有?|不)$/u.test(match.input.slice(0, match.index));
  const holds = /超过|快于/u.test(how) ? value > least : value >= least;
  return {
    kind: "pace",
    verdict: holds !== isUnmet ? "agrees" : "disagrees",
    from: [rate],
    arithmetic: `${printedOf(context, rate)} ${holds ? "≥" : "<"} ${least}%`,
  };
}

/** 时间过半、任务过半: half of the year's target is there. */
function judgeHalf(context: LinkContext, last: Figure): Found | undefined {
  const rate = nearest(context, last, ["attainment"]);
  if (rate === undefined) return undefined;
  return {
    kind: "pace",
    verdict: rate.value >= 50 ? "agrees" : "disagrees",
    from: [rate],
    arithmetic: `${printedOf(context, rate)} ${rate.value >= 50 ? "≥" : "<"} 50%`,
  };
}
