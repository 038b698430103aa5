import type { Outcome } from "../evaluation/evaluation.ts";
import { formatFixed } from "../findings/format-number.ts";
import type { Measure } from "../model/measure.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { readPlace } from "../model/table-index.ts";
import type { Place, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { observationAt } from "../model/table.ts";
import type { Check } from "./check.ts";
import { addressOf, found, passed, subjectAt } from "./describe.ts";
import { toDecimal } from "../model/decimal.ts";
import { isSummable } from "./summable.ts";
import { isExpected, peersOf } from "./expected-value.ts";

const ID = "missing-value";

/** What every zone has to give; a month or quarter alone is an actual like any other. */
const EXPECTED: ReadonlySet<Measure> = new Set(["actual", "actual-month", "previous", "growth"]);

/**
 * An actual or a growth that at least 80 % of the zones of the same kind give is not left blank ("-" declares that
 * there is none). With one zone on the sheet: where the row's other cells need it.
 */
export const missingValue: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) =>
    index.table.fields
      .filter((field) => EXPECTED.has(field.measure) || isDoneBesideRate(index, field))
      .filter((field) => field.against === null)
      .flatMap((field) =>
        index.table.subjects
          .filter((subject) => subject.role === "zone")
          .flatMap((subject) => judge({ index, subject, field }))
      ),
};

/** 已开工 | 开工率: what the rate is made of. */
function isDoneBesideRate(index: TableIndex, { measure, indicator, path }: Field): boolean {
  return (
    measure === "done" &&
    index.table.fields.some(
      (other) =>
        (other.measure === "rate" || other.measure === "attainment") &&
        (other.indicator.id === indicator.id || (path.length > 1 && other.path[0] === path[0]))
    )
  );
}

function judge(place: Place): readonly Outcome[] {
  const { index, subject, field } = place;
  const observation = observationAt(index.table, subject.index, field.index);
  if (observation === undefined) return [];
  const { content, formula } = observation;
  const at = addressOf(index, observation.at);
  if (content.kind !== "missing") return [passed(ID, at, false)];
  // A formula that gives "" says that there is nothing to give.
  if (content.reason !== "blank" || formula !== null) return [];
  if (field.measure === "growth" && hasNoBase(place)) return [];
  // A zone that began this month has nothing before it.
  if (field.measure === "previous" && !hasEarlierPart(place)) return [];
  if (!isExpected(place) || addsUpWithout(place)) return [];
  const { filled, all } = peersOf(place);
  return [
    found({
      code: ID,
      class: "quality",
      severity: "error",
      remark: "none",
      subject: subjectAt(place),
      at,
      stated: null,
      expected: null,
      params: { filledPeers: filled, peers: all },
      trace: {
        operands: [],
        arithmetic:
          all === 0
            ? null
            : `${filled} ÷ ${all} × 100 = ${formatFixed((filled / all) * 100, 1)} ≥ 80`,
        allowed: null,
        decimals: 0,
      },
      alternatives: [],
      consequences: [],
    }),
  ];
}

/** The total that the office typed is that of the other rows alone: here there is none (no 亏损企业 in this industry). */
function addsUpWithout({ index, subject, field }: Place): boolean {
  if (!isSummable(field)) return false;
  return index.table.subjects.some((total) => {
    if (!total.members.includes(subject.index)) return false;
    const reading = readPlace(index, total, field);
    if (reading.kind !== "number" || reading.observation.formula !== null) return false;
    const others = total.members.flatMap((member) => {
      const own = index.table.subjects[member];
      const read = own === undefined ? undefined : readPlace(index, own, field);
      return read?.kind === "number" ? [read] : [];
    });
    const sum = others.reduce((all, { stated }) => all.plus(toDecimal(stated.value)), toDecimal(0));
    return others.length > 1 && sum.eq(toDecimal(reading.stated.value));
  });
}

/** A zone set up this year has no base, so that its growth is rightly left blank. */
function hasNoBase({ index, subject, field }: Place): boolean {
  const prior = findField(index, field.indicator.id, "prior", field, isPriorPeriod);
  if (prior === undefined) return false;
  const reading = readPlace(index, subject, prior);
  return reading.kind === "none" || reading.stated.value <= 0;
}

/** 二季度 and 上半年 that differ: what is between them stands in 一季度. */
function hasEarlierPart({ index, subject, field }: Place): boolean {
  const [now, part] = (["actual", "actual-month"] as const).map((measure) =>
    readPlace(
      index,
      subject,
      findField(index, field.indicator.id, measure, field, () => true)
    )
  );
  if (now === undefined || part === undefined) return false;
  if (now.kind === "none" || part.kind === "none") return false;
  return now.stated.value !== part.stated.value;
}
