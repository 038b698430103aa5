import type { Figure } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import { addClaim, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { isComparable } from "./quantities.ts";

/** Whole numbers of places and of zones, and rates that are only said to be above or below another. */
export function linkCountedPlaces(context: LinkContext): void {
  for (const figure of context.figures) {
    if (context.claimed.has(figure)) continue;
    if (figure.role === "reference-rate" && figure.head !== null) linkComparison(context, figure);
    if (figure.head !== null) continue;
    if (figure.role === "rank") linkMove(context, figure);
    if (figure.unit?.family === "count" && figure.role === "level") {
      linkOthers(context, figure);
      linkTwoSides(context, figure);
    }
  }
}

/** 上月居全省第8位,本月居全省第5位,较上月前移3位: the difference of the two places, upwards. */
function linkMove(context: LinkContext, figure: Figure): void {
  const match = /(?<up>前移|上升|提升|前进|进)|(?<down>后移|下降|后退|退后|退)/u.exec(
    /[^,;]{0,3}$/u.exec(figure.chunk)?.[0] ?? ""
  );
  if (match === null) return;
  const ranks = beforeInSentence(context, figure).filter(
    ({ role, chunk }) => role === "rank" && chunk.endsWith("第")
  );
  const [now, then] = ranks;
  if (now === undefined || then === undefined || ranks.length > 2) return;
  const isOf = (words: RegExp, { lead }: Figure): boolean => words.test(lead);
  // 总量第3位、增速第5位 are two columns, not two times.
  if (!isOf(/上月|上年|去年|上季|同期|\d月/u, then)) return;
  const moved =
    match.groups?.["up"] === undefined ? now.value - then.value : then.value - now.value;
  addClaim(context, figure, {
    kind: "rank",
    verdict: moved === figure.value ? "agrees" : "disagrees",
    computed: { low: moved, high: moved },
    from: [then, now],
    arithmetic: `${Math.max(then.value, now.value)} − ${Math.min(then.value, now.value)} = ${Math.abs(moved)}`,
  });
}

/** 7个开发区中,除临湖开发区外,其余6个: all but those that are named. */
function linkOthers(context: LinkContext, figure: Figure): void {
  const names = /除([一-龥、()]{2,40}?)(?:外|之外|以外),?(?:其余|其他|其它)的?$/u.exec(
    figure.lead
  )?.[1];
  const [whole] = beforeInSentence(context, figure);
  if (names === undefined || whole?.role !== "level" || whole.unit?.name !== figure.unit?.name)
    return;
  // 甲、乙2个开发区 says the number twice; 农业类开发区 names a kind of zones.
  if (/类|\d|各|部分|个别/u.test(names)) return;
  const rest = whole.value - names.split(/[、和与及]/u).length;
  addClaim(context, figure, {
    kind: "count",
    verdict: rest === figure.value ? "agrees" : "disagrees",
    computed: { low: rest, high: rest },
    from: [whole],
    arithmetic: `${whole.value} − ${whole.value - rest} = ${rest}`,
  });
}

/** 12个开发区中,高于平均水平的有7个,低于的有5个: two sides make the whole, or leave those that are just level. */
function linkTwoSides(context: LinkContext, figure: Figure): void {
  if (!/(?:低于|不足|下降|负增长|未达到?|未完成)[^,;]{0,12}$/u.test(figure.chunk)) return;
  const [one, whole] = beforeInSentence(context, figure).filter(
    ({ role, unit }) => role === "level" && unit?.name === figure.unit?.name
  );
  if (one === undefined || whole === undefined) return;
  if (
    !/(?:高于|超过|增长|达到|完成)[^,;]{0,14}$/u.test(one.chunk) ||
    !/^[^,;]{0,14}中,/u.test(whole.tail)
  )
    return;
  const rest = whole.value - one.value;
  const verdict =
    figure.value === rest ? "agrees" : figure.value > rest ? "disagrees" : "unverifiable";
  addClaim(context, figure, {
    kind: "count",
    verdict,
    computed: { low: rest, high: rest },
    from: [whole, one],
    arithmetic: `${whole.value} − ${one.value} = ${rest}`,
  });
}

/** 增长4.2%,低于全市平均水平(6.8%): no difference is told, only which of the two is higher. */
function linkComparison(context: LinkContext, figure: Figure): void {
  const head = figure.head ?? "";
  const word = /(?<up>高于|快于|超过|好于)|(?<down>低于|慢于|不及)/u.exec(
    /[^,;]*$/u.exec(head)?.[0] ?? ""
  );
  if (word === null || /(?:不|未)[高低]于|分别/u.test(head)) return;
  const own = context.figures[figure.index - 1];
  const isAlone = own?.after.length === 1 && own.after[0] === figure;
  if (own?.role !== "growth" || own.head !== null || !isAlone || !isComparable(own, figure)) return;
  const [a, b] = [signedValue(own), signedValue(figure)];
  if (a === b) return;
  const isUp = word.groups?.["up"] !== undefined;
  addClaim(context, figure, {
    kind: "order",
    verdict: isUp === a > b ? "agrees" : "disagrees",
    from: [own],
    arithmetic: `${printedOf(context, own)} ${a > b ? ">" : "<"} ${printedOf(context, figure)}`,
  });
}
