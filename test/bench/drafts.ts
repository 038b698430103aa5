import { checkDraft } from "../../src/core/narrative/check/index.ts";
import { bulletinOf, HOSTILE, hostileOf } from "./draft-texts.ts";
import type { Report } from "./report.ts";
import { exponentOf, formatSpread, measureBoth, median } from "./statistics.ts";

const SIZES = [10_000, 30_000, 100_000] as const;
const ROUNDS = 15;
const WARM = 20;
/**
 * A check may take as long as this many passes over the numbers of its text, and no more: of the processor's time, since a
 * busy machine interrupts the longer of the two.
 */
const PASSES = 200;
/** One pass is too short to be timed beside what the check leaves to be swept. */
const REPEATED = 50;
/** Growth with the size: 1 is linear. */
const STEEPEST = 1.25;

/** One `matchAll` over the numbers of a text: what anything that reads them takes at least. */
function pass(text: string): number {
  let sum = 0;
  for (const match of text.matchAll(/\d+(?:\.\d+)?/gu)) sum += match.index;
  return sum;
}

/** How long a draft takes to check, beside one pass over its numbers; and how that grows. */
export function measureDrafts(report: Report): void {
  report.title("A draft checked against itself (ms)");
  const times = SIZES.map((size) => {
    const text = bulletinOf(size);
    const [checked, passed] = measureBoth(
      ROUNDS,
      WARM,
      () => checkDraft({ draft: text, tables: null }),
      () => {
        for (let i = 0; i < REPEATED; i += 1) pass(text);
      }
    );
    report.line(`bulletin of ${size / 1000} KB`, formatSpread(checked.times));
    report.line(`  ${REPEATED} passes over its numbers`, formatSpread(passed.times));
    return {
      size,
      time: median(checked.times),
      passes: (REPEATED * checked.processor) / passed.processor,
    };
  });
  const [small, , large] = times;
  if (small === undefined || large === undefined) return;
  const exponent = exponentOf(small, large);
  report.goal(`${large.passes.toFixed(0)} passes at 100 KB`, large.passes <= PASSES, `≤ ${PASSES}`);
  report.goal(`exponent ${exponent.toFixed(2)}`, exponent <= STEEPEST, `≤ ${STEEPEST}`);
  measureHostile(report);
}

function measureHostile(report: Report): void {
  report.title("Texts nobody writes, 100 KB (ms)");
  let steepest = { name: "", exponent: 0 };
  for (const [name, parts] of Object.entries(HOSTILE)) {
    const [, middle, large] = SIZES.map((size) => {
      const text = hostileOf(parts, size);
      const [{ times }] = measureBoth(
        3,
        1,
        () => checkDraft({ draft: text, tables: null }),
        () => undefined
      );
      return { size, time: times[0] ?? NaN, times };
    });
    if (middle === undefined || large === undefined) continue;
    report.line(name, formatSpread(large.times));
    const exponent = exponentOf(middle, large);
    if (exponent > steepest.exponent) steepest = { name, exponent };
  }
  const text = `exponent ${steepest.exponent.toFixed(2)} at most (${steepest.name})`;
  report.goal(text, steepest.exponent <= 1.5, "≤ 1.5");
}
