import type { Area, PlannedLook } from "../../core/index.ts";

export interface Run {
  readonly look: PlannedLook;
  readonly area: Area;
}

/** The fewest rectangles of equal look that a simple sweep finds, relative to the grid; null has none. */
export function findRuns(looks: readonly (readonly (PlannedLook | null)[])[]): readonly Run[] {
  const finished: Run[] = [];
  let open: Run[] = [];
  looks.forEach((row, r) => {
    const runs = runsOf(row, r);
    const grown: Run[] = [];
    for (const run of runs) {
      const above = open.find(({ look, area }) => look === run.look && isAbove(area, run.area));
      grown.push(
        above === undefined ? run : { ...above, area: { ...above.area, rows: above.area.rows + 1 } }
      );
    }
    finished.push(...open.filter(({ area }) => !grown.some((run) => isGrownFrom(run.area, area))));
    open = grown;
  });
  return [...finished, ...open];
}

function runsOf(row: readonly (PlannedLook | null)[], r: number): Run[] {
  const runs: Run[] = [];
  row.forEach((look, c) => {
    const last = runs.at(-1);
    if (look === null) return;
    if (last?.look === look && last.area.column + last.area.columns === c)
      runs[runs.length - 1] = { look, area: { ...last.area, columns: last.area.columns + 1 } };
    else runs.push({ look, area: { row: r, column: c, rows: 1, columns: 1 } });
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
