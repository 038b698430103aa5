import {
  zoneAttain,
  zoneConsistent,
  zoneContrib,
  zoneDiff,
  zoneGap,
  zoneGrowth,
  zoneNeeded,
  zonePace,
  zonePrior,
  zoneRank,
  zoneRate,
  zoneShare,
  zoneStatus,
  zoneTarget,
  zoneWhole,
} from "../../src/functions/functions.ts";
import type { Columns, Range } from "./function-columns.ts";
import { printedColumns, computedColumns } from "./function-columns.ts";
import { listWholes, lookUpTargets, rankValues, verdictOnShare } from "./function-loops.ts";
import type { Report } from "./report.ts";
import { formatSpread, measureBoth } from "./statistics.ts";

const ROWS = 100_000;
const MOST_TIMES_THE_LOOP = 5;

type Call = (columns: Columns, decimals: number | undefined) => unknown[][];
type Loop = (columns: Columns) => unknown[][];

/** As the host calls them, and what a loop of one's own would compute, unrounded and without a look at the cells. */
const ROUNDED: readonly (readonly [string, Call, Loop])[] = [
  ["ZONE_GAP", ({ a, b }, places) => zoneGap(a, b, places), overRows((a, b) => a - b)],
  ["ZONE_SHARE", ({ a, b }, places) => zoneShare(a, b, places), overRows((a, b) => (a / b) * 100)],
  [
    "ZONE_GROWTH",
    ({ a, b }, places) => zoneGrowth(a, b, places),
    overRows((a, b) => (a / b - 1) * 100),
  ],
  ["ZONE_DIFF", ({ a, b }, places) => zoneDiff(a, b, places), overRows((a, b) => a - b)],
  [
    "ZONE_PRIOR",
    ({ a, c }, places) => zonePrior(a, c, places),
    overRows((a, _b, c) => a / (1 + c / 100)),
  ],
  [
    "ZONE_PACE",
    ({ a, b, month }, places) => zonePace(a, b, month, places),
    overRows((a, b, _c, month) => (a / b) * 100 - (month / 12) * 100),
  ],
  [
    "ZONE_ATTAIN",
    ({ a, b }, places) => zoneAttain(a, b, places),
    overRows((a, b) => (a / b) * 100),
  ],
  ["ZONE_RATE", ({ a, b }, places) => zoneRate(a, b, places), overRows((a, b) => (a / b) * 100)],
  [
    "ZONE_CONTRIB",
    ({ a, b }, places) => zoneContrib(a, b, b, places),
    overRows((a, b) => ((a - b) / b) * 100),
  ],
];

/** Without places to round to. The loops of the last four give the results, faster than the functions give them. */
const UNROUNDED: readonly (readonly [string, Call, Loop])[] = [
  [
    "ZONE_NEEDED",
    ({ a, b, c }) => zoneNeeded(a, a, b, c),
    overRows((a, b, c) => Math.max(0, b * (1 + c / 100) - a)),
  ],
  ["ZONE_STATUS", ({ a, b }) => zoneStatus(a, b), overRows((a, b) => (a >= b ? "达到" : "未达到"))],
  ["ZONE_RANK", ({ a }) => zoneRank(a, a), ({ a }) => rankValues(a)],
  [
    "ZONE_CONSISTENT",
    ({ a, b, share }) => zoneConsistent(share, [a, b, [["占比"]]]),
    ({ a, b, share }) => verdictOnShare(share, a, b),
  ],
  [
    "ZONE_WHOLE",
    ({ count, percent }) => zoneWhole(count, percent),
    ({ count, percent }) => listWholes(count, percent),
  ],
  [
    "ZONE_TARGET",
    ({ zone, indicator, rules }) => zoneTarget(zone, indicator, rules),
    ({ zone, indicator, rules }) => lookUpTargets(zone, indicator, rules),
  ],
];

/** Functions over ranges as the host calls them, beside a bare loop over the same arrays in and out. */
export function measureFunctions(report: Report): void {
  for (const [digits, columns] of [
    ["printed", printedColumns(ROWS)],
    ["computed", computedColumns(ROWS)],
  ] as const) {
    for (const decimals of [2, undefined]) {
      const rounding = decimals === undefined ? "unrounded" : `${decimals} decimals`;
      report.title(`Functions over ${ROWS} rows, ${digits} digits, ${rounding}`);
      for (const [name, call, loop] of decimals === undefined
        ? [...ROUNDED, ...UNROUNDED]
        : ROUNDED) {
        const [bare, own] = measureBoth(
          15,
          6,
          () => loop(columns),
          () => call(columns, decimals)
        );
        // Of the processor's time: what else the machine does takes time from either at random.
        const times = own.processor / bare.processor;
        report.line("bare loop", `${formatSpread(bare.times)} ms`);
        report.line(name, `${formatSpread(own.times)} ms`);
        report.goal(
          `${name} ${times.toFixed(2)} × the loop`,
          times <= MOST_TIMES_THE_LOOP,
          `≤ ${MOST_TIMES_THE_LOOP}`
        );
      }
    }
  }
}

/** One row after another, with a row of one cell for each. */
function overRows(plain: (a: number, b: number, c: number, d: number) => number | string): Loop {
  return ({ a, b, c, month }) => {
    const out: unknown[][] = [];
    for (let row = 0; row < ROWS; row += 1) {
      out.push([plain(at(a, row), at(b, row), at(c, row), at(month, row))]);
    }
    return out;
  };
}

function at(range: Range<number>, row: number): number {
  return range[row]?.[0] ?? 0;
}
