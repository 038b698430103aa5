import { minus, scale } from "../../../model/interval.ts";
import { toNumber } from "../../../model/ratio.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, quantityIn, resultOf, statedOf } from "./quantities.ts";

/** Earlier months are revised by this much now and then, of the whole: less is a question. */
const REVISED = 0.01;

/** 1-8月完成37.5亿元,9月当月完成8.2亿元,1-9月累计完成45.7亿元: the months before and this one make the total; 顺差 is 出口 − 进口. */
export function linkRunningTotals(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.role !== "level" || figure.head !== null || context.claimed.has(figure)) continue;
    if (/(?:顺差|逆差)[为达约到]*$/u.test(figure.chunk)) linkBalance(context, figure);
    else linkTotal(context, figure);
  }
}

function linkTotal(context: LinkContext, figure: Figure): void {
  const last = lastMonth(figure);
  if (last === undefined || last < 2) return;
  const levels = beforeInSentence(context, figure).filter(({ role }) => role === "level");
  const before = levels.find((other) => lastMonth(other) === last - 1);
  const month = levels.find((other) => ownMonth(other) === last);
  const [a, b] = [before, month].map((each) =>
    each === undefined ? undefined : quantityIn(each, figure.unit)
  );
  if (before === undefined || month === undefined || a === undefined || b === undefined) return;
  const computed = minus(a, scale(b, -1));
  const judged = judgeFigure(figure, computed);
  const own = toNumber(quantity(figure).value);
  const isRevised = Math.abs(own - toNumber(computed.value)) <= REVISED * Math.abs(own);
  addClaim(context, figure, {
    kind: "sum",
    ...judged,
    verdict: judged.verdict === "disagrees" && isRevised ? "unverifiable" : judged.verdict,
    from: [before, month],
    arithmetic: `${printedOf(context, before)} + ${printedOf(context, month)} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}

/** 1-9月 → 9, where the clause says whose months it adds up. */
function lastMonth({ chunk }: Figure): number | undefined {
  const months = /1-(\d{1,2})月[^,;]*$/u.exec(chunk)?.[1];
  return months === undefined ? undefined : Number(months);
}

/** 9月当月, 9月份 → 9. */
function ownMonth({ chunk, lead }: Figure): number | undefined {
  const month =
    /(?:^|[^\d-])(\d{1,2})月(?:份|当月|单月)?[^,;末底\d]*$/u.exec(chunk)?.[1] ??
    // 9月份,全市完成68.4亿元
    /^(\d{1,2})月(?:份|当月|单月)?,[^,;末底\d]*$/u.exec(lead)?.[1];
  return month === undefined ? undefined : Number(month);
}

function linkBalance(context: LinkContext, figure: Figure): void {
  const earlier = beforeInSentence(context, figure).filter(({ role }) => role === "level");
  const exports = earlier.find(({ chunk }) => /出口/u.test(chunk) && !/进出口/u.test(chunk));
  const imports = earlier.find(({ chunk }) => /进口/u.test(chunk));
  const [a, b] = [exports, imports].map((each) =>
    each === undefined ? undefined : quantityIn(each, figure.unit)
  );
  if (exports === undefined || imports === undefined || a === undefined || b === undefined) return;
  const isSurplus = /顺差/u.test(figure.chunk);
  const computed = isSurplus ? minus(a, b) : minus(b, a);
  const [one, other] = isSurplus ? [exports, imports] : [imports, exports];
  addClaim(context, figure, {
    kind: "sum",
    ...judgeFigure(figure, computed),
    from: [one, other],
    arithmetic: `${printedOf(context, one)} − ${printedOf(context, other)} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}
