import process from "node:process";
import { performance } from "node:perf_hooks";

/** One measurement and how much other work held it up: 1 none, 2 half of the processor was taken away. */
export interface Disturbed<T> {
  readonly result: T;
  readonly disturbance: number;
}

export interface LeastDisturbed<T> {
  readonly results: readonly T[];
  /** Measurements that were made, those set aside among them. */
  readonly made: number;
}

/** Beyond it a measurement says more of the machine than of what is measured. */
const QUIET = 1.2;

/**
 * Measures until `wanted` measurements were undisturbed, at most four times as many; then the least disturbed count. Which
 * ones is decided by the machine's state around them alone, never by what they came to.
 */
export async function leastDisturbed<T>(
  wanted: number,
  measure: (attempt: number) => Promise<Disturbed<T>>
): Promise<LeastDisturbed<T>> {
  const made: Disturbed<T>[] = [];
  const quiet = (): number => made.filter(({ disturbance }) => disturbance <= QUIET).length;
  while (quiet() < wanted && made.length < 4 * wanted) made.push(await measure(made.length));
  const best = [...made].sort((a, b) => a.disturbance - b.disturbance).slice(0, wanted);
  return { results: best.map(({ result }) => result), made: made.length };
}

const WORK_MS = 60;

/** Works for a while and compares the time that passed with the processor's own: the part others took. */
export function readDisturbance(): number {
  const start = performance.now();
  const before = process.cpuUsage();
  let sum = 0;
  for (let own = 0; own < WORK_MS;) {
    for (let step = 0; step < 100_000; step += 1) sum += Math.sqrt(step);
    const { user, system } = process.cpuUsage(before);
    own = (user + system) / 1000;
  }
  const passed = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  // The sum is used, or the loop might be left out as dead.
  return Number.isFinite(sum) ? passed / ((user + system) / 1000) : Number.NaN;
}
