import {
  zoneAttain,
  zoneContrib,
  zoneDiff,
  zoneGap,
  zoneGrowth,
  zoneNeeded,
  zonePace,
  zonePrior,
  zoneRate,
  zoneShare,
  zoneStatus,
} from "../../src/functions/functions.ts";
import type { Report } from "./report.ts";
import { formatSpread, measureBoth } from "./statistics.ts";

const ROWS = 100_000;
const MOST_TIMES_THE_LOOP = 5;

type Range = number[][];
type Call = (a: Range, b: Range, c: Range, d: Range, decimals?: number) => unknown[][];
type Plain = (a: number, b: number, c: number, d: number) => number;

/** As the host calls them, and what a loop of one's own would compute, unrounded and without a look at the cells. */
const FUNCTIONS: readonly (readonly [string, Call, Plain])[] = [
  ["ZONE_GAP", (a, b, _c, _d, places) => zoneGap(a, b, places), (a, b) => a - b],
  ["ZONE_SHARE", (a, b, _c, _d, places) => zoneShare(a, b, places), (a, b) => (a / b) * 100],
  ["ZONE_GROWTH", (a, b, _c, _d, places) => zoneGrowth(a, b, places), (a, b) => (a / b - 1) * 100],
  ["ZONE_DIFF", (a, b, _c, _d, places) => zoneDiff(a, b, places), (a, b) => a - b],
  [
    "ZONE_PRIOR",
    (a, _b, c, _d, places) => zonePrior(a, c, places),
    (a, _b, c) => a / (1 + c / 100),
  ],
  [
    "ZONE_PACE",
    (a, b, _c, d, places) => zonePace(a, b, d, places),
    (a, b, _c, d) => (a / b) * 100 - (d / 12) * 100,
  ],
  ["ZONE_ATTAIN", (a, b, _c, _d, places) => zoneAttain(a, b, places), (a, b) => (a / b) * 100],
  [
    "ZONE_NEEDED",
    (a, b, c) => zoneNeeded(a, a, b, c),
    (a, b, c) => Math.max(0, b * (1 + c / 100) - a),
  ],
  ["ZONE_RATE", (a, b, _c, _d, places) => zoneRate(a, b, places), (a, b) => (a / b) * 100],
  [
    "ZONE_CONTRIB",
    (a, b, _c, _d, places) => zoneContrib(a, b, b, places),
    (a, b) => ((a - b) / b) * 100,
  ],
  ["ZONE_STATUS", (a, b) => zoneStatus(a, b), (a, b) => (a >= b ? 1 : 0)],
];

/** Functions over ranges as the host calls them, beside a bare loop over the same arrays in and out. */
export function measureFunctions(report: Report): void {
  const month = column((row) => 1 + (row % 12));
  const printed = {
    a: column((row) => ((row * 7919) % 100_000) / 100),
    b: column((row) => 1000 + ((row * 104_729) % 100_000) / 100),
    c: column((row) => (row % 3000) / 100),
  };
  // Results of other formulas: as many digits as a double has.
  const computed = {
    a: column((row) => ((row * 7919) % 100_000) / 97),
    b: column((row) => 1100 + ((row * 104_729) % 100_000) / 97),
    c: column((row) => (row % 3000) / 97),
  };
  for (const [digits, { a, b, c }] of Object.entries({ printed, computed })) {
    for (const decimals of [2, undefined]) {
      const rounding = decimals === undefined ? "unrounded" : `${decimals} decimals`;
      report.title(`Functions over ${ROWS} rows, ${digits} digits, ${rounding}`);
      for (const [name, call, plain] of FUNCTIONS) {
        const loop = (): void => {
          const out: Range = [];
          for (let row = 0; row < ROWS; row += 1) {
            out.push([plain(at(a, row), at(b, row), at(c, row), at(month, row))]);
          }
        };
        const ours = (): void => {
          call(a, b, c, month, decimals);
        };
        const [bare, own] = measureBoth(15, 6, loop, ours);
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

function column(valueOf: (row: number) => number): Range {
  return Array.from({ length: ROWS }, (_cell, row) => [valueOf(row)]);
}

function at(range: Range, row: number): number {
  return range[row]?.[0] ?? 0;
}
