import type { Area } from "../../core/index.ts";

/** A rectangle of cells that have the same. */
export interface Run<T> {
  readonly value: T;
  readonly area: Area;
}

/** The rectangles of equal values that a simple sweep finds, relative to the grid; null is in none. */
export function findRuns<T>(grid: readonly (readonly (T | null)[])[]): readonly Run<T>[] {
  const finished: Run<T>[] = [];
  let open: Run<T>[] = [];
  grid.forEach((row, r) => {
    const runs = runsOf(row, r);
    const grown: Run<T>[] = [];
    for (const run of runs) {
      const above = open.find(({ value, area }) => value === run.value && isAbove(area, run.area));
      grown.push(
        above === undefined ? run : { ...above, area: { ...above.area, rows: above.area.rows + 1 } }
      );
    }
    finished.push(...open.filter(({ area }) => !grown.some((run) => isGrownFrom(run.area, area))));
    open = grown;
  });
  return [...finished, ...open];
}

function runsOf<T>(row: readonly (T | null)[], r: number): Run<T>[] {
  const runs: Run<T>[] = [];
  row.forEach((value, c) => {
    const last = runs.at(-1);
    if (value === null) return;
    if (last?.value === value && last.area.column + last.area.columns === c)
      runs[runs.length - 1] = { value, area: { ...last.area, columns: last.area.columns + 1 } };
    else runs.push({ value, area: { row: r, column: c, rows: 1, columns: 1 } });
  });
  return runs;
}

function isAbove(above: Area, area: Area): boolean {
  return (
    above.row + above.rows === area.row &&
    above.column === area.column &&
    above.columns === area.columns
  );
}

function isGrownFrom(area: Area, earlier: Area): boolean {
  return area.row === earlier.row && area.column === earlier.column && area.rows > earlier.rows;
}
