import { recogniseIndicator } from "../../../catalog/recognise.ts";
import { growthOf, minus, scale, shareOf } from "../../../model/interval.ts";
import type { Quantity } from "../../../model/interval.ts";
import type { Measure } from "../../../model/measure.ts";
import { formatAddress } from "../../../workbook/address.ts";
import type { Figure } from "../figures/figure.ts";
import { cellsOf, isOfPeriod } from "./book-cells.ts";
import type { BookCell, BookCells } from "./book-cells.ts";
import { factorFor, headerWholes, isRate, numbersOf } from "./book-number.ts";
import type { BookNumber } from "./book-number.ts";
import { whoseIs } from "./whose.ts";
import type { Whose } from "./whose.ts";

/** The numbers that cells of an indicator and its measures give for somebody at the time a text speaks of. */
export function measuredNumbers(
  cells: BookCells,
  figure: Figure,
  key: string,
  measures: readonly Measure[],
  whose: Whose,
  fits: (cell: BookCell) => boolean
): readonly BookNumber[] {
  return measures.flatMap((measure) => {
    const list = cellsOf(cells, key, [measure]).filter(
      (cell) => isOfTime(cell, figure.topic?.period ?? null) && fits(cell)
    );
    return numbersOf(list, whose);
  });
}

/** 本月 beside 1-8月 is of the last of those months. */
function isOfTime(cell: BookCell, period: string | null): boolean {
  if (isOfPeriod(cell, period)) return true;
  if (period === null || cell.period === null || !cell.measure.endsWith("-month")) return false;
  const month = /^(.{4})-(\d\d)$/u.exec(period);
  if (month === null) return false;
  return isOfPeriod(cell, `${month[1] ?? ""}-01..${month[2] ?? ""}`);
}

/** Of a column of 全市 beside the zones' own, the number is 全市's. */
export function isOwn({ against }: BookCell, whose: Whose): boolean {
  if (against?.kind !== "reference") return true;
  return whose.kind === "reference" && whose.scope === against.scope;
}

/** A share, growth or difference without a cell of its own, from the cells of its operands. */
export function computedNumbers(
  cells: BookCells,
  figure: Figure,
  whose: Whose
): readonly BookNumber[] {
  switch (figure.role) {
    case "share":
      return sharesOf(cells, figure, whose);
    case "growth":
      return growthsOf(cells, figure, whose);
    case "increase":
      return increasesOf(cells, figure, whose);
    case "difference":
      return differencesOf(cells, figure, whose);
    default:
      return [];
  }
}

function levelsOf(
  cells: BookCells,
  figure: Figure,
  key: string,
  measure: Measure,
  whose: Whose
): readonly BookNumber[] {
  return measuredNumbers(cells, figure, key, [measure], whose, (cell) => isOwn(cell, whose));
}

function sharesOf(cells: BookCells, figure: Figure, whose: Whose): readonly BookNumber[] {
  const { against } = figure;
  const key = figure.topic?.key ?? "";
  if (against === null) return [];
  const wholes =
    against.kind === "scope"
      ? wholesOf(cells, figure, whoseIs(against.scope, "", cells))
      : against.kind === "name"
        ? levelsOf(cells, figure, recogniseIndicator(against.name)?.id ?? "", "actual", whose)
        : [];
  return pairs(levelsOf(cells, figure, key, "actual", whose), wholes).flatMap(([part, whole]) => {
    const factor = factorFor(part.unit, whole.unit);
    const quantity =
      factor === undefined ? undefined : shareOf(scale(part.quantity, factor), whole.quantity);
    return quantity === undefined ? [] : [combined(quantity, part, "÷", whole)];
  });
}

function wholesOf(cells: BookCells, figure: Figure, whose: Whose): readonly BookNumber[] {
  const key = figure.topic?.key ?? "";
  const rows = levelsOf(cells, figure, key, "actual", whose);
  return whose.kind === "reference" ? [...rows, ...headerWholes(cells, key, whose.scope)] : rows;
}

/** What a table says outright is not recomputed from it. */
export function elsewhere(
  computed: readonly BookNumber[],
  stated: readonly BookNumber[]
): readonly BookNumber[] {
  const tables = new Set(stated.map(({ table }) => table));
  return computed.filter(({ table }) => !tables.has(table));
}

/** The growth of levels, where the trade lets it follow from them; of other indicators it may confirm. */
function growthsOf(cells: BookCells, figure: Figure, whose: Whose): readonly BookNumber[] {
  return changesOf(cells, figure, whose).flatMap(([current, base]) => {
    const factor = factorFor(current.unit, base.unit);
    const quantity =
      factor === undefined ? undefined : growthOf(scale(current.quantity, factor), base.quantity);
    if (quantity === undefined) return [];
    const number = combined(quantity, current, "÷", base);
    return [{ ...number, arithmetic: `(${number.arithmetic} − 1) × 100` }];
  });
}

/** 比上年增加8.3亿元: this period's level less last year's. */
function increasesOf(cells: BookCells, figure: Figure, whose: Whose): readonly BookNumber[] {
  // 比年初, 较上月: since another time than last year's.
  if (/年初|(?:上|去)年(?:末|底)|上月|上季|环比|由|从/u.test(figure.chunk)) return [];
  return changesOf(cells, figure, whose).flatMap(([current, base]) => {
    const factor = factorFor(base.unit, current.unit);
    if (factor === undefined) return [];
    const quantity = minus(current.quantity, scale(base.quantity, factor));
    return [{ ...combined(quantity, current, "−", base), unit: current.unit }];
  });
}

const FREE: readonly string[] = ["nominal", "count"];

/** Levels of now and of last year, of an indicator that may be counted with. */
function changesOf(
  cells: BookCells,
  figure: Figure,
  whose: Whose
): readonly (readonly [BookNumber, BookNumber])[] {
  const key = figure.topic?.key ?? "";
  const isFree = cellsOf(cells, key, ["prior", "actual"]).some(
    ({ field: { indicator }, table }) =>
      FREE.includes(indicator.growthBasis) && !table.around.givenGrowth.includes(indicator.id)
  );
  if (!isFree) return [];
  return pairs(
    levelsOf(cells, figure, key, "actual", whose),
    priorLevels(cells, figure, key, whose)
  );
}

/** Last year's levels, told with this period (上年同期) or, where years stand side by side, with their own. */
function priorLevels(
  cells: BookCells,
  figure: Figure,
  key: string,
  whose: Whose
): readonly BookNumber[] {
  const beside = levelsOf(cells, figure, key, "prior", whose);
  const period = figure.topic?.period ?? null;
  const [, year, rest] = /^(\d{4})(.*)$/u.exec(period ?? "") ?? [];
  if (beside.length > 0 || year === undefined || rest === undefined) return beside;
  const before = `${Number(year) - 1}${rest}`;
  const then = (measure: Measure): readonly BookNumber[] =>
    numbersOf(
      cellsOf(cells, key, [measure]).filter(
        (cell) => cell.period !== null && isOfPeriod(cell, before) && isOwn(cell, whose)
      ),
      whose
    );
  const prior = then("prior");
  return prior.length > 0 ? prior : then("actual");
}

/** Own rate − that of the whole: of growths, or of an indicator that is a rate itself. */
function differencesOf(cells: BookCells, figure: Figure, whose: Whose): readonly BookNumber[] {
  const { against, topic } = figure;
  if (against === null || topic === null) return [];
  const other = referred(against, cells);
  if (other === undefined) return [];
  const rates = (of: Whose): readonly BookNumber[] => {
    const growths = levelsOf(cells, figure, topic.key, "growth", of);
    return [...growths, ...elsewhere(growthsOf(cells, figure, of), growths)];
  };
  const levels = (of: Whose): readonly BookNumber[] =>
    (["actual", "rate"] as const)
      .flatMap((measure) => levelsOf(cells, figure, topic.key, measure, of))
      .filter(({ unit }) => isRate(unit));
  const both = [...pairs(rates(whose), rates(other)), ...pairs(levels(whose), levels(other))];
  return both.map(([own, reference]) =>
    combined(minus(own.quantity, reference.quantity), own, "−", reference)
  );
}

/** 高于全市, 高于合计: whose rate another one is compared with. */
export function referred(
  against: NonNullable<Figure["against"]>,
  cells: BookCells
): Whose | undefined {
  if (against.kind === "scope") return whoseIs(against.scope, "", cells);
  const isAll = against.kind === "name" && /^(?:合计|总计|总体|整体)$/u.test(against.name);
  return isAll ? { kind: "all", zoneKind: null } : undefined;
}

/** 全市 may head the sum of the zones: a total is neither a share of itself nor above it. */
function pairs(
  own: readonly BookNumber[],
  others: readonly BookNumber[]
): readonly (readonly [BookNumber, BookNumber])[] {
  const key = ({ cells }: BookNumber): string => cells.map(formatAddress).join(" ");
  return own.flatMap((a) => others.flatMap((b) => (key(a) === key(b) ? [] : [[a, b] as const])));
}

export function combined(
  quantity: Quantity,
  a: BookNumber,
  sign: "÷" | "−",
  b: BookNumber
): BookNumber {
  const arithmetic = `${a.term} ${sign} ${b.term.startsWith("-") ? `(${b.term})` : b.term}`;
  const unit = { name: "%", family: "rate", factor: 1 } as const;
  const { table, zones } = a;
  return {
    quantity,
    unit,
    table,
    zones,
    cells: [...a.cells, ...b.cells],
    arithmetic,
    term: `(${arithmetic})`,
  };
}
