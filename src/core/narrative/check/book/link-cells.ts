import { recogniseIndicator } from "../../../catalog/recognise.ts";
import { minus, quantityOf, scale, shareOf } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Measure } from "../../../model/measure.ts";
import { unitFactor } from "../../../model/unit-factor.ts";
import { formatAddress } from "../../../workbook/address.ts";
import type { ClaimKind } from "../draft-check.ts";
import type { Figure, Role } from "../figures/figure.ts";
import type { LinkContext } from "../link/link-context.ts";
import { addClaim } from "../link/link-context.ts";
import { judgeFigure, resultOf, statedOf } from "../link/quantities.ts";
import type { Judged } from "../link/quantities.ts";
import { cellsOf, isOfPeriod } from "./book-cells.ts";
import type { BookCell, BookCells } from "./book-cells.ts";
import { cellsOfWhose, whoseIs } from "./whose.ts";
import type { Whose } from "./whose.ts";

/** The measures in which a number of each role may stand in a table, and the claim it makes. */
const MEASURES: Partial<Record<Role, readonly [ClaimKind, readonly Measure[]]>> = {
  level: ["value", ["actual", "rate", "done", "remaining"]],
  rate: ["rate", ["rate", "actual", "attainment"]],
  growth: ["growth", ["growth"]],
  share: ["share", ["share"]],
  difference: ["difference", ["difference"]],
  change: ["difference", ["rate-change"]],
  attainment: ["rate", ["attainment"]],
  "pace-lead": ["pace", ["pace-difference"]],
  pace: ["pace", ["pace"]],
  gap: ["difference", ["gap"]],
  increase: ["increase", ["increase"]],
  prior: ["value", ["prior"]],
  rank: ["rank", ["rank"]],
  "reference-level": ["value", ["actual"]],
  "reference-rate": ["growth", ["growth", "rate", "actual"]],
};

/**
 * Holds the numbers of a draft against the cells they were written from, before anything is recomputed: a number is found by
 * what it says — whose, what, against what, when — never by its value, so that a changed digit is told at that number
 * and nowhere else.
 */
export function linkCells(context: LinkContext, cells: BookCells): void {
  for (const figure of context.figures) linkFigure(context, cells, figure);
}

function linkFigure(context: LinkContext, cells: BookCells, figure: Figure): void {
  const known = MEASURES[figure.role];
  if (known === undefined || figure.topic === null) return;
  const [kind, measures] = known;
  const whose = oneOfList(context, figure, whoseOf(figure, cells));
  const list = cellsOf(cells, figure.topic.key, monthly(figure, measures)).filter(
    (cell) => isOfPeriod(cell, figure.topic?.period ?? null) && isAgainst(cell, figure)
  );
  const best = bestOf(figure, cellsOfWhose(list, whose));
  if (best === undefined) {
    linkComputed(context, cells, figure, whose);
    return;
  }
  figure.source = best.quantity;
  addClaim(context, figure, {
    kind,
    ...best.judged,
    cells: [best.cell.at],
    fromCells: [formatAddress(best.cell.at)],
    arithmetic: `${formatAddress(best.cell.at)} = ${best.cell.stated.value}${best.cell.unit?.name ?? ""}`,
  });
}

function monthly(figure: Figure, measures: readonly Measure[]): readonly Measure[] {
  const isMonth = /^.{4}-\d\d$/u.test(figure.topic?.period ?? "");
  if (!isMonth) return measures;
  return figure.role === "level"
    ? ["actual-month"]
    : figure.role === "growth"
      ? ["growth-month"]
      : measures;
}

/** A number in brackets, or told between 占 and 的, is the reference's. */
function whoseOf(figure: Figure, cells: BookCells): Whose {
  const isReference = figure.role === "reference-level" || figure.role === "reference-rate";
  if (!isReference) return whoseIs(figure.topic?.subject ?? "", figure.lead, cells);
  const scope = figure.against?.kind === "scope" ? figure.against.scope : "";
  return scope === "" ? { kind: "zones", names: [""] } : whoseIs(scope, "", cells);
}

/** 甲、乙分别完成60.24亿元、49亿元: the second number is the second zone's. */
function oneOfList(context: LinkContext, figure: Figure, whose: Whose): Whose {
  if (whose.kind !== "zones" || whose.names.length < 2) return whose;
  let first = figure;
  while (/^[、和与及,]$/u.test(first.lead)) {
    const before = context.figures[first.index - 1];
    if (before?.sentence !== first.sentence) break;
    first = before;
  }
  const isEach = /分别|依次|各自/u.test(first.lead);
  return isEach ? { kind: "zones", names: [whose.names[figure.index - first.index] ?? ""] } : whose;
}

function isAgainst(cell: BookCell, figure: Figure): boolean {
  if (figure.role !== "share" && figure.role !== "difference") return true;
  const { against } = figure;
  if (cell.against === null || against === null) return true;
  if (cell.against.kind === "total") return true;
  if (cell.against.kind === "reference") {
    const wanted = against.kind === "scope" ? whoseIs(against.scope, "", NO_CELLS) : undefined;
    return wanted?.kind === "reference" && wanted.scope === cell.against.scope;
  }
  return (
    against.kind === "name" && recogniseIndicator(against.name)?.id === cell.against.indicator.id
  );
}

const NO_CELLS: BookCells = { byKey: new Map(), zones: [], tables: [] };

interface Match {
  readonly cell: BookCell;
  readonly quantity: Quantity;
  readonly judged: Judged;
}

/** Of several cells that say the same thing the one that agrees; a contradiction only where they agree with each other. */
function bestOf(figure: Figure, list: readonly BookCell[]): Match | undefined {
  const matches = list.flatMap((cell): readonly Match[] => {
    const quantity = quantityOfCell(cell, figure);
    return quantity === undefined
      ? []
      : [{ cell, quantity, judged: judgeFigure(figure, quantity) }];
  });
  return (
    matches.find(({ judged }) => judged.verdict === "agrees") ??
    matches.find(({ judged }) => judged.verdict === "within-rounding") ??
    matches[0]
  );
}

/** A difference may stand as a magnitude: its sign is the column's convention. */
function quantityOfCell(cell: BookCell, figure: Figure): Quantity | undefined {
  const factor = unitFactor(cell.unit, figure.unit);
  const isRate = (family: string | undefined): boolean => family === "rate" || family === "points";
  const same = isRate(cell.unit?.family) && isRate(figure.unit?.family) ? 1 : factor;
  if (same === undefined) return undefined;
  const quantity = scale(quantityOf(cell.stated), same);
  const isDifference =
    figure.role === "difference" || figure.role === "gap" || figure.role === "pace-lead";
  const isMagnitude = isDifference && figure.direction < 0 && cell.stated.value > 0;
  return isMagnitude ? scale(quantity, -1) : quantity;
}

/** A share or difference without a cell of its own, from the cells of its operands. */
function linkComputed(context: LinkContext, cells: BookCells, figure: Figure, whose: Whose): void {
  if (figure.role !== "share" && figure.role !== "difference") return;
  if (figure.against === null) return;
  const measure: Measure = figure.role === "share" ? "actual" : "growth";
  const own = pick(cells, figure, figure.topic?.key ?? "", measure, whose);
  const other =
    figure.against.kind === "scope"
      ? pick(
          cells,
          figure,
          figure.topic?.key ?? "",
          measure,
          whoseIs(figure.against.scope, "", cells)
        )
      : figure.against.kind === "name" && figure.role === "share"
        ? pick(cells, figure, recogniseIndicator(figure.against.name)?.id ?? "", measure, whose)
        : undefined;
  if (own === undefined || other === undefined || own === other) return;
  const factor = unitFactor(own.unit, other.unit);
  if (factor === undefined) return;
  const [a, b] = [scale(quantityOf(own.stated), factor), quantityOf(other.stated)];
  const computed = figure.role === "share" ? shareOf(a, b) : minus(a, b);
  if (computed === undefined) return;
  const sign = figure.role === "share" ? "÷" : "−";
  figure.source = computed;
  addClaim(context, figure, {
    kind: figure.role,
    ...judgeFigure(figure, computed),
    cells: [own.at, other.at],
    fromCells: [formatAddress(own.at), formatAddress(other.at)],
    arithmetic: `${own.stated.value} ${sign} ${other.stated.value} = ${resultOf(computed, statedOf(figure).decimals)}`,
  });
}

function pick(
  cells: BookCells,
  figure: Figure,
  key: string,
  measure: Measure,
  whose: Whose
): BookCell | undefined {
  const list = cellsOf(cells, key, [measure]).filter((cell) =>
    isOfPeriod(cell, figure.topic?.period ?? null)
  );
  return cellsOfWhose(list, whose)[0];
}
