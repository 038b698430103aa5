import { minus } from "../../../model/interval.ts";
import { formatAddress } from "../../../workbook/address.ts";
import type { Address } from "../../../workbook/address.ts";
import type { Figure, Role } from "../figures/figure.ts";
import type { LinkContext } from "../link/link-context.ts";
import type { BookCell, BookCells } from "./book-cells.ts";
import { numberOfCell, isRate } from "./book-number.ts";
import type { BookNumber } from "./book-number.ts";
import { combined, referred } from "./computed-numbers.ts";
import { cellsOfWhose } from "./whose.ts";

const RATES: readonly Role[] = ["rate", "growth", "share", "attainment"];

/**
 * 完成率仅55.3%,低于全市19.5个百分点: the rate right before it stands in a column, and the whole it is compared with has a row there.
 */
export function besideNumbers(
  context: LinkContext,
  cells: BookCells,
  figure: Figure
): readonly BookNumber[] {
  if (figure.role !== "difference" || figure.against === null) return [];
  const other = referred(figure.against, cells);
  const rate = context.figures[figure.index - 1];
  if (other === undefined || rate === undefined || !RATES.includes(rate.role)) return [];
  if (rate.sentence !== figure.sentence) return [];
  const [at, ...more] = context.cellsOf.get(rate) ?? [];
  if (at === undefined || more.length > 0) return [];
  const own = cellAt(cells, at);
  if (own === undefined || !isRate(own.unit)) return [];
  const column = columnOf(cells, own);
  return cellsOfWhose(column, other)
    .filter((cell) => cell !== own)
    .map((cell) => {
      const [a, b] = [numberOfCell(own), numberOfCell(cell)];
      return combined(minus(a.quantity, b.quantity), a, "−", b);
    });
}

/** Cells by their address, made once for a workbook. */
const BY_ADDRESS = new WeakMap<BookCells, ReadonlyMap<string, BookCell>>();

function cellAt(cells: BookCells, at: Address): BookCell | undefined {
  const known = BY_ADDRESS.get(cells);
  if (known !== undefined) return known.get(formatAddress(at));
  const all = [...cells.byKey.values()].flat();
  const byAddress = new Map(all.map((cell) => [formatAddress(cell.at), cell]));
  BY_ADDRESS.set(cells, byAddress);
  return byAddress.get(formatAddress(at));
}

function columnOf(
  { byKey }: BookCells,
  { table, field, indicator, measure }: BookCell
): readonly BookCell[] {
  return (byKey.get(`${measure}|${indicator}`) ?? []).filter(
    (cell) => cell.table === table && cell.field === field
  );
}
