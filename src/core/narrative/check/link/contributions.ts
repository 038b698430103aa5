import { constant, divide, minus, scale } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import { recogniseIndicator } from "../../../catalog/recognise.ts";
import type { Figure } from "../figures/figure.ts";
import {
  addClaim,
  addUnverifiable,
  beforeInSentence,
  printedOf,
  sameTopic,
} from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { listAround } from "./difference-references.ts";
import { linkPull } from "./pulls.ts";
import { judgeFigure, quantity, resultOf, statedOf } from "./quantities.ts";

/** 对增长的贡献率为62.6%,拉动增长4个百分点: contribution = pull ÷ growth of the whole. */
export function linkContributions(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.role === "contribution" && !context.claimed.has(figure))
      linkContribution(context, figure);
  }
  for (const figure of context.figures) {
    if (figure.role === "pull" && !context.claimed.has(figure)) linkPull(context, figure);
  }
}

function linkContribution(context: LinkContext, figure: Figure): void {
  const pull = neighbour(context, figure, "pull");
  // 贡献率突破72% fits nearly any pull: nothing follows from it.
  const wholes =
    pull === undefined || figure.approximation !== null
      ? []
      : growthsOfWhole(context, figure, pull);
  const trials = wholes.flatMap((whole) => {
    const quotient = pull === undefined ? undefined : divide(quantity(pull), whole.quantity);
    if (quotient === undefined) return [];
    const computed = scale(quotient, 100);
    return [{ whole, computed, judged: judgeFigure(figure, computed) }];
  });
  const best =
    trials.find(({ judged }) => judged.verdict === "agrees") ??
    trials.find(({ judged }) => judged.verdict === "within-rounding") ??
    trials.find(({ whole }) => whole.isTold);
  if (pull === undefined || best === undefined) {
    addUnverifiable(context, figure, "contribution", "operands");
    return;
  }
  const { whole, computed, judged } = best;
  addClaim(context, figure, {
    kind: "contribution",
    ...judged,
    from: [pull, ...whole.from],
    arithmetic: `${printedOf(context, pull)} ÷ ${whole.text} = ${resultOf(computed, statedOf(figure).decimals)}%`,
  });
  const back = scale(times(quantity(figure), whole.quantity), 0.01);
  const judgedBack = judgeFigure(pull, back);
  if (context.claimed.has(pull) || (judgedBack.verdict === "disagrees" && !whole.isTold)) return;
  addClaim(context, pull, {
    kind: "contribution",
    ...judgedBack,
    from: [figure, ...whole.from],
    arithmetic: `${printedOf(context, figure)} × ${whole.text} = ${resultOf(back, statedOf(pull).decimals)}`,
  });
}

/** a × b for b above zero, through the exact quotient of a and 1 ÷ b. */
function times(a: Quantity, b: Quantity): Quantity {
  const inverse = divide(constant(1), b);
  return inverse === undefined ? a : (divide(a, inverse) ?? a);
}

function neighbour(context: LinkContext, figure: Figure, role: Figure["role"]): Figure | undefined {
  // 贡献率分别为6%、41.4%、52.6%,分别拉动0.7个、5.1个、6.5个百分点: each goes with the one of its place.
  const list = listAround(context, figure);
  if (list.length > 1) {
    const next = context.figures[(list.at(-1)?.index ?? 0) + 1];
    const pulls = next?.role === role ? listAround(context, next) : [];
    return pulls.length === list.length ? pulls[list.indexOf(figure)] : undefined;
  }
  return [figure.index + 1, figure.index + 2, figure.index - 1, figure.index - 2]
    .map((index) => context.figures[index])
    .find((other) => other?.role === role && other.sentence === figure.sentence);
}

interface GrowthOfWhole {
  readonly quantity: Quantity;
  readonly from: readonly Figure[];
  readonly text: string;
  /** The words leave no doubt that it is the whole's: only then it may contradict. */
  readonly isTold: boolean;
}

/**
 * What the growth of the whole may be. 其中煤炭对工业增长的贡献率 names a part of what grew in the sentence before it; ,对工业增长的贡献率 goes
 * on with the part itself, whose growth is not the whole's: that is its own less its lead (增幅比全市高14.2个百分点).
 */
function growthsOfWhole(
  context: LinkContext,
  figure: Figure,
  pull: Figure
): readonly GrowthOfWhole[] {
  const first = figure.index < pull.index ? figure : pull;
  const isNamed = /[一-龥]{2}[^,]*[对拉]/u.test(first.chunk.replace(/^[^,]*其中/u, ""));
  const earlier = beforeInSentence(context, first);
  const found: GrowthOfWhole[] = [];
  const growths = earlier.filter(({ role }) => role === "growth");
  const lead = earlier.find(({ role }) => role === "difference");
  const isBeside = lead?.segment === first.segment && first.index - lead.index <= 2;
  const [own] = growths;
  if (own !== undefined && lead !== undefined && isBeside && own.segment === lead.segment) {
    found.push({
      quantity: minus(quantity(own), quantity(lead)),
      from: [own, lead],
      text: `(${printedOf(context, own)} − ${printedOf(context, lead)})`,
      isTold: false,
    });
  }
  found.push(...ofNamed(context, figure, pull));
  for (const other of growths) {
    if (!isNamed || other.topic?.key === figure.topic?.key) continue;
    found.push(ofGrowth(context, other, growths.length === 1));
  }
  for (let i = first.index - 1, seen = 0; i >= 0 && i > first.index - 30 && seen < 3; i--) {
    const other = context.figures[i];
    if (other === undefined || other.sentence.article !== figure.sentence.article) break;
    if (other.role !== "growth" || other.sentence === figure.sentence || other.head !== null)
      continue;
    found.push(ofGrowth(context, other, false));
    seen += 1;
  }
  return found;
}

/** 拉动GDP增长3.7个百分点: the growth of what the words name, told once in the paragraph. */
function ofNamed(context: LinkContext, figure: Figure, pull: Figure): readonly GrowthOfWhole[] {
  const heads = [figure, pull].map((each) => listAround(context, each)[0] ?? each);
  const words = heads.map(
    ({ chunk }) =>
      /(?:对|拉动|上拉)(?:了)?(?:全[国省市区县])?([^,]{2,12}?)(?:的|经济)?(?:增长|增速|贡献)/u.exec(
        chunk
      )?.[1]
  );
  const key = words
    .map((name) => (name === undefined ? undefined : recogniseIndicator(name)?.id))
    .find((id) => id !== undefined);
  if (key === undefined) return [];
  const told = sameTopic(context, figure, key, ["growth"]).filter(
    (other) => other.sentence.paragraph === figure.sentence.paragraph && other.index < figure.index
  );
  const isTold = told.length === 1 && figure.topic?.key !== key;
  return told.slice(0, 2).map((growth) => ofGrowth(context, growth, isTold));
}

function ofGrowth(context: LinkContext, growth: Figure, isTold: boolean): GrowthOfWhole {
  return { quantity: quantity(growth), from: [growth], text: printedOf(context, growth), isTold };
}
