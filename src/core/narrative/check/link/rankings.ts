import type { Figure } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import {
  addClaim,
  addUnverifiable,
  addWordClaim,
  beforeInSentence,
  printedOf,
} from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";

/** 前三位的分别是, 排名后三位…的为: the words before the first number of a ranking. */
export const RANKED_LIST =
  /(?:前(?<top>[一二两三四五六七八九十\d]{1,2})|后(?<bottom>[一二两三四五六七八九十\d]{1,2}))(?!个?月)(?:位|名|个)?(?:的|开发区|县区|县\(市、区\)|地区)*(?:且[^:,]{0,14})?(?:分别|依次)?(?:是|为|:|有)?[^,;。\d]{0,16}$/u;
const NUMERALS = "〇一二三四五六七八九十";

/** 前三位的分别是甲30.2亿元、乙28.1亿元、丙20.5亿元: as many as it says, and in order; 居全省第5位. */
export function linkRankings(context: LinkContext): void {
  for (const figure of context.figures) {
    if (context.claimed.has(figure)) continue;
    if (figure.role === "rank") addUnverifiable(context, figure, "rank", "ranking");
    else linkList(context, figure);
  }
}

function linkList(context: LinkContext, first: Figure): void {
  const match = RANKED_LIST.exec(first.lead);
  if (match === null || first.head !== null) return;
  const word = match.groups?.["top"] ?? match.groups?.["bottom"] ?? "";
  const wanted = placesSaid(word);
  const list = rankedList(context, first);
  if (list.length < 2 || wanted < 2) return;
  const start = first.start - first.lead.length + (match.index < 0 ? 0 : match.index);
  if (list.length !== wanted) {
    addWordClaim(context, start, start + match[0].indexOf(word) + word.length, {
      kind: "order",
      verdict: list.length > wanted ? "disagrees" : "unverifiable",
      from: list,
      notes: [{ code: "names", names: wanted, numbers: list.length }],
    });
    return;
  }
  const directions = new Set(
    list.slice(1).map((figure, i) => Math.sign(valueOf(figure) - valueOf(list[i] ?? figure)))
  );
  directions.delete(0);
  const isTop = match.groups?.["top"] !== undefined;
  const isOrdered = isTop ? !directions.has(1) || onlyRising(first) : directions.size <= 1;
  const limit = /[且并](?:不达|未达|未完成|低于)[^:,]{0,10}目标/u.test(match[0])
    ? beforeInSentence(context, first).find(
        ({ role, unit }) => role === "target" && unit?.family === first.unit?.family
      )
    : undefined;
  list.forEach((figure, index) => {
    if (limit !== undefined && valueOf(figure) >= valueOf(limit)) {
      addClaim(context, figure, {
        kind: "order",
        verdict: "disagrees",
        from: [limit],
        arithmetic: `${printedOf(context, figure)} ≥ ${printedOf(context, limit)}`,
      });
      return;
    }
    const previous = list[index - 1];
    const isOut =
      !isOrdered && previous !== undefined && (isTop ? valueOf(figure) > valueOf(previous) : true);
    addClaim(context, figure, {
      kind: "order",
      verdict: isOut ? "disagrees" : "agrees",
      from: previous === undefined ? [] : [previous],
      notes: [{ code: "order", relation: "falling" }],
      arithmetic:
        previous === undefined
          ? null
          : `${printedOf(context, previous)} ${isOut ? "<" : "≥"} ${printedOf(context, figure)}`,
    });
  });
}

/** 降幅前三位, 能耗: the first is the least. */
function onlyRising(first: Figure): boolean {
  return (
    /能耗|降幅|排放|下降/u.test(first.lead) ||
    first.topic?.indicator?.direction === "lower-is-better"
  );
}

function valueOf(figure: Figure): number {
  return signedValue(figure) * (figure.unit?.factor ?? 1);
}

/** 三 → 3, 两 → 2. */
export function placesSaid(word: string): number {
  if (/\d/u.test(word)) return Number(word);
  return word === "两" ? 2 : NUMERALS.indexOf(word);
}

/** The numbers of a ranking, from its first on. */
export function rankedList(context: LinkContext, first: Figure): readonly Figure[] {
  const list = [first];
  for (let i = first.index + 1; i < context.figures.length && list.length < 40; i++) {
    const other = context.figures[i];
    if (other?.sentence !== first.sentence) break;
    if (other.head !== null) continue;
    if (
      other.unit?.family !== first.unit?.family ||
      !/^[、,和;](?!其中|同比|占|比)/u.test(other.lead)
    )
      break;
    // 甲、乙、丙,三家合计1446.53亿元
    if (/合计|总计|共(?!同)|平均|全部/u.test(other.lead)) break;
    if (
      /[,;].*(?:为|是|完成|增长|下降|增速)/u.test(other.lead) &&
      !/^[、,][一-龥()]{2,16}(?:增长|下降)?$/u.test(other.lead)
    )
      break;
    list.push(other);
  }
  return list;
}
