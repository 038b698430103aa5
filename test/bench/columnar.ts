import { judgeColumns } from "../../src/core/columns/index.ts";
import { judgeByHand } from "./by-hand.ts";
import { formOf, FOURTEEN, TWELVE } from "./form.ts";
import type { Form } from "./form.ts";
import type { Report } from "./report.ts";
import { relationsOf } from "./relations.ts";
import { exponentOf, formatSpread, median, measureBoth } from "./statistics.ts";
import { columnarLines, differenceOf, handLines, plantedLines } from "./truth.ts";

/** Of the loop by hand, in the same run. */
const MOST_TIMES_THE_LOOP = 3;
const MOST_EXPONENT = 1.05;
const SIZES = [
  { rows: 1_000, rounds: 400 },
  { rows: 10_000, rounds: 200 },
  { rows: 100_000, rounds: 60 },
] as const;
const BOOKS = 2_000;

/** Typed columns to columnar findings: relations compiled, judged and told, beside the loop by hand. */
export function measureColumnar(report: Report): void {
  report.title("typed columns → columnar findings (14 columns, 10 rules)");
  const measured = SIZES.map(({ rows, rounds }) => {
    const form = formOf(FOURTEEN, rows - 2, 20230706, 250);
    return { rows, ...measure(report, `${rows} rows`, [form], rounds) };
  });
  const [, small, large] = measured;
  if (small !== undefined && large !== undefined) {
    const exponentBy = (timeOf: (one: Taken) => number): number =>
      exponentOf(
        { size: small.rows, time: timeOf(small) },
        { size: large.rows, time: timeOf(large) }
      );
    const own = exponentBy(({ ours }) => ours);
    const loop = exponentBy(({ hand }) => hand);
    // The loop's own is told beside it: a machine that is disturbed, or whose caches are small, slows both.
    report.goal(
      `growth from ${small.rows} to ${large.rows} rows: exponent ${own.toFixed(3)}, of the loop ${loop.toFixed(3)}`,
      own <= MOST_EXPONENT,
      `≤ ${MOST_EXPONENT}`
    );
  }
  const books = Array.from({ length: BOOKS }, (_, seed) => formOf(TWELVE, 58, seed + 1, 20));
  measure(report, `${BOOKS} books of 60 × 12`, books, 60);
}

/** What the processor took: how it grows is seen even where others keep us waiting. */
interface Taken {
  readonly hand: number;
  readonly ours: number;
}

function measure(report: Report, name: string, forms: readonly Form[], rounds: number): Taken {
  for (const form of forms) compare(report, name, form);
  const byHand = (): void => {
    for (const form of forms) judgeByHand(form);
  };
  const columnar = (): void => {
    for (const form of forms) judgeColumns(relationsOf(form).map(({ relation }) => relation));
  };
  const [hand, ours] = measureBoth(rounds, Math.ceil(rounds / 4), byHand, columnar);
  const times = median(ours.times) / median(hand.times);
  report.line(`${name}, loop by hand`, `${formatSpread(hand.times)} ms`);
  report.line(`${name}, columnar`, `${formatSpread(ours.times)} ms`);
  report.goal(
    `${name}: ${times.toFixed(2)} × the loop`,
    times <= MOST_TIMES_THE_LOOP,
    `≤ ${MOST_TIMES_THE_LOOP}`
  );
  return { hand: hand.processor, ours: ours.processor };
}

/** Both find what was planted, cell by cell, nothing else, and make as many tests. */
function compare(report: Report, name: string, form: Form): void {
  const named = relationsOf(form);
  const hand = judgeByHand(form);
  const ours = judgeColumns(named.map(({ relation }) => relation));
  const planted = plantedLines(form);
  report.truth(`${name}, loop by hand`, differenceOf(planted, handLines(hand)));
  report.truth(`${name}, columnar`, differenceOf(planted, columnarLines(ours, named)));
  const isSame = hand.checked === ours.checked && ours.notEvaluable === 0;
  report.truth(name, isSame ? undefined : `${ours.checked} tests, ${hand.checked} by hand`);
}
