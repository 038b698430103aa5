import type { Measure } from "../model/measure.ts";
import { findField } from "../model/find-field.ts";
import { readPlace } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { valueOf } from "./whole.ts";
import type { Whole } from "./whole.ts";

const AMOUNTS: ReadonlySet<Measure> = new Set(["actual", "done", "target", "target-part"]);
/** Farther columns belong to something else. */
const REACH = 8;

/**
 * What a share whose header names nothing may divide by, told by no more than where it stands: the column before it is
 * the part then. None of it counts before the column of shares has shown it.
 */
export function wholesBeside(index: TableIndex, field: Field): readonly Whole[] {
  if (index.table.orientation === "indicators-in-rows") return [];
  const before = index.table.fields.filter(
    (other) => other.line < field.line && other.line >= field.line - REACH
  );
  const nearest = before.reduce<Field | undefined>(
    (found, other) => (found === undefined || other.line > found.line ? other : found),
    undefined
  );
  return [
    ...ofTotals(index, nearest),
    ...ofOtherTotals(index, field, before),
    ...countedBefore(index, field, nearest),
    ...ofOthers(index, field, before),
  ];
}

/** 全年预期 | 占比: the part that each zone's target is of the total's. */
function ofTotals(index: TableIndex, part: Field | undefined): readonly Whole[] {
  if (part === undefined || part.measure === "actual" || !AMOUNTS.has(part.measure)) return [];
  return totalsOf(index, part);
}

function totalsOf(index: TableIndex, part: Field): readonly Whole[] {
  return index.table.subjects
    .filter(({ role }) => role === "total")
    .map((total) => ({
      key: `total|${part.index}|${total.label}`,
      name: total.label,
      isNamed: false,
      part,
      valueFor: () => valueOf(readPlace(index, total, part)),
    }));
}

/** 中标金额 | 节约资金 | 占总额比重: of the total of any column before it, where its own indicator is no amount of those. */
function ofOtherTotals(
  index: TableIndex,
  field: Field,
  before: readonly Field[]
): readonly Whole[] {
  return before
    .filter(
      ({ measure, indicator, against }) =>
        measure === "actual" &&
        against === null &&
        indicator.kind !== "rate" &&
        indicator.id !== field.indicator.id
    )
    .flatMap((part) => totalsOf(index, part));
}

/**
 * 签约项目 | 其中战新 | 占比: a share that names nothing may be that of the number just before it in the share's own
 * indicator.
 */
function countedBefore(index: TableIndex, field: Field, part: Field | undefined): readonly Whole[] {
  const whole = findField(index, field.indicator.id, "actual", field);
  if (part === undefined || whole === undefined || part === whole) return [];
  if (part.measure !== "actual" && part.measure !== "done") return [];
  return [wholeOf(index, part, whole)];
}

/** 出让宗数 | 其中:标准地宗数 | 占比: the share's own indicator in another one that stands before it. */
function ofOthers(index: TableIndex, field: Field, before: readonly Field[]): readonly Whole[] {
  const part = findField(index, field.indicator.id, "actual", field);
  if (part === undefined) return [];
  return before
    .filter(
      (other) =>
        other !== part &&
        other.measure === "actual" &&
        other.against === null &&
        other.indicator.id !== part.indicator.id &&
        other.indicator.kind !== "rate" &&
        (unitFactor(part.unit, other.unit) !== undefined || other.unit === null)
    )
    .map((other) => wholeOf(index, part, other));
}

function wholeOf(index: TableIndex, part: Field, whole: Field): Whole {
  return {
    key: `before|${part.index}|${whole.index}`,
    name: whole.indicator.name,
    isNamed: false,
    part,
    valueFor: (subject) => valueOf(readPlace(index, subject, whole)),
  };
}
