import { constant, minus } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { listAround } from "./difference-references.ts";
import { judgeFigure, quantityIn, quantity, resultOf, statedOf } from "./quantities.ts";
import { isOfUnit } from "./share-names.ts";

interface Pair {
  readonly whole: RegExp;
  readonly first: RegExp;
  readonly second: RegExp;
}

/** Two parts that leave nothing of their whole, wherever the whole is told before them. */
const PAIRS: readonly Pair[] = [
  { whole: /人口/u, first: /男(?:性)?(?:人口)?$/u, second: /女(?:性)?(?:人口)?$/u },
  {
    whole: /人口/u,
    first: /城镇(?:的)?(?:常住)?人口$/u,
    second: /(?:乡村|农村)(?:的)?(?:常住)?人口$/u,
  },
  { whole: /人口/u, first: /汉族(?:人口)?$/u, second: /少数民族(?:人口)?$/u },
  { whole: /常住人口|总人口/u, first: /家庭户人口$/u, second: /集体户人口$/u },
  { whole: /班列/u, first: /去程$/u, second: /回程$/u },
  { whole: /债务/u, first: /一般债务(?:余额)?$/u, second: /专项债务(?:余额)?$/u },
  {
    whole: /(?:一般(?:公共)?预算收入|财政(?:总)?收入)$/u,
    first: /(?:^|其中[,:]?|[省市区县园])税收(?:收入)?$/u,
    second: /非税(?:收入)?$/u,
  },
  { whole: /进出口(?:总额|总值)?$/u, first: /(?:^|[^进])出口$/u, second: /(?:^|[^出])进口$/u },
];

/** The words of a number without the verb behind its name: 非税收入完成 → 非税收入. */
function nameOf({ chunk }: Figure): string {
  return chunk.replace(/(?:累计|合计|共|完成|实现|达到?|为|有|约|的)+$/u, "");
}

interface Balance {
  readonly name: RegExp;
  readonly first: RegExp;
  readonly second: RegExp;
}

/** What one number is above another, under a name of its own. */
const BALANCES: readonly Balance[] = [
  {
    name: /顺差/u,
    first: /(?:^|[^进])出口(?:总额|总值)?$/u,
    second: /(?:^|[^出])进口(?:总额|总值)?$/u,
  },
  {
    name: /逆差/u,
    first: /(?:^|[^出])进口(?:总额|总值)?$/u,
    second: /(?:^|[^进])出口(?:总额|总值)?$/u,
  },
  { name: /自然增长率/u, first: /出生率/u, second: /死亡率/u },
];

const FAR = 40;
const NEAR = 8;

/** 女性人口 = 总人口 − 男性人口, 非税收入 = 一般公共预算收入 − 税收收入. */
export function linkComplements(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.head === null && figure.role === "level") linkComplement(context, figure);
  }
}

/** 顺差 = 出口 − 进口, 自然增长率 = 出生率 − 死亡率, and contributions of three industries that make a hundred. */
export function linkBalances(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.head !== null || context.claimed.has(figure)) continue;
    if (figure.role === "level" || figure.role === "growth") linkBalance(context, figure);
    if (figure.role === "contribution") linkContributionsOfAll(context, figure);
  }
}

function linkBalance(context: LinkContext, figure: Figure): void {
  const balance = BALANCES.find(({ name }) => name.test(figure.chunk));
  if (balance === undefined || figure.unit === null) return;
  const first = near(context, figure, figure, balance.first);
  const second = near(context, figure, figure, balance.second);
  const [a, b] = [first, second].map((each) => each && quantityIn(each, figure.unit));
  if (first === undefined || second === undefined || a === undefined || b === undefined) return;
  // 上半年贸易顺差 behind numbers of another time is theirs no more.
  if (first.topic?.period !== second.topic?.period) return;
  addDifference(context, figure, minus(a, b), [first, second]);
}

function linkComplement(context: LinkContext, figure: Figure): void {
  const pair = PAIRS.find(
    ({ first, second }) => second.test(nameOf(figure)) && !first.test(nameOf(figure))
  );
  if (pair === undefined) return;
  const first = near(context, figure, figure, pair.first);
  if (first === undefined || !isOfUnit(first, figure)) return;
  const whole = wholeOf(context, first, pair);
  const [all, part] = [whole, first].map((each) => each && quantityIn(each, figure.unit));
  if (whole === undefined || all === undefined || part === undefined) return;
  // The whole was held to the sum of both already.
  if (context.claimed.has(whole) && context.used.has(figure)) return;
  const computed = minus(all, part);
  const isTold = context.claimed.has(figure);
  if (isTold && judgeFigure(figure, computed).verdict !== "disagrees") return;
  addDifference(context, figure, computed, [whole, first]);
}

function addDifference(
  context: LinkContext,
  figure: Figure,
  computed: Quantity,
  [from, less]: readonly [Figure, Figure]
): void {
  addClaim(context, figure, {
    kind: "sum",
    ...judgeFigure(figure, computed),
    from: [from, less],
    arithmetic: `${printedOf(context, from)} − ${printedOf(context, less)} = ${resultOf(computed, statedOf(figure).decimals)}${figure.unit?.name ?? ""}`,
  });
}

/** The nearest number of a name before another one, in its paragraph. */
function near(
  context: LinkContext,
  before: Figure,
  like: Figure,
  words: RegExp
): Figure | undefined {
  for (let i = before.index - 1; i >= 0 && i >= before.index - NEAR; i--) {
    const other = context.figures[i];
    if (other?.sentence.paragraph !== before.sentence.paragraph) return undefined;
    const isAlike = other.unit?.family === like.unit?.family && other.head === null;
    if (isAlike && other.role !== "prior" && words.test(nameOf(other)) && isPlainRole(other))
      return other;
  }
  return undefined;
}

function isPlainRole({ role }: Figure): boolean {
  return role === "level" || role === "rate";
}

/** The whole that the share of the first part was held to, or the nearest of its name, in the same paragraph. */
function wholeOf(context: LinkContext, first: Figure, pair: Pair): Figure | undefined {
  const share = context.figures
    .slice(first.index + 1, first.index + 4)
    .find((other) => other.role === "share");
  const held = share === undefined ? undefined : context.wholeOf.get(share);
  if (held !== undefined && held.role === "level" && isOfUnit(first, held)) return held;
  for (let i = first.index - 1; i >= 0 && i > first.index - FAR; i--) {
    const other = context.figures[i];
    if (other?.sentence.paragraph !== first.sentence.paragraph) return undefined;
    if (other.role !== "level" || other.head !== null || !isOfUnit(first, other)) continue;
    const isNamed = pair.whole.test(nameOf(other));
    const isPart = pair.first.test(nameOf(other)) || pair.second.test(nameOf(other));
    if (isNamed && !isPart) return other.value >= first.value ? other : undefined;
  }
  return undefined;
}

/** 三次产业对经济增长的贡献率分别为11.2%、53.1%和35.7%. */
function linkContributionsOfAll(context: LinkContext, figure: Figure): void {
  const list = listAround(context, figure);
  const [first] = list;
  if (list.length !== 3 || list.at(-1) !== figure || !/三次产业/u.test(first?.chunk ?? "")) return;
  // With the pulls behind them each is held to its own.
  if (context.figures[figure.index + 1]?.role === "pull") return;
  const others = list.slice(0, -1);
  const rest = others.reduce((left: Quantity, part) => minus(left, quantity(part)), constant(100));
  addClaim(context, figure, {
    kind: "sum",
    ...judgeFigure(figure, rest),
    from: others,
    arithmetic: `100 − ${others.map((part) => printedOf(context, part)).join(" − ")} = ${resultOf(rest, statedOf(figure).decimals)}%`,
  });
}
