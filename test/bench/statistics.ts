/** Times of a job in milliseconds, sorted. */
export type Times = readonly number[];

/**
 * Runs two jobs in turn, so that whatever else the machine does falls on both alike, and gives the times of each. The
 * first `warm` rounds are for the compiler.
 */
export function timesOfBoth(
  rounds: number,
  warm: number,
  one: () => void,
  other: () => void
): readonly [Times, Times] {
  const times: readonly [number[], number[]] = [[], []];
  for (let round = -warm; round < rounds; round += 1) {
    const start = performance.now();
    one();
    const middle = performance.now();
    other();
    const end = performance.now();
    if (round < 0) continue;
    times[0].push(middle - start);
    times[1].push(end - middle);
  }
  times.forEach((list) => list.sort((a, b) => a - b));
  return times;
}

export function timesOf(rounds: number, warm: number, job: () => void): Times {
  return timesOfBoth(rounds, warm, job, () => undefined)[0];
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
