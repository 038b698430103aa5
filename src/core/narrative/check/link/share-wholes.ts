import { divide, rangeOf, scale, toInterval } from "../../../model/interval.ts";
import { toDecimal } from "../../../model/decimal.ts";
import { wholesFor } from "../../../model/whole-numbers.ts";
import type { Figure } from "../figures/figure.ts";
import type { Note } from "../working.ts";
import { addClaim, addUnverifiable, beforeInSentence } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { quantity, statedOf } from "./quantities.ts";

/** No whole anywhere: what it would have to be; for counts, whether any whole number can be. */
export function withoutWhole(context: LinkContext, figure: Figure, part: Figure): void {
  const stated = statedOf(figure);
  const isCount = statedOf(part).precision === "count";
  const isShort =
    figure.approximation === null &&
    !isOfMoney(figure) &&
    !(isOfAmount(figure) && isCount) &&
    figure.unit?.name === "%" &&
    isCount &&
    part.value > 0;
  if (isShort && isOwnPart(figure, part)) {
    const { low, high } = rangeOf(stated);
    const { first, last } = wholesFor(
      toDecimal(part.value),
      low.num.div(low.den),
      high.num.div(high.den)
    );
    if (first === undefined) {
      // The share may be that of their money, where money stands beside them.
      const hasMoney = beforeInSentence(context, figure).some(
        ({ unit, role }) => role === "level" && unit?.family === "money"
      );
      addClaim(context, figure, {
        kind: "share",
        verdict: hasMoney ? "unverifiable" : "disagrees",
        from: [part],
        notes: [{ code: "infeasible" }],
      });
      return;
    }
    // A handful of wholes is a check; any whole would do is none.
    if (last !== undefined && last - first <= Math.max(3, first * 0.02)) {
      addClaim(context, figure, {
        kind: "share",
        verdict: "agrees",
        from: [part],
        notes: [{ code: "wholes", first, last }],
      });
      return;
    }
  }
  addUnverifiable(context, figure, "share", "whole", {
    from: [part],
    notes: implied(figure, part),
  });
}

/** 占全国GDP总量的80.34% is of money, whatever count stands before it. */
function isOfMoney({ chunk }: Figure): boolean {
  return /占(?!地(?!区))[^,;]*(?:GDP|生产总值|增加值|产值|投资|收入|税|总额|营收|利润|资金|面积)/u.test(
    chunk
  );
}

const AMOUNT =
  /(?:GDP|生产总值|增加值|产值|投资|收入|税|额|利润|资金|面积|外资|到位)(?:\([^)]*\))?$/u;

/** 6家园区工业总产值占全省的59.1%: of their output, not of their number. */
function isOfAmount({ chunk }: Figure): boolean {
  return AMOUNT.test(/^(.*?)占(?!地(?!区))/u.exec(chunk)?.[1] ?? "");
}

/** ,占比25.5% is of the number before it; 实现正增长的开发区占71.4% names its part in words. */
export function isOwnPart(figure: Figure, part: Figure): boolean {
  const named = /^(.*?)占(?!地(?!区))/u.exec(figure.chunk)?.[1] ?? "";
  const own = named.replace(/其中|合计|分别|约|共|,|、/gu, "");
  return (
    own.length < 2 || part.chunk.includes(own) || (part.tail.split(/[,;]/u)[0] ?? "").includes(own)
  );
}

/** 其中,工业占GDP比重: what is named right before 占 behind 其中, and is not the part that stands before it. */
export function isOfAnother(figure: Figure, part: Figure): boolean {
  const named = /其中[,:]?([^,;、()]{2,16}?)占(?!地(?!区))/u.exec(figure.lead + figure.chunk)?.[1];
  // ,实现增加值180.38亿元 behind the share goes on with what was named before it.
  if (named === undefined || part.index > figure.index) return false;
  return ![part.chunk, part.topic?.name ?? "", part.topic?.subject ?? ""].some((words) =>
    words.includes(named)
  );
}

function implied(figure: Figure, part: Figure): readonly Note[] {
  if (figure.approximation !== null || figure.value <= 0) return [];
  const whole = divide(scale(quantity(part), 100), quantity(figure));
  if (whole === undefined) return [];
  const { low, high } = toInterval(whole.range);
  return [{ code: "implied", low, high, unit: part.unit?.name ?? "" }];
}
