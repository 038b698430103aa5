import type { Figure } from "../figures/figure.ts";
import { addClaim, addUnverifiable, printedOf } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";
import { resultOf, statedOf } from "./quantities.ts";
import { basesOf, isNamedBy, stemOf } from "./rate-bases.ts";
import type { Basis } from "./rate-bases.ts";
import { quotientBasis, wholeGoneOn } from "./rate-wholes.ts";

const AHEAD = /确保|力争|努力|争取|目标是|目标为|计划|要达到|将达/u;

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
  const meant = named.filter(({ wholes: [whole] }) => isMeant(whole, stem));
  const natural = meant.length > 0 ? meant : named.length > 0 ? named : bases;
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
    const [whole] = fitting.wholes;
    if (whole !== undefined && fitting.judged.verdict === "agrees")
      context.wholeOf.set(figure, whole);
    // 完成投资216.6亿元,完成率63.0%: what is done of the money is no question.
    const isOfDone = stem === "完成" && fitting.parts.some(({ chunk }) => /完成投资/u.test(chunk));
    const hasOther = byCount !== undefined && !isOfCounts(fitting) && !isOfDone;
    addClaim(context, figure, {
      kind: "rate",
      ...fitting.judged,
      from: [...fitting.parts, ...fitting.wholes],
      arithmetic: arithmetic(context, fitting, figure),
      notes: hasOther ? [{ code: "basis", fits: unitName(fitting), others }] : fitting.judged.notes,
    });
    return;
  }
  // 计划投资344亿元,完成投资216.6亿元,完成率: the two right before the rate, whatever else stands farther off.
  const beside = natural.find(({ parts: [part], wholes: [whole] }) => {
    return part?.index === figure.index - 1 && whole?.index === figure.index - 2;
  });
  const isBeside = beside?.wholes[0]?.segment === figure.segment;
  const first = isBeside ? beside : natural[0];
  const isOne =
    (natural.length === 1 || isBeside) && first !== undefined && isCertain(first, figure, stem);
  const only = isOne
    ? first
    : (quotientBasis(context, figure) ?? wholeGoneOn(context, figure, stem));
  if (only === undefined) {
    addUnverifiable(context, figure, "rate", "operands", {
      from: first === undefined ? [] : [...first.parts, ...first.wholes],
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

/** 计划竣工30个,已竣工21个,竣工率; 年度计划投资231亿元,完成189.7亿元,完成率: of several wholes the one that was to be done. */
function isMeant(whole: Figure | undefined, stem: string | null): boolean {
  if (whole === undefined || stem === null) return false;
  if (stem === "完成") return whole.role === "target" || /计划|目标|任务/u.test(whole.chunk);
  return isNamedBy(whole, stem) && /计划|拟|应|目标/u.test(whole.chunk);
}

function isListed(context: LinkContext, figure: Figure, words: RegExp): boolean {
  const previous = context.figures[figure.index - 1];
  if (previous?.sentence !== figure.sentence || !/^[、和与]$/u.test(figure.lead)) return false;
  return words.test(previous.lead) || isListed(context, previous, words);
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
  // 其中当年开工97个,占…;开工率60.6%: behind the semicolon the rate is of all of them.
  if (part.segment !== figure.segment && /其中/u.test(part.lead)) return false;
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
