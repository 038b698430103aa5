import { minus, scale, shareOf } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Figure } from "../figures/figure.ts";
import { addClaim, addUnverifiable, beforeInSentence, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { judgeFigure, quantityIn, resultOf, statedOf } from "./quantities.ts";
import type { Judged } from "./quantities.ts";

const AHEAD = /确保|力争|努力|争取|目标是|目标为|计划|要达到|将达/u;

/** A way a rate may have been computed: by count, by money, by area. */
interface Basis {
  readonly parts: readonly Figure[];
  readonly wholes: readonly Figure[];
  readonly computed: Quantity;
  readonly judged: Judged;
}

/**
 * 开工率91.2%: each office has a basis of its own for its rates, so every pair of numbers that stands before is tried. The one
 * that fits is named; where several could be meant and none fits, that is a question, not a fault.
 */
export function linkRates(context: LinkContext): void {
  for (const figure of context.figures) {
    if (figure.role !== "rate" || figure.head !== null || context.claimed.has(figure)) continue;
    linkRate(context, figure);
  }
}

function linkRate(context: LinkContext, figure: Figure): void {
  if (AHEAD.test(figure.lead) || isListed(context, figure, AHEAD)) {
    addUnverifiable(context, figure, "target", "counterpart");
    return;
  }
  const stem = stemOf(figure);
  const bases = basesOf(context, figure, stem);
  const named =
    stem === null ? [] : bases.filter(({ parts }) => parts.some((part) => isNamedBy(part, stem)));
  const natural = named.length > 0 ? named : bases;
  const fitting =
    [...natural, ...bases].find(({ judged }) => judged.verdict === "agrees") ??
    [...natural, ...bases].find(({ judged }) => judged.verdict === "within-rounding");
  const others = readings(
    context,
    bases.filter((basis) => basis !== fitting),
    figure
  );
  if (fitting !== undefined) {
    const byCount = bases.find(
      (basis) => isOfCounts(basis) && basis.judged.verdict === "disagrees"
    );
    const hasOther = byCount !== undefined && !isOfCounts(fitting);
    addClaim(context, figure, {
      kind: "rate",
      ...fitting.judged,
      from: [...fitting.parts, ...fitting.wholes],
      arithmetic: arithmetic(context, fitting, figure),
      notes: hasOther ? [{ code: "basis", fits: unitName(fitting), others }] : fitting.judged.notes,
    });
    return;
  }
  const [only] = natural;
  if (only === undefined || natural.length > 1 || !isCertain(only, figure, stem)) {
    addUnverifiable(context, figure, "rate", "operands", {
      from: only === undefined ? [] : [...only.parts, ...only.wholes],
      // Whose part is not in the text has no basis to ask for.
      notes: !named.some(
        ({ wholes: [whole] }) => whole?.segment === figure.segment && isDue(whole, stem)
      )
        ? []
        : [{ code: "basis", fits: null, others }],
    });
    return;
  }
  addClaim(context, figure, {
    kind: "rate",
    ...only.judged,
    from: [...only.parts, ...only.wholes],
    arithmetic: arithmetic(context, only, figure),
  });
}

function isListed(context: LinkContext, figure: Figure, words: RegExp): boolean {
  const previous = context.figures[figure.index - 1];
  if (previous?.sentence !== figure.sentence || !/^[、和与]$/u.test(figure.lead)) return false;
  return words.test(previous.lead) || isListed(context, previous, words);
}

/** 开工率 → 开工, 完成率 → 完成; what its numerator would be called. */
function stemOf(figure: Figure): string | null {
  const word =
    /([一-龥]{2})(?:强度|比?[率度面])(?:分别)?(?:为|达到?|是|:|约|近|超)*$/u.exec(
      figure.chunk
    )?.[1] ?? null;
  return word === "使用" || word === "利用" ? "使用" : word;
}

/** 已开工30个, 85个项目竣工: the word stands before the number, or behind it in its clause. */
function isNamedBy(part: Figure, stem: string): boolean {
  return part.chunk.includes(stem) || (part.tail.split(/[,;。]/u)[0] ?? "").includes(stem);
}

function basesOf(context: LinkContext, figure: Figure, stem: string | null): readonly Basis[] {
  const own: Figure[] = [];
  for (const other of beforeInSentence(context, figure)) {
    // 营业收入…;利润总额…;营业收入利润率: a quotient of two indicators, each with a clause of its own.
    const reach = /利润率/u.test(figure.chunk) ? 2 : 1;
    if (other.segment < figure.segment - reach || own.length >= 8) break;
    if (other.role === "level" || other.role === "target") own.push(other);
  }
  const split = splitBasis(figure, own, stem);
  if (split !== undefined) return [split];
  const bases: Basis[] = [];
  own.forEach((part, index) => {
    for (const whole of own.slice(index + 1)) {
      const basis = basisOf(figure, [part], [whole]);
      if (basis !== undefined) bases.push(basis);
      // 实际年产值301.7亿元,预计年产值418.12亿元: what was expected is the whole, though it stands behind.
      if (!/预计|计划/u.test(part.chunk) || !/实际|完成/u.test(whole.chunk)) continue;
      const turned = basisOf(figure, [whole], [part]);
      if (turned !== undefined) bases.push(turned);
    }
  });
  bases.push(...earlierBases(context, figure, own), ...plannedBases(context, figure, own, bases));
  if (/开复工率|综合|总体/u.test(figure.chunk)) bases.push(...summedBases(context, figure));
  return bases;
}

/** 已开工33个,未开工17个,开工率66%: done and not done are the whole. */
function splitBasis(
  figure: Figure,
  own: readonly Figure[],
  stem: string | null
): Basis | undefined {
  if (stem === null) return undefined;
  const words = new RegExp(`(?:未|没有)(?:能|有)?${stem}`, "u");
  const rest = own.find(({ chunk }) => words.test(chunk));
  const part = own.find((other) => other !== rest && isNamedBy(other, stem));
  return rest === undefined || part === undefined
    ? undefined
    : basisOf(figure, [part], [part, rest]);
}

/** 新签约项目126个。已开工89个,开工率70.6%: a whole of the sentence before, or far before in its own, counts where it fits. */
function earlierBases(
  context: LinkContext,
  figure: Figure,
  parts: readonly Figure[]
): readonly Basis[] {
  const bases: Basis[] = [];
  for (let i = figure.index - 1, seen = 0; i >= 0 && seen < 16; i--, seen++) {
    const whole = context.figures[i];
    if (whole === undefined || whole.sentence.index < figure.sentence.index - 1) break;
    if (whole.sentence.paragraph !== figure.sentence.paragraph) break;
    if (parts.includes(whole) || whole.role !== "level" || whole.head !== null) continue;
    for (const part of parts.slice(0, 2)) {
      const basis = basisOf(figure, [part], [whole]);
      if (basis !== undefined && basis.judged.verdict !== "disagrees") bases.push(basis);
    }
  }
  return bases;
}

/**
 * 计划竣工项目111个 … 85个项目竣工,竣工率76.6%: what was planned under the same word, however far before, is the whole; the number right
 * before the rate is its part.
 */
function plannedBases(
  context: LinkContext,
  figure: Figure,
  own: readonly Figure[],
  known: readonly Basis[]
): readonly Basis[] {
  const stem = stemOf(figure);
  const [part] = own;
  // 计划新开工项目270项,实际已开工129项: the sentence holds its whole itself.
  if (stem !== null && known.some(({ wholes }) => wholes.some((whole) => isNamedBy(whole, stem))))
    return [];
  if (stem === null || part === undefined || !isNamedBy(part, stem)) return [];
  const words = new RegExp(`(?:计划|拟|应|目标)${stem}`, "u");
  for (let i = part.index - 1; i >= 0 && i > part.index - FARTHEST_PLAN; i--) {
    const whole = context.figures[i];
    if (whole?.sentence.article !== figure.sentence.article) break;
    if (whole.head !== null || !words.test(whole.chunk) || whole.value < part.value) continue;
    const basis = basisOf(figure, [part], [whole]);
    return basis === undefined ? [] : [basis];
  }
  return [];
}

const FARTHEST_PLAN = 60;

/** (a + b) ÷ (A + B) of the rates before it: 开复工率. */
function summedBases(context: LinkContext, figure: Figure): readonly Basis[] {
  const counts = beforeInSentence(context, figure).filter(({ role }) => role === "level");
  const [b, wholeB, a, wholeA] = counts;
  if (a === undefined || b === undefined || wholeA === undefined || wholeB === undefined) return [];
  const basis = basisOf(figure, [a, b], [wholeA, wholeB]);
  return basis === undefined ? [] : [basis];
}

function basisOf(
  figure: Figure,
  parts: readonly Figure[],
  wholes: readonly Figure[]
): Basis | undefined {
  const [first] = wholes;
  if (first === undefined) return undefined;
  const part = sumOf(parts, first);
  const whole = sumOf(wholes, first);
  if (part === undefined || whole === undefined) return undefined;
  const isCount = first.unit?.family === "count";
  if (isCount && parts.some(({ unit }) => unit?.name !== first.unit?.name)) return undefined;
  const computed = shareOf(part, whole);
  if (computed === undefined) return undefined;
  return { parts, wholes, computed, judged: judgeFigure(figure, computed) };
}

export function sumOf(figures: readonly Figure[], unitOf: Figure): Quantity | undefined {
  let total: Quantity | undefined;
  for (const figure of figures) {
    const own = quantityIn(figure, unitOf.unit);
    if (own === undefined) return undefined;
    total = total === undefined ? own : minus(total, scale(own, -1));
  }
  return total;
}

function isOfCounts({ wholes }: Basis): boolean {
  return wholes[0]?.unit?.family === "count";
}

function unitName({ wholes }: Basis): string {
  return wholes[0]?.unit?.name ?? "";
}

/** 到位率 is of money that was due; what was spent by then is another thing. */
const DUE = /应|计划|签约|合同|协议|认缴|承诺|目标|任务|概算|预算|总投资/u;

function isDue({ chunk }: Figure, stem: string | null): boolean {
  return stem !== "到位" || DUE.test(chunk);
}

/** One pair, the numerator named by the rate: 70项…完成65项,完成率. Money beside counts could be meant as well. */
function isCertain(basis: Basis, figure: Figure, stem: string | null): boolean {
  const [part] = basis.parts;
  const [whole] = basis.wholes;
  if (part === undefined || whole === undefined) return false;
  const isNamed = stem !== null && isNamedBy(part, stem);
  return (
    isNamed && isDue(whole, stem) && part.sentence === figure.sentence && part.value <= whole.value
  );
}

function arithmetic(context: LinkContext, basis: Basis, figure: Figure): string {
  const join = (figures: readonly Figure[]): string =>
    figures.length === 1
      ? figures.map((each) => printedOf(context, each)).join("")
      : `(${figures.map((each) => printedOf(context, each)).join(" + ")})`;
  return `${join(basis.parts)} ÷ ${join(basis.wholes)} = ${resultOf(basis.computed, statedOf(figure).decimals)}%`;
}

function readings(
  context: LinkContext,
  bases: readonly Basis[],
  figure: Figure
): readonly string[] {
  return bases
    .filter(({ judged, parts, wholes }) => {
      const [part, whole] = [parts[0], wholes[0]];
      return (
        judged.verdict === "disagrees" &&
        part !== undefined &&
        whole !== undefined &&
        part.value <= whole.value
      );
    })
    .slice(0, 3)
    .map((basis) => arithmetic(context, basis, figure));
}
