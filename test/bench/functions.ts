import { ZONE_SHARE } from "../../src/core/measures/index.ts";
import type { Report } from "./report.ts";
import { formatSpread, median, measureBoth } from "./statistics.ts";

const ROWS = 100_000;
const MOST_TIMES_THE_LOOP = 5;

/** A function over ranges, beside a bare loop over the same arrays in and out. */
export function measureFunctions(report: Report): void {
  report.title(`ZONE_SHARE over ${ROWS} rows`);
  const part = Array.from({ length: ROWS }, (_, row) => [((row * 7919) % 100_000) / 100]);
  const whole = Array.from({ length: ROWS }, (_, row) => [
    1000 + ((row * 104_729) % 100_000) / 100,
  ]);
  const loop = (): void => {
    part.map(([a = 0], row) => [(a / (whole[row]?.[0] ?? 1)) * 100]);
  };
  const ours = (): void => {
    ZONE_SHARE.evaluate([part, whole]);
  };
  const [bare, own] = measureBoth(30, 8, loop, ours);
  const times = median(own.times) / median(bare.times);
  report.line("bare loop", `${formatSpread(bare.times)} ms`);
  report.line("ZONE_SHARE", `${formatSpread(own.times)} ms`);
  report.goal(
    `${times.toFixed(2)} × the loop`,
    times <= MOST_TIMES_THE_LOOP,
    `≤ ${MOST_TIMES_THE_LOOP}`
  );
}
