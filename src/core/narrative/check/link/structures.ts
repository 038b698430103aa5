import { constant, minus, scale, shareOf } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, quantityIn, resultOf, statedOf } from "./quantities.ts";
import type { Judged } from "./quantities.ts";

const INDUSTRIES = [/第一产业|一产/u, /第二产业|二产/u, /第三产业|三产/u];
/** How far back the three industries may be told. */
const FAR = 40;

/**
 * 三次产业结构由15.1:41.2:43.7调整为14.4:41.5:44.0: each part is its industry's share of the three, where the text tells them; the last is
 * what the others leave of a hundred. A structure that makes no hundred at all (1:2) is another thing.
 */
export function linkStructure(context: LinkContext, figure: Figure): void {
  const parts = [figure];
  for (let i = figure.index + 1; i < context.figures.length && parts.length < 8; i++) {
    const other = context.figures[i];
    if (other?.role !== "ratio-part" || other.lead !== ":") break;
    parts.push(other);
  }
  const last = parts.at(-1);
  const others = parts.slice(0, -1);
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  if (last === undefined || others.length < 2 || Math.abs(total - 100) > 12) return;
  const levels = industriesOf(context, parts);
  levels.forEach((level, place) => {
    linkIndustry(context, parts[place] ?? last, level, levels);
  });
  const rest = others.reduce((left: Quantity, part) => minus(left, quantity(part)), constant(100));
  const judged = judgeFigure(last, rest);
  if (levels.length > 0 && judged.verdict === "agrees") return;
  addClaim(context, last, {
    kind: "sum",
    ...judged,
    from: others,
    arithmetic: `100 − ${others.map((part) => printedOf(context, part)).join(" − ")} = ${resultOf(rest, statedOf(last).decimals)}`,
  });
}

/** The values of the three industries that a structure is of: of its own year, and none where it is that of last year. */
function industriesOf(context: LinkContext, parts: readonly Figure[]): readonly Figure[] {
  const [first] = parts;
  if (first === undefined || parts.length !== INDUSTRIES.length) return [];
  const before = context.figures[first.index - 1];
  // 由上年的…调整为…: the words stand before the structure of last year.
  const isChanged =
    before?.role === "ratio-part" &&
    /^(?:调整|优化|变|转变|演变)[^,;]{0,3}[为到]$/u.test(first.lead);
  const opening = isChanged ? context.figures[first.index - parts.length] : first;
  if (!/三次产业|产业结构|三产结构/u.test(opening?.chunk ?? "")) return [];
  if (!isChanged && /由|从|上年|去年|同期/u.test(first.chunk)) return [];
  const year = isChanged ? undefined : /(?:19|20)\d{2}(?=年)/u.exec(first.chunk)?.[0];
  const found = INDUSTRIES.map((words) => {
    for (let i = first.index - 1; i >= 0 && i > first.index - FAR; i--) {
      const other = context.figures[i];
      if (other?.sentence.article !== first.sentence.article) return undefined;
      if (other.role !== "level" || other.head !== null || other.unit?.family !== "money") continue;
      if (words.test(other.chunk) && /增加值/u.test(other.chunk)) return other;
    }
    return undefined;
  }).flatMap((level) => level ?? []);
  const isOfYear = found.every(
    ({ topic }) => year === undefined || topic?.period?.startsWith(year)
  );
  return found.length === INDUSTRIES.length && isOfYear ? found : [];
}

function linkIndustry(
  context: LinkContext,
  part: Figure,
  level: Figure,
  levels: readonly Figure[]
): void {
  const own = levels.flatMap((each) => quantityIn(each, level.unit) ?? []);
  const whole = own.reduce((sum, each) => minus(sum, scale(each, -1)), constant(0));
  const computed = shareOf(quantity(level), whole);
  if (computed === undefined) return;
  addClaim(context, part, {
    kind: "share",
    ...adjusted(part, judgeFigure(part, computed)),
    from: levels,
    arithmetic: `${printedOf(context, level)} ÷ (${levels.map((each) => printedOf(context, each)).join(" + ")}) = ${resultOf(computed, statedOf(part).decimals)}%`,
  });
}

/** Offices move the last digit of a part so that the three make a hundred. */
function adjusted(part: Figure, judged: Judged): Judged {
  if (judged.verdict !== "disagrees") return judged;
  const step = 10 ** -part.decimals;
  const { low, high } = judged.computed;
  const isNear = part.value >= low - 1.5 * step && part.value <= high + 1.5 * step;
  return isNear ? { ...judged, verdict: "within-rounding", notes: [] } : judged;
}
