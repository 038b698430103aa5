import { countDecimals } from "../../../model/decimal.ts";
import { quantityOf, scale } from "../../../model/interval.ts";
import { formatAddress } from "../../../workbook/address.ts";
import type { Figure } from "../figures/figure.ts";
import type { LinkContext } from "../link/link-context.ts";
import { addClaim } from "../link/link-context.ts";
import { judgeFigure } from "../link/quantities.ts";
import { isWholeOfAttainment, verdictSaid } from "../link/targets.ts";
import type { BookCells } from "./book-cells.ts";
import { factorFor } from "./book-number.ts";
import type { BookTarget } from "./book-targets.ts";
import { isCounted, isOfEvery, targetsSaid } from "./find-targets.ts";
import { linkMemberCount, membersVerdict, ownVerdict, toldBy } from "./link-verdicts.ts";

/** Targets against what is in force, and the words around them against the rows: 未达到, 均达到, 4个达到、1个未达到. */
export function linkTargetCells(context: LinkContext, cells: BookCells): void {
  for (const figure of context.figures) {
    if (figure.topic === null) continue;
    if (figure.role === "target") linkTarget(context, cells, figure);
    if (figure.role === "member-count") linkMemberCount(context, cells, figure);
  }
}

function linkTarget(context: LinkContext, cells: BookCells, figure: Figure): void {
  const said = targetsSaid(context, cells, figure);
  const target =
    said.find((each) => isAt(each, figure)) ?? ofAll(context, cells, figure) ?? said[0];
  const factor = target === undefined ? undefined : factorFor(target.unit, figure.unit);
  if (target === undefined || factor === undefined) return;
  const { value, unit, at, origin } = target;
  const decimals = countDecimals(value);
  const quantity = scale(
    quantityOf({ value, decimals, origin: "typed", precision: "exact" }),
    factor
  );
  figure.source = quantity;
  addClaim(context, figure, {
    kind: "target",
    ...judgeFigure({ ...figure, approximation: null }, quantity),
    cells: at === null ? [] : [at],
    fromCells: [at === null ? origin : formatAddress(at)],
    arithmetic: `${origin} = ${value}${unit?.name ?? ""}`,
  });
  if (figure.head !== null || isCounted(context, figure)) return;
  // 完成年度任务340亿元的74.8% tells how far it is: no verdict on the target.
  if (isWholeOfAttainment(context, figure)) return;
  const verdict = isOfEvery(figure)
    ? membersVerdict(context, cells, figure)
    : ownVerdict(
        figure,
        toldOf(
          context,
          cells,
          figure,
          said.filter((each) => each.value === target.value)
        ) ?? target
      );
  if (verdict !== undefined) addClaim(context, figure, verdict);
  // The verdict on it is still to be made.
  else context.claimed.delete(figure);
}

/** 乙区…。新增规上企业30家,完成年度目标53家的: a sentence without a name may speak of all of them again; that may confirm. */
function ofAll(context: LinkContext, cells: BookCells, figure: Figure): BookTarget | undefined {
  const { topic } = figure;
  if (topic === null || topic.subject === "" || figure.head !== null) return undefined;
  const open = { ...figure, topic: { ...topic, subject: "" } };
  return targetsSaid(context, cells, open).find((each) => isAt(each, figure));
}

/**
 * Of targets that several columns are held against, the one whose number the text has just told: 占全市的10%、占全省开发区的
 * 0.01%,未达到省定15%目标值 may speak of either, and is true where it is of one of them.
 */
function toldOf(
  context: LinkContext,
  cells: BookCells,
  figure: Figure,
  targets: readonly BookTarget[]
): BookTarget | undefined {
  const meant = targets.filter(toldBy(context, cells, figure));
  const among = meant.length > 0 ? meant : targets.filter(({ own }) => own !== null);
  const said = verdictSaid(figure);
  const [first] = among;
  const isOfSeveral = among.some(({ subject }) => subject.name !== first?.subject.name);
  // Of zones without a row of their own for all of them, some of which have reached it, it depends on their weights.
  if (first !== undefined && isOfSeveral && among.some(({ verdict }) => verdict !== first.verdict))
    return { ...first, verdict: null };
  return (
    among.find(({ verdict }) => verdict === said) ??
    among.find(({ verdict }) => verdict === null) ??
    among[0]
  );
}

function isAt({ value, unit }: BookTarget, figure: Figure): boolean {
  const factor = factorFor(unit, figure.unit);
  return factor !== undefined && Number((value * factor).toPrecision(12)) === figure.value;
}
