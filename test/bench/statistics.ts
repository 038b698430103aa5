import process from "node:process";

/** Times of a job in milliseconds, sorted. */
export type Times = readonly number[];

export interface Measured {
  readonly times: Times;
  /** Milliseconds of the processor for one round, on average: what waiting for it does not lengthen. */
  readonly processor: number;
}

/**
 * Runs two jobs in turn, so that whatever else the machine does falls on both alike, and gives the times of each. The
 * first `warm` rounds are for the compiler.
 */
export function measureBoth(
  rounds: number,
  warm: number,
  one: () => void,
  other: () => void
): readonly [Measured, Measured] {
  const jobs = [one, other].map((job) => ({ job, times: [] as number[], used: 0 }));
  for (let round = -warm; round < rounds; round += 1) {
    for (const measured of jobs) {
      const before = process.cpuUsage();
      const start = performance.now();
      measured.job();
      const time = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      if (round < 0) continue;
      measured.times.push(time);
      measured.used += user + system;
    }
  }
  const [first, second] = jobs.map(({ times, used }) => ({
    times: times.sort((a, b) => a - b),
    processor: used / 1000 / rounds,
  }));
  if (first === undefined || second === undefined) throw new Error("two jobs were measured");
  return [first, second];
}

export function timesOf(rounds: number, warm: number, job: () => void): Times {
  return measureBoth(rounds, warm, job, () => undefined)[0].times;
}

export function median(sorted: Times): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** min / median / max. */
export function formatSpread(sorted: Times): string {
  return [sorted[0], median(sorted), sorted.at(-1)]
    .map((time) => (time ?? NaN).toFixed(2).padStart(9))
    .join(" /");
}

/** How the time grows with the size: 1 is linear, 2 quadratic. */
export function exponentOf(
  small: { readonly size: number; readonly time: number },
  large: { readonly size: number; readonly time: number }
): number {
  return Math.log(large.time / small.time) / Math.log(large.size / small.size);
}
