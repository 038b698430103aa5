import type { Area, CellRef } from "../workbook/address.ts";
import { formatArea } from "../workbook/address.ts";
import type { Flag } from "../workbook/write-plan.ts";
import { singleCell } from "./cell-test.ts";
import type { Mark } from "./mark.ts";
import { markFormula } from "./marker.ts";
import type { Direction, NativeFormula } from "./native-formula.ts";
import { moveDown, renderFormula, shapeOf } from "./native-formula.ts";
import { mergeRuns } from "./runs.ts";

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
  const shapes: Shapes = new Map();
  const byColumn = loosened(fitting(cells), shapes);
  const down = groupBy(byColumn, (mark) => `${mark.area.column}|${shapeDown(mark, shapes)}`);
  const { shared, alone } = setApart(down);
  const across = groupBy(alone, (mark) => `${mark.area.row}|${shapeAcross(mark)}`);
  const single = across.filter((group) => group.length === 1).flat();
  return [
    ...blocks.map((mark) => flagOf([mark.area], mark, "down")),
    ...shared.flatMap((group) => flagsOf(group, "down")),
    ...across.filter((group) => group.length > 1).flatMap((group) => flagsOf(group, "across")),
    ...groupBy(single, (mark) => String(mark.area.column)).flatMap((column) =>
      column.length > MANY
        ? combined(column.filter(isRaised))
        : column.map((mark) => flagOf([mark.area], mark, "down"))
    ),
  ];
}

/**
 * A mark of a finding, not one that waits for a number to change: a formula with a test for every row is worked out
 * again for every cell, too dear for what may never happen.
 */
function isRaised({ unchanged }: Mark): boolean {
  return unchanged !== null;
}

/** Groups too small for a format of their own: single marks, and in a column with very many groups the small ones. */
const SMALL = 4;

function setApart(groups: readonly (readonly Mark[])[]): {
  readonly shared: readonly (readonly Mark[])[];
  readonly alone: readonly Mark[];
} {
  const perColumn = new Map<number, number>();
  const columnOf = ([first]: readonly Mark[]): number => first?.area.column ?? 0;
  for (const group of groups) {
    if (group.length > 1) perColumn.set(columnOf(group), (perColumn.get(columnOf(group)) ?? 0) + 1);
  }
  const isShared = (group: readonly Mark[]): boolean =>
    group.length > ((perColumn.get(columnOf(group)) ?? 0) > MANY ? SMALL : 1);
  return {
    shared: groups.filter(isShared),
    alone: groups.filter((group) => !isShared(group)).flat(),
  };
}

/** Shapes of the tests that many marks have in common, so that each is written out once. */
type Shapes = Map<NativeFormula, string>;

function shapeDown({ test, area, writtenFor }: Mark, shapes: Shapes): string {
  if (writtenFor === null) return shapeOf(test, area, "down");
  const known = shapes.get(test) ?? shapeOf(test, writtenFor, "down");
  shapes.set(test, known);
  return known;
}

function shapeAcross(mark: Mark): string {
  return shapeOf(testAt(mark), mark.area, "across");
}

/** The mark's test, written for its own cell. */
function testAt({ test, area, writtenFor }: Mark): NativeFormula {
  return writtenFor === null ? test : moveDown(test, writtenFor, area);
}

/** A test that makes too long a formula gives way to the one that always fits. */
function fitting(marks: readonly Mark[]): readonly Mark[] {
  const known = new Map<NativeFormula, boolean>();
  return marks.flatMap((mark) => {
    const fits = known.get(mark.test) ?? isShort(mark);
    known.set(mark.test, fits);
    if (fits) return [mark];
    return mark.unchanged === null ? [] : [{ ...mark, test: mark.unchanged, writtenFor: null }];
  });
}

/** Row numbers further down may be some digits longer than that of the cell it was written for. */
const ROW_DIGITS = 200;

function isShort({ test, area, writtenFor }: Mark): boolean {
  const { length } = markFormula(renderFormula(test, writtenFor ?? area, "down"));
  return length <= (writtenFor === null ? MAX_FORMULA : MAX_FORMULA - ROW_DIGITS);
}

/** In a column with many different textual faults, each mark takes its looser test. */
function loosened(marks: readonly Mark[], known: Shapes): readonly Mark[] {
  const shapes = new Map<number, Set<string>>();
  for (const mark of marks) {
    if (mark.loose === null) continue;
    const ofColumn = shapes.get(mark.area.column) ?? new Set<string>();
    shapes.set(mark.area.column, ofColumn.add(shapeDown(mark, known)));
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
  const chunks = splitByLength(runs);
  // Looked up once for all: a long column in many pieces has a chunk for every few hundred of them.
  const marks = chunks.length === 1 ? undefined : marksByPlace(group);
  return chunks.map((areas) => {
    const [{ row, column }] = areas;
    const mark =
      marks === undefined
        ? group.find(({ area }) => area.row === row && area.column === column)
        : marks.get(`${row},${column}`);
    return flagOf(areas, mark ?? first, direction);
  });
}

/** The first mark of each place. */
function marksByPlace(group: readonly Mark[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const mark of group) {
    const key = `${mark.area.row},${mark.area.column}`;
    if (!marks.has(key)) marks.set(key, mark);
  }
  return marks;
}

function flagOf(areas: readonly [Area, ...Area[]], mark: Mark, direction: Direction): Flag {
  const formula = markFormula(renderFormula(testAt(mark), areas[0], direction));
  return { areas, formula, style: mark.style };
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
  let length = MARKER_LENGTH;
  for (const mark of sorted) {
    const longer = caseOf(mark, LONGEST_CELL).length + 1;
    // OR takes 255 arguments.
    if (open.length === 200 || (open.length > 0 && length + longer > MAX_FORMULA)) {
      flags.push(combine(open));
      open = [];
      length = MARKER_LENGTH;
    }
    open.push(mark);
    length += longer;
  }
  if (open.length > 0) flags.push(combine(open));
  return flags;
}

const LONGEST_CELL = "$XFD1048576";
const MARKER_LENGTH = markFormula("OR()").length;

/** One mark's part of a formula that stands over many cells; `painted` is the cell that is being painted. */
function caseOf(mark: Mark, painted: string): string {
  const test = renderFormula(testAt(mark), { row: -1, column: -1 }, "down");
  // One case that fails with an error value must not take the others with it.
  return `IFERROR(AND(ROW(${painted})=${mark.area.row + 1},${test}),FALSE)`;
}

function combine(marks: readonly Mark[]): Flag {
  const [first, ...rest] = marks;
  if (first === undefined) throw new Error("No marks to combine.");
  if (rest.length === 0) return flagOf([first.area], first, "down");
  const painted = renderFormula([firstCell(first)], first.area, "down");
  const cases = marks.map((mark) => caseOf(mark, painted));
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
