import { roundTo } from "../model/decimal.ts";
import { constant, quantityOf, scale } from "../model/interval.ts";
import type { Measure } from "../model/measure.ts";
import {
  fieldsOf,
  findField,
  findReferenceField,
  findReferenceReading,
  isPriorPeriod,
  periodOf,
  readPlace,
} from "../model/table-index.ts";
import type { Column, NumberReading, Place, TableIndex } from "../model/table-index.ts";
import { isInTable } from "../model/table.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { ReferenceScope, Subject } from "../model/zone.ts";
import { targetMeasure } from "../rules/target-measure.ts";
import type { CheckContext } from "./check.ts";
import { readRows } from "./difference-rows.ts";
import type { Operands, Reading } from "./difference-rows.ts";
import { readAttainmentChanges, readChanges } from "./rate-changes.ts";
import { convertOperand, looseOperand, operandOf } from "./describe.ts";
import { SCOPE_NAMES } from "./wholes.ts";
import { ownPaceBeside } from "./own-pace.ts";
import { inUnitOf, targetAt, targetColumn, targetOperand, writtenTarget } from "./target-at.ts";

/** What the column may compare, likeliest first. */
export function waysToRead(context: CheckContext, column: Column): readonly (() => Reading)[] {
  if (column.measure === "gap") {
    const measures = [null, "growth", "share", "actual"] as const;
    return [
      ...measures.map((measure) => () => readGaps(context, column, measure)),
      // 超欠 without a unit, behind a 完成率, is told from the pace.
      () => readPaces(context, column, "nearest"),
    ];
  }
  if (column.measure === "rate-change") {
    const rates = ["share", "growth", "rate", "actual"] as const;
    return [
      ...rates.flatMap((measure) =>
        (["prior", "previous"] as const).map(
          (base) => () => readChanges(context, column, measure, base)
        )
      ),
      () => readAttainmentChanges(context, column),
    ];
  }
  if (column.measure === "increase") {
    const bases = ["prior", "opening", "previous"] as const;
    return bases.map((base) => () => readIncreases(context, column, base));
  }
  if (column.measure === "pace-difference") {
    return [
      () => readPaces(context, column, "nearest"),
      // 完成全年目标% | 完成上半年目标% | 与序时进度差: of the year's progress, which stands farther off.
      () => readPaces(context, column, "farthest"),
    ];
  }
  const measures = ["growth", "rate", "share", "actual"] as const;
  return measures.flatMap((measure) =>
    scopesOf(column).map((scope) => () => readDifferences(context, column, measure, scope))
  );
}

const ALL_SCOPES: readonly ReferenceScope[] = [
  "city",
  "province-zones",
  "province",
  "nation-zones",
  "nation",
];

function scopesOf(column: Column): readonly ReferenceScope[] {
  const named = column.fields.flatMap((field) =>
    field.against?.kind === "reference" ? [field.against.scope] : []
  );
  return named.length > 0 ? [...new Set(named)] : ALL_SCOPES;
}

function readDifferences(
  context: CheckContext,
  column: Column,
  measure: Measure,
  scope: ReferenceScope
): Reading {
  // Looked up once for each field: the reference row is the same for all zones.
  const rows = new Map<Field, NumberReading | undefined>();
  const referenceRow = (field: Field): NumberReading | undefined => {
    if (!rows.has(field)) {
      rows.set(field, findReferenceReading(context.index, context.book, scope, measure, field));
    }
    return rows.get(field);
  };
  return readRows(context, column, ({ index, subject, field }) => {
    // A level minus a level is no difference of rates, unless the indicator itself is one.
    if (measure === "actual" && field.indicator.kind !== "rate") return "missing-operand";
    const own = readPlace(index, subject, findField(index, field.indicator.id, measure, field));
    if (own.kind === "none") return own.reason;
    const reference =
      referenceColumn(context, subject, field, measure, scope) ?? referenceRow(field);
    const other = referenceFor(subject, field, reference);
    if (other === undefined) return "missing-operand";
    return {
      own: quantityOf(own.stated),
      ownOperand: operandOf("rate", own),
      ownReading: own,
      ...other,
    };
  });
}

/** 超(欠)进度: the attainment less the pace printed beside it, in points; where none is printed, less months over 12. */
function readPaces(context: CheckContext, column: Column, which: "nearest" | "farthest"): Reading {
  return readRows(context, column, ({ index, subject, field }) => {
    const { id } = field.indicator;
    const attainment =
      which === "nearest"
        ? findField(index, id, "attainment", field)
        : fieldsOf(index, id, "attainment")[0];
    const own = readPlace(index, subject, attainment);
    if (own.kind === "none") return own.reason;
    const taken = { own: quantityOf(own.stated), ownOperand: operandOf("rate", own) };
    const pace = readPlace(index, subject, findField(index, id, "pace", field));
    if (pace.kind === "none") {
      const even = hasPace(index, field)
        ? undefined
        : (setPace(context, subject, field) ?? evenPace(index, field));
      return even === undefined ? pace.reason : { ...taken, ownReading: own, ...even };
    }
    return {
      ...taken,
      ownReading: own,
      other: quantityOf(pace.stated),
      otherOperand: operandOf("reference", pace),
      otherName: pace.place.field.path.at(-1) ?? "",
      otherReading: pace,
    };
  });
}

/** Whether the table prints the pace that a difference is taken to. */
export function hasPace(index: TableIndex, field: Field): boolean {
  return findField(index, field.indicator.id, "pace", field) !== undefined;
}

type PaceOperand = Pick<Operands, "other" | "otherOperand" | "otherName" | "otherReading">;

/** 序时进度22% of a title, header or note, or the plan of the rules. */
function setPace(context: CheckContext, subject: Subject, field: Field): PaceOperand | undefined {
  const own = ownPaceBeside(context, subject, field);
  if (own === undefined) return undefined;
  const isWhole = own.decimals === 0;
  const { value } = own;
  const decimals = Math.min(own.decimals, 2);
  return {
    other: isWhole
      ? constant(value)
      : quantityOf({ value, decimals, origin: "typed", precision: "stated" }),
    otherOperand: looseOperand("reference", own.words, { value, decimals }, "%"),
    otherName: "序时进度",
    otherReading: null,
  };
}

/** Months over 12; offices round it to a place or two (91.7, 91.67), so that one place tells it. */
function evenPace(index: TableIndex, field: Field): PaceOperand | undefined {
  const period = periodOf(index.table, field);
  if (period?.kind !== "cumulative") return undefined;
  const decimals = period.months % 3 === 0 ? 0 : 1;
  const value = roundTo((period.months * 100) / 12, decimals);
  return {
    other:
      decimals === 0
        ? constant(value)
        : quantityOf({ value, decimals, origin: "typed", precision: "stated" }),
    otherOperand: looseOperand("reference", `${period.months}/12`, { value, decimals }, "%"),
    otherName: `${period.months}/12`,
    otherReading: null,
  };
}

/** 增减额: this period's level less last year's, or less the opening stock or the month before where the header says so. */
function readIncreases(
  context: CheckContext,
  column: Column,
  base: "prior" | "opening" | "previous"
): Reading {
  return readRows(context, column, ({ index, subject, field }) => {
    if (baseOf(field) !== base || field.unit?.family === "rate") return "missing-operand";
    const level = findField(index, field.indicator.id, "actual", field);
    const own = readPlace(index, subject, level);
    if (own.kind === "none" || level === undefined) return "missing-operand";
    const samePeriod = base === "prior" ? isPriorPeriod : () => true;
    const before = findField(index, field.indicator.id, base, level, samePeriod);
    const other = readPlace(index, subject, before);
    if (other.kind === "none") return other.reason;
    const isOneUnit = [own, other].every(
      (reading) => unitFactor(reading.place.field.unit, field.unit) === 1
    );
    if (!isOneUnit) return "relation-not-established";
    return {
      own: quantityOf(own.stated),
      ownOperand: operandOf("rate", own),
      ownReading: own,
      otherReading: other,
      other: quantityOf(other.stated),
      otherOperand: operandOf("reference", other),
      otherName: other.place.field.path.at(-1) ?? "",
    };
  });
}

function baseOf(field: Field): "prior" | "opening" | "previous" {
  const words = field.path.join("");
  if (/年初|期初|上年末|去年底/u.test(words)) return "opening";
  return /上月|上期|上季|环比/u.test(words) ? "previous" : "prior";
}

/** A column of the table that gives the reference's rate beside each zone's own. */
function referenceColumn(
  context: CheckContext,
  subject: Subject,
  field: Field,
  measure: Measure,
  scope: ReferenceScope
): NumberReading | undefined {
  const column = findReferenceField(context.index, measure, scope, field);
  const reading = readPlace(context.index, subject, column);
  return reading.kind === "number" ? reading : undefined;
}

/** What is compared with: the number in the header, else the one found in a column or row. */
function referenceFor(
  subject: Subject,
  field: Field,
  reading: NumberReading | undefined
): PaceOperand | undefined {
  const against = field.against?.kind === "reference" ? field.against : null;
  if (against !== null && against.stated !== null) {
    const { stated, scope } = against;
    return {
      other: quantityOf(stated),
      otherOperand: looseOperand("reference", field.path.join(" "), stated, "%"),
      otherName: SCOPE_NAMES[scope],
      otherReading: null,
    };
  }
  if (reading === undefined) return undefined;
  const isColumn = reading.place.subject === subject;
  return {
    other: quantityOf(reading.stated),
    otherOperand: operandOf("reference", reading),
    otherName: isColumn ? reading.place.field.path.join(" ") : reading.place.subject.label,
    otherReading: isInTable(reading.place.index.table, reading.observation.at) ? reading : null,
  };
}

/** `measure` null: what the target column itself says it is a target of. */
function readGaps(context: CheckContext, column: Column, measure: Measure | null): Reading {
  return readRows(context, column, (place) => {
    const { index, subject, field } = place;
    const target = targetColumn(index, field);
    const measures: readonly Measure[] =
      measure === null
        ? target === undefined
          ? context.targets.measuresOf(field.indicator.id)
          : [targetMeasure(index, target) ?? []].flat()
        : [measure];
    for (const one of measures) {
      const actualField = findField(index, field.indicator.id, one, field);
      const own = readPlace(index, subject, actualField);
      if (own.kind === "none" || actualField === undefined) continue;
      const limit = limitFor(context, { ...place, field: actualField }, place);
      if (limit === undefined) continue;
      return {
        own: quantityOf(own.stated),
        ownOperand: operandOf("actual", own),
        ownReading: own,
        ...limit,
      };
    }
    return "missing-operand";
  });
}

/** The target a gap is taken to: the sheet's own cell, else the rule. A target is exact, whatever digits it has. */
function limitFor(context: CheckContext, actual: Place, gap: Place): PaceOperand | undefined {
  const own = writtenTarget(gap);
  if (own !== undefined) {
    // A target in 亿元 beside values in 万元 is compared in the values' unit; a percentage with an amount never.
    const factor = unitFactor(own.field.unit, actual.field.unit);
    const isOfRate = own.field.unit?.family === "points" || actual.field.unit?.family === "points";
    if (factor === undefined && !isOfRate) return undefined;
    return {
      other: scale(constant(own.value), factor ?? 1),
      otherOperand: convertOperand(own.operand, factor ?? 1, actual.field.unit?.name ?? null),
      otherName: own.field.path.at(-1) ?? "",
      otherReading: own.reading,
    };
  }
  const target = targetAt(context, actual);
  const value = target === undefined ? undefined : inUnitOf(target, actual.field.unit);
  if (target === undefined || value === undefined) return undefined;
  return {
    other: constant(value),
    otherOperand: targetOperand(target, actual.field.unit?.name ?? null, value),
    otherName: target.rule.standing ?? "",
    otherReading: null,
  };
}
