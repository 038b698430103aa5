import { divide, scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantity, resultOf, statedOf } from "./quantities.ts";
import type { Judged } from "./quantities.ts";

/** What an average is of one of: 平均每批次, 每万人口, 人均, 平均单体. */
const PER_ONE =
  /(?:平均(?:下来)?每(?<one>[一-龥]{1,6})|每万(?<head>人)(?:口)?|(?<self>人均)|平均(?<single>单[个体]))(?<what>[一-龥()]*)$/u;
const NEAR = 14;
const PEOPLE = "人";

interface Trial {
  readonly top: Figure;
  readonly bottom: Figure;
  readonly computed: Quantity;
  readonly judged: Judged;
}

/**
 * 带队招商46批次,拜访企业218家,平均每批次拜访4.7家: what is told of all of them, by their number. The bracket behind tells the number as
 * well (人均地区生产总值69397元(年均常住人口41.28万人)). Where several could be meant, one that fits confirms; none contradicts.
 */
export function linkPerOne(context: LinkContext, figure: Figure): boolean {
  const words = PER_ONE.exec(figure.chunk)?.groups;
  if (words === undefined || figure.unit === null || figure.role !== "level") return false;
  const { one = "", head, self, single, what = "" } = words;
  const isPeople = head !== undefined || self !== undefined;
  const each = isPeople ? PEOPLE : single === undefined ? one : "个";
  const near = nearby(context, figure);
  const held = figure.after.filter(({ unit }) => unit?.family === "count");
  const bottoms =
    held.length > 0
      ? held
      : near.filter(
          (other) => other.unit?.name !== figure.unit?.name && isCounted(other, each, isPeople)
        );
  const tops = topsOf(near, figure, bottoms, isPeople ? what : each + what);
  const trials = tops.flatMap((top) =>
    bottoms.flatMap((bottom) => tryPair(figure, top, bottom, head === undefined ? 1 : 1e4) ?? [])
  );
  const found =
    trials.find(({ judged }) => judged.verdict === "agrees") ??
    trials.find(({ judged }) => judged.verdict === "within-rounding") ??
    (trials.length === 1 ? trials[0] : undefined);
  if (found === undefined) return false;
  addClaim(context, figure, {
    kind: "rate",
    ...found.judged,
    from: [found.top, found.bottom],
    arithmetic: `${printedOf(context, found.top)} ÷ ${printedOf(context, found.bottom)} = ${resultOf(found.computed, statedOf(figure).decimals)}`,
  });
  return true;
}

/** Levels of its sentence and the one before, the nearest first. */
function nearby(context: LinkContext, figure: Figure): readonly Figure[] {
  const found: Figure[] = [];
  for (let i = figure.index - 1; i >= 0 && i > figure.index - NEAR; i--) {
    const other = context.figures[i];
    if (other?.sentence.paragraph !== figure.sentence.paragraph) break;
    if (other.sentence.index < figure.sentence.index - 1) break;
    if (other.role === "level" && other.head === null) found.push(other);
  }
  return found;
}

function isCounted({ unit, chunk, tail }: Figure, each: string, isPeople: boolean): boolean {
  if (unit?.family !== "count") return false;
  if (isPeople) return unit.name.endsWith(PEOPLE) && /人口/u.test(chunk);
  const noun = each.replace(/^[个家户项](?=[一-龥]{2})/u, "");
  const name = noun.slice(0, 3);
  return (
    each.startsWith(unit.name) ||
    (name.length > 1 && `${chunk}${/^[^,;。]{0,6}/u.exec(tail)?.[0] ?? ""}`.includes(name))
  );
}

/** Numbers of its own kind; those that bear its name, where some do. */
function topsOf(
  near: readonly Figure[],
  figure: Figure,
  bottoms: readonly Figure[],
  name: string
): readonly Figure[] {
  const own = near.filter(
    (other) =>
      !bottoms.includes(other) &&
      other.unit?.family === figure.unit?.family &&
      (other.unit?.family !== "count" || other.unit.name.endsWith(lastOf(figure)))
  );
  const noun = /生产总值|收入|[一-龥]{2}(?=的?(?:人口|投资|额|量)|$)/u.exec(name)?.[0] ?? "";
  const named = own.filter(({ chunk }) => noun !== "" && chunk.includes(noun));
  return named.length > 0 ? named : own;
}

function lastOf({ unit }: Figure): string {
  return unit?.name.slice(-1) ?? "";
}

function tryPair(figure: Figure, top: Figure, bottom: Figure, of: number): Trial | undefined {
  const amount = scale(quantity(top), top.unit?.factor ?? 1);
  const number = scale(quantity(bottom), (bottom.unit?.factor ?? 1) / of);
  const quotient = divide(amount, number);
  const factor = Number((1 / (figure.unit?.factor ?? 1)).toPrecision(12));
  const computed = quotient === undefined ? undefined : scale(quotient, factor);
  return computed && { top, bottom, computed, judged: judgeFigure(figure, computed) };
}
