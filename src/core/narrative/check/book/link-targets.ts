import { quantityOf, scale } from "../../../model/interval.ts";
import { unitFactor } from "../../../model/unit-factor.ts";
import { formatAddress } from "../../../workbook/address.ts";
import type { Figure } from "../figures/figure.ts";
import type { LinkContext } from "../link/link-context.ts";
import { addClaim } from "../link/link-context.ts";
import { judgeFigure } from "../link/quantities.ts";
import { cellsOf, isOfPeriod } from "./book-cells.ts";
import type { BookCell, BookCells } from "./book-cells.ts";
import { cellsOfWhose, whoseIs, zonesIn } from "./whose.ts";

/** Targets against the target column; 均达到 against every zone it speaks of. */
export function linkTargetCells(context: LinkContext, cells: BookCells): void {
  for (const figure of context.figures) {
    if (figure.role !== "target" || figure.topic === null) continue;
    if (figure.head === null && isOfEvery(figure)) linkEvery(context, cells, figure);
    else linkTarget(context, cells, figure);
  }
}

function isOfEvery({ chunk }: Figure): boolean {
  return /(?:均|都|全部)[^,]{0,6}(?:完成|达到|超)/u.test(chunk);
}

function targets(cells: BookCells, figure: Figure): readonly BookCell[] {
  return cellsOf(cells, figure.topic?.key ?? "", ["target", "target-part"]).filter((cell) =>
    isOfPeriod(cell, figure.topic?.period ?? null)
  );
}

function linkTarget(context: LinkContext, cells: BookCells, figure: Figure): void {
  const list = targets(cells, figure);
  if (list.length === 0) return;
  const zones = figure.head === null ? [] : zonesIn(nameBefore(figure), cells);
  const whose =
    zones.length > 0
      ? ({ kind: "zones", names: zones.slice(0, 1) } as const)
      : whoseIs(figure.topic?.subject ?? "", "", cells);
  const own = figure.head !== null && zones.length === 0 ? [] : cellsOfWhose(list, whose);
  const cell = own[0] ?? usual(list);
  const factor = cell === undefined ? undefined : sameUnit(cell, figure);
  if (cell === undefined || factor === undefined) return;
  const computed = scale(quantityOf(cell.stated), factor);
  addClaim(context, figure, {
    kind: "target",
    ...judgeFigure({ ...figure, approximation: null }, computed),
    cells: [cell.at],
    fromCells: [formatAddress(cell.at)],
    arithmetic: `${formatAddress(cell.at)} = ${cell.stated.value}${cell.unit?.name ?? ""}`,
  });
  // The verdict on it is still to be made.
  if (figure.head === null) context.claimed.delete(figure);
}

/** 、其余开发区 → 其余开发区. */
function nameBefore(figure: Figure): string {
  return figure.lead.replace(/^[、,;(]+/u, "").replace(/(?:为|是|:)$/u, "");
}

function sameUnit(cell: BookCell, figure: Figure): number | undefined {
  const isRate = (family: string | undefined): boolean => family === "rate" || family === "points";
  if (isRate(cell.unit?.family) && isRate(figure.unit?.family)) return 1;
  return unitFactor(cell.unit, figure.unit);
}

/** The target most zones have: what 其余 and the headline mean. */
function usual(list: readonly BookCell[]): BookCell | undefined {
  const zones = list.filter(({ subject }) => subject.role === "zone");
  const count = (cell: BookCell): number =>
    zones.filter(({ stated }) => stated.value === cell.stated.value).length;
  let best: BookCell | undefined;
  for (const cell of zones) if (best === undefined || count(cell) > count(best)) best = cell;
  return best;
}

function linkEvery(context: LinkContext, cells: BookCells, figure: Figure): void {
  const names = zonesIn(figure.topic?.subject ?? "", cells);
  const isRate = figure.unit?.family === "rate";
  const measures = isRate ? (["growth", "share", "rate"] as const) : (["actual"] as const);
  const own = cellsOf(cells, figure.topic?.key ?? "", measures).filter(
    (cell) =>
      cell.subject.role === "zone" &&
      (names.length === 0 || names.includes(cell.subject.name)) &&
      sameUnit(cell, figure) !== undefined
  );
  if (own.length === 0 || (names.length > 0 && own.length < names.length)) return;
  const limit = figure.value;
  const below = own.filter((cell) => cell.stated.value * (sameUnit(cell, figure) ?? 1) < limit);
  const target = targets(cells, figure).find(({ subject }) => names.includes(subject.name));
  const isOther =
    target !== undefined && target.stated.value * (sameUnit(target, figure) ?? 1) !== limit;
  addClaim(context, figure, {
    kind: "members",
    verdict: below.length > 0 || isOther ? "disagrees" : "agrees",
    cells: own.map(({ at }) => at),
    fromCells: own.map(({ at }) => formatAddress(at)),
    arithmetic: own
      .map(
        (cell) =>
          `${cell.subject.name} ${cell.stated.value} ${below.includes(cell) ? "<" : "≥"} ${limit}`
      )
      .join(", "),
  });
}
