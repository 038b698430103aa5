import type { Outcome } from "../evaluation/evaluation.ts";
import { fieldsOf, periodOf, readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Period } from "../model/period.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import type { Check, CheckContext } from "./check.ts";
import { countFits } from "./column-verdict.ts";
import { push } from "../model/push.ts";
import { isFlow, spanKey, spansOfBook, spansOfTable, toldSpans, zoneName } from "./spans.ts";
import type { Span } from "./spans.ts";
import { judgeTermSums, sumOfTerms } from "./sum-of-terms.ts";
import type { TermSum } from "./sum-of-terms.ts";

const ID = "sum-mismatch";

/**
 * The months or quarters of a cumulative value make it: 上月累计 + 本月 = 本月累计, 一季度 + 二季度 = 上半年, in one table or
 * across the sheets of a book. Revisions of earlier months are explained: never an error.
 */
export const periodSums: Check = {
  id: ID,
  severity: "warning",
  run: (context) =>
    context.index.columns
      .filter(({ measure }) => measure === "actual")
      .flatMap((column) => checkColumn(context, column.fields)),
};

function checkColumn(context: CheckContext, fields: readonly Field[]): readonly Outcome[] {
  const ways = new Map<string, TermSum[]>();
  const told = toldSpans(context.book);
  for (const field of fields) {
    const period = periodOf(context.index.table, field);
    const months = monthsSoFar(period);
    if (!isFlow(field) || field.against !== null || period === null || months < 2) continue;
    const possible = waysTo(months).filter(([, spans]) =>
      spans.every((span) => told.has(spanKey(field.indicator.id, span, period.year)))
    );
    if (possible.length === 0) continue;
    for (const subject of context.index.table.subjects) {
      if (subject.role === "average") continue;
      const claim = readPlace(context.index, subject, field);
      if (claim.kind === "none") continue;
      for (const [way, spans] of possible) {
        const row = readRow(context, claim, subject, spans, period.year);
        if (row !== undefined) push(ways, way, row);
      }
    }
  }
  const rows = [...(bestOf([...ways.values()]) ?? []), ...beginnings(context, fields)];
  const isInTable = rows.every(({ claim, terms }) =>
    terms.every(({ reading }) => reading.place.index === claim.place.index)
  );
  return judgeTermSums(rows, {
    cause: { kind: "periods" },
    established: "warning",
    open: isInTable ? "warning" : null,
  });
}

/** How many months a value counts from January on; 0 where it does not begin there. */
function monthsSoFar(period: Period | null): number {
  if (period?.kind === "year") return 12;
  return period?.kind === "cumulative" ? period.months : 0;
}

/** 累计 of January is January, and that of 一季度 the first quarter. */
function beginnings({ index }: CheckContext, fields: readonly Field[]): readonly TermSum[] {
  return fields.flatMap((field) => {
    const period = periodOf(index.table, field);
    if (!isFlow(field) || field.against !== null || period?.kind !== "cumulative") return [];
    const { id } = field.indicator;
    const alone = (["actual-month", "actual"] as const)
      .flatMap((measure) => fieldsOf(index, id, measure))
      .find((other) => {
        const own = periodOf(index.table, other);
        const isFirst =
          (own?.kind === "month" && own.month === 1 && period.months === 1) ||
          (own?.kind === "quarter" && own.quarter === 1 && period.months === 3);
        return isFirst && own.year === period.year && other.against === null;
      });
    if (alone === undefined) return [];
    return index.table.subjects.flatMap((subject) => {
      const claim = readPlace(index, subject, field);
      const reading = readPlace(index, subject, alone);
      if (claim.kind === "none" || reading.kind === "none") return [];
      return sumOfTerms(claim, [{ reading, sign: 1 }]) ?? [];
    });
  });
}

/** 1-5月 + 6月 · 一季度 + 二季度 · every month by itself: how 1-6月 may be made up. */
function waysTo(months: number): readonly (readonly [way: string, spans: readonly Span[]])[] {
  const single = (month: number): Span => ({ first: month, last: month });
  const ways: [string, readonly Span[]][] = [
    ["month", [{ first: 1, last: months - 1 }, single(months)]],
  ];
  if (months === 12)
    ways.push([
      "halves",
      [
        { first: 1, last: 6 },
        { first: 7, last: 12 },
      ],
    ]);
  if (months % 3 === 0 && months > 3) {
    ways.push([
      "quarter",
      [
        { first: 1, last: months - 3 },
        { first: months - 2, last: months },
      ],
    ]);
    if (months > 6) {
      const quarters = range(months / 3).map((q) => ({ first: q * 3 + 1, last: q * 3 + 3 }));
      ways.push(["quarters", quarters]);
    }
  }
  ways.push(["months", range(months).map((month) => single(month + 1))]);
  if (months > 2) {
    // January is not published alone for industry and investment.
    ways.push([
      "months from 1-2",
      [{ first: 1, last: 2 }, ...range(months - 2).map((m) => single(m + 3))],
    ]);
  }
  return ways;
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place);
}

function bestOf(ways: readonly (readonly TermSum[])[]): readonly TermSum[] | undefined {
  let best: readonly TermSum[] | undefined;
  for (const rows of ways) {
    if (best === undefined || countFits(rows) > countFits(best)) best = rows;
  }
  return best;
}

function readRow(
  { index, book }: CheckContext,
  claim: NumberReading,
  subject: Subject,
  spans: readonly Span[],
  year: number | null
): TermSum | undefined {
  const { id } = claim.place.field.indicator;
  const own = spansOfTable(index);
  const all = spansOfBook(book);
  const terms = spans.map((span) => {
    const here = own.get(`${subject.index}|${spanKey(id, span, year)}`);
    if (here !== undefined) return here;
    const name = zoneName(subject);
    return name === undefined ? undefined : all.get(`${name}|${spanKey(id, span, year)}`);
  });
  if (terms.some((term) => term === undefined || term === null)) return undefined;
  return sumOfTerms(
    claim,
    terms.flatMap((reading) =>
      reading === undefined || reading === null ? [] : [{ reading, sign: 1 as const }]
    )
  );
}
