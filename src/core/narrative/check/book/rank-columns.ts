import { formatAddress } from "../../../workbook/address.ts";
import type { Figure } from "../figures/figure.ts";
import type { LinkContext } from "../link/link-context.ts";
import type { BookCell, BookCells } from "./book-cells.ts";

/** The zone's cell that a number was held against; undefined for other numbers. */
export type CellOf = (figure: Figure) => BookCell | undefined;

export function cellFinder(context: LinkContext, cells: BookCells): CellOf {
  let byPlace: ReadonlyMap<string, BookCell> | undefined;
  return (figure) => {
    const [at, ...more] = context.cellsOf.get(figure) ?? [];
    if (at === undefined || more.length > 0) return undefined;
    byPlace ??= placesOf(cells);
    const cell = byPlace.get(formatAddress(at));
    return cell?.subject.role === "zone" ? cell : undefined;
  };
}

function placesOf({ byKey }: BookCells): ReadonlyMap<string, BookCell> {
  return new Map([...byKey.values()].flat().map((cell) => [formatAddress(cell.at), cell]));
}

/** The column's numbers of all zones; undefined where one of them is missing. */
export function columnOf(cell: BookCell, { byKey }: BookCells): readonly BookCell[] | undefined {
  const own = (byKey.get(`${cell.measure}|${cell.indicator}`) ?? []).filter(
    ({ table, field, subject }) =>
      table === cell.table && field === cell.field && subject.role === "zone"
  );
  const zones = cell.table.subjects.filter(({ role }) => role === "zone");
  return own.length === zones.length ? own : undefined;
}

/** Ranks among others than the zones of a table. */
export const WIDER = /全[省国]|[东中西]部|[一-龥]{2}(?:省|集团)/u;

/** How many stand before it. */
export function above(cell: BookCell, all: readonly BookCell[], isTop: boolean): number {
  return all.filter(({ stated }) =>
    isTop ? stated.value > cell.stated.value : stated.value < cell.stated.value
  ).length;
}
