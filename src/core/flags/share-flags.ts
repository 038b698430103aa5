import type { Area, CellRef } from "../workbook/address.ts";
import { formatArea } from "../workbook/address.ts";
import type { Flag, FlagStyle } from "../workbook/write-plan.ts";
import { singleCell } from "./cell-test.ts";
import type { FindingTest } from "./finding-test.ts";
import { markFormula } from "./marker.ts";
import type { Direction, NativeFormula } from "./native-formula.ts";
import { renderFormula, shapeOf } from "./native-formula.ts";
import { mergeRuns } from "./runs.ts";

/** A finding's mark before it is known which marks can share one conditional format. */
export interface Mark extends FindingTest {
  readonly area: Area;
  readonly style: FlagStyle;
  /** The test that always fits: the cell is as it is. */
  readonly unchanged: NativeFormula;
}

/** Excel refuses a list of addresses much longer than this. */
const MAX_ADDRESSES = 8_000;
/** Excel's limit for a formula. */
const MAX_FORMULA = 8_192;
/** From so many different tests in one column on, they are put together: a sheet gets tens of rules, not thousands. */
const MANY = 12;

/**
 * The marks of one sheet and one style as few conditional formats. Marks of one shape share a format over their cells,
 * first down the columns, then what is left along the rows. A format's first area is its top left one, for that is
 * where programs anchor the formula.
 */
export function shareFlags(marks: readonly Mark[]): readonly Flag[] {
  const blocks = marks.filter((mark) => singleCell(mark.area) === undefined);
  const cells = marks.filter((mark) => singleCell(mark.area) !== undefined);
  const byColumn = loosened(cells.map(fitted));
  const down = groupBy(byColumn, (mark) => `${mark.area.column}|${shape(mark, "down")}`);
  const shared = down.filter((group) => group.length > 1);
  const alone = down.filter((group) => group.length === 1).flat();
  const across = groupBy(alone, (mark) => `${mark.area.row}|${shape(mark, "across")}`);
  const single = across.filter((group) => group.length === 1).flat();
  return [
    ...blocks.map((mark) => flagOf([mark.area], mark.test, mark.style, "down")),
    ...shared.flatMap((group) => flagsOf(group, "down")),
    ...across.filter((group) => group.length > 1).flatMap((group) => flagsOf(group, "across")),
    ...groupBy(single, (mark) => String(mark.area.column)).flatMap((column) =>
      column.length > MANY
        ? combined(column)
        : column.map((mark) => flagOf([mark.area], mark.test, mark.style, "down"))
    ),
  ];
}

function shape(mark: Mark, direction: Direction): string {
  return shapeOf(mark.test, mark.area, direction);
}

/** A test that makes too long a formula gives way to the one that always fits. */
function fitted(mark: Mark): Mark {
  const { length } = markFormula(renderFormula(mark.test, mark.area, "down"));
  return length <= MAX_FORMULA ? mark : { ...mark, test: mark.unchanged };
}

/** In a column with many different textual faults, each mark takes its looser test. */
function loosened(marks: readonly Mark[]): readonly Mark[] {
  const shapes = new Map<number, Set<string>>();
  for (const mark of marks) {
    if (mark.loose === null) continue;
    const known = shapes.get(mark.area.column) ?? new Set<string>();
    shapes.set(mark.area.column, known.add(shape(mark, "down")));
  }
  return marks.map((mark) =>
    mark.loose !== null && (shapes.get(mark.area.column)?.size ?? 0) > MANY
      ? { ...mark, test: mark.loose }
      : mark
  );
}

/** One format for a group of cells that share a test, or several where the addresses get too long. */
function flagsOf(group: readonly Mark[], direction: Direction): readonly Flag[] {
  const [first] = group;
  if (first === undefined) return [];
  const runs = mergeRuns(
    group.map((mark) => mark.area),
    direction
  );
  return splitByLength(runs).map((areas) => {
    const anchor = areas[0];
    const mark = group.find((m) => m.area.row === anchor.row && m.area.column === anchor.column);
    return flagOf(areas, (mark ?? first).test, first.style, direction);
  });
}

function flagOf(
  areas: readonly [Area, ...Area[]],
  test: NativeFormula,
  style: FlagStyle,
  direction: Direction
): Flag {
  return { areas, formula: markFormula(renderFormula(test, areas[0], direction)), style };
}

function splitByLength(runs: readonly Area[]): readonly [Area, ...Area[]][] {
  const chunks: [Area, ...Area[]][] = [];
  let length = 0;
  for (const run of runs) {
    const size = formatArea(run).length + 1;
    const last = chunks.at(-1);
    if (last === undefined || length + size > MAX_ADDRESSES) {
      chunks.push([run]);
      length = size;
    } else {
      last.push(run);
      length += size;
    }
  }
  return chunks;
}

/** Many cells of a column, each with a test of its own, in as few formats as a formula's length allows. */
function combined(column: readonly Mark[]): readonly Flag[] {
  const sorted = [...column].sort((a, b) => a.area.row - b.area.row);
  const flags: Flag[] = [];
  let open: Mark[] = [];
  for (const mark of sorted) {
    const longer = [...open, mark];
    if (open.length > 0 && !fits(longer)) {
      flags.push(combine(open));
      open = [mark];
    } else open = longer;
  }
  if (open.length > 0) flags.push(combine(open));
  return flags;
}

function fits(marks: readonly Mark[]): boolean {
  return marks.length <= 200 && combine(marks).formula.length <= MAX_FORMULA;
}

function combine(marks: readonly Mark[]): Flag {
  const [first, ...rest] = marks;
  if (first === undefined) throw new Error("No marks to combine.");
  if (rest.length === 0) return flagOf([first.area], first.test, first.style, "down");
  const painted = renderFormula([firstCell(first)], first.area, "down");
  // One case that fails with an error value must not take the others with it.
  const cases = marks.map(
    (mark) => `IFERROR(AND(ROW(${painted})=${mark.area.row + 1},${absoluteText(mark)}),FALSE)`
  );
  const [top = first.area, ...others] = mergeRuns(
    marks.map((mark) => mark.area),
    "down"
  );
  return {
    areas: [top, ...others],
    formula: markFormula(`OR(${cases.join(",")})`),
    style: first.style,
  };
}

/** A mark's test with every reference fixed, for a formula that stands over other rows too. */
function absoluteText(mark: Mark): string {
  return renderFormula(mark.test, { row: -1, column: -1 }, "down");
}

function firstCell(mark: Mark): CellRef {
  return { row: mark.area.row, column: mark.area.column };
}

/** Groups in order of their first member. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
