import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import type { Finding, Operand } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import { constant, quantityOf, toInterval } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import type { Measure } from "../model/measure.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import {
  findField,
  findReferenceField,
  findReferenceReading,
  readPlace,
} from "../model/table-index.ts";
import type { Column, NumberReading, Place } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { ReferenceScope, Subject } from "../model/zone.ts";
import { targetMeasure } from "../rules/target-measure.ts";
import type { Check, CheckContext } from "./check.ts";
import { countFits, standingOf } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";
import {
  addressAround,
  addressOf,
  found,
  looseOperand,
  notEvaluable,
  operandOf,
  passed,
  shownDecimals,
  subjectAt,
  subjectOfColumn,
  written,
  writtenAfter,
} from "./describe.ts";
import { findHint } from "./hint.ts";
import { readClaim } from "./read-claim.ts";
import { judgeByConvention } from "./sign-convention.ts";
import type { ByConvention, Convention, Difference } from "./sign-convention.ts";
import { inUnitOf, targetAt, targetOperand, writtenTarget } from "./target-at.ts";

const ID = "difference-mismatch";

/**
 * A printed difference to 全市 or 全省开发区, in points, is the difference of the two rates, and a printed gap that of
 * value and target, rounded once. The column's majority sets the sign convention.
 */
export const differenceMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) =>
    context.index.columns
      .filter((column) => column.measure === "difference" || column.measure === "gap")
      .flatMap((column) => checkColumn(context, column)),
};

interface Row extends Difference {
  readonly place: Place;
  readonly ownOperand: Operand;
  readonly otherOperand: Operand;
  readonly otherName: string;
}

/** One way to read the column: what is compared with what. */
interface Reading {
  readonly rows: readonly Row[];
  readonly skipped: readonly Outcome[];
}

function checkColumn(context: CheckContext, column: Column): Outcome[] {
  let chosen: (Reading & ByConvention<Row>) | undefined;
  let skipped: readonly Outcome[] | undefined;
  for (const read of waysToRead(context, column)) {
    const reading = read();
    skipped ??= reading.skipped;
    if (reading.rows.length === 0) continue;
    const judged = { ...reading, ...judgeByConvention(reading.rows) };
    if (chosen === undefined || countFits(judged.judged) > countFits(chosen.judged))
      chosen = judged;
    if (standingOf(judged.judged) === "established") break;
  }
  if (chosen === undefined) return [...(skipped ?? [])];
  return [...chosen.skipped, ...judgeColumn(chosen.convention, chosen.judged, isNamed(column))];
}

/** What the column may compare, likeliest first. */
function waysToRead(context: CheckContext, column: Column): readonly (() => Reading)[] {
  if (column.measure === "gap") {
    const measures = [null, "growth", "share", "actual"] as const;
    return measures.map((measure) => () => readGaps(context, column, measure));
  }
  const measures = ["growth", "rate", "share", "actual"] as const;
  return measures.flatMap((measure) =>
    scopesOf(column).map((scope) => () => readDifferences(context, column, measure, scope))
  );
}

/** A gap names the target; a difference names its reference where its header does. */
function isNamed(column: Column): boolean {
  return column.measure === "gap" || column.fields.some((field) => field.against !== null);
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

type Operands = Omit<Row, "claim" | "place">;

function readRows(
  context: CheckContext,
  column: Column,
  operandsAt: (place: Place) => Operands | NotEvaluableReason
): Reading {
  const rows: Row[] = [];
  const skipped: Outcome[] = [];
  for (const field of column.fields) {
    for (const subject of context.index.table.subjects) {
      if (subject.role === "reference" || subject.role === "average") continue;
      const place = { index: context.index, subject, field };
      const claim = readClaim(ID, place);
      if (claim.kind === "outcome") skipped.push(claim.outcome);
      if (claim.kind !== "number") continue;
      const operands = operandsAt(place);
      if (typeof operands === "string") skipped.push(skip(claim.reading, operands));
      else rows.push({ ...operands, claim: claim.reading, place });
    }
  }
  return { rows, skipped };
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
      ...other,
    };
  });
}

/** A column of the table that gives the reference's rate beside each zone's own. */
function referenceColumn(
  context: CheckContext,
  subject: Subject,
  field: Field,
  measure: Measure,
  scope: ReferenceScope
): NumberReading | undefined {
  const column = findReferenceField(context.index, field.indicator.id, measure, scope);
  const reading = readPlace(context.index, subject, column);
  return reading.kind === "number" ? reading : undefined;
}

/** What is compared with: the number in the header, else the one found in a column or row. */
function referenceFor(
  subject: Subject,
  field: Field,
  reading: NumberReading | undefined
): Pick<Operands, "other" | "otherOperand" | "otherName"> | undefined {
  const stated = field.against?.kind === "reference" ? field.against.stated : null;
  if (stated !== null) {
    const name = field.path.join(" ");
    return {
      other: quantityOf(stated),
      otherOperand: looseOperand("reference", name, stated, "%"),
      otherName: name,
    };
  }
  if (reading === undefined) return undefined;
  const isColumn = reading.place.subject === subject;
  return {
    other: quantityOf(reading.stated),
    otherOperand: operandOf("reference", reading),
    otherName: isColumn ? reading.place.field.path.join(" ") : reading.place.subject.label,
  };
}

/** `measure` null: what the target column itself says it is a target of. */
function readGaps(context: CheckContext, column: Column, measure: Measure | null): Reading {
  return readRows(context, column, (place) => {
    const { index, subject, field } = place;
    const target = findField(index, field.indicator.id, "target", field);
    const measures: readonly Measure[] =
      measure === null
        ? target === undefined
          ? context.targets.measuresOf(field.indicator.id)
          : [targetMeasure(index, target)]
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
        ...limit,
      };
    }
    return "missing-operand";
  });
}

/** The target a gap is taken to: the sheet's own cell, else the rule. A target is exact, whatever digits it has. */
function limitFor(
  context: CheckContext,
  actual: Place,
  gap: Place
):
  | { readonly other: Quantity; readonly otherOperand: Operand; readonly otherName: string }
  | undefined {
  const own = writtenTarget(gap);
  if (own !== undefined) {
    return {
      other: constant(own.value),
      otherOperand: own.operand,
      otherName: own.field.path.at(-1) ?? "",
    };
  }
  const target = targetAt(context, actual);
  const value = target === undefined ? undefined : inUnitOf(target, actual.field.unit);
  if (target === undefined || value === undefined) return undefined;
  return {
    other: constant(value),
    otherOperand: targetOperand(target, actual.field.unit?.name ?? null, value),
    otherName: target.rule.standing ?? "",
  };
}

function judgeColumn(
  convention: Convention,
  judged: readonly (Row & Claim)[],
  named: boolean
): Outcome[] {
  const standing = standingOf(judged);
  if (standing !== "established" && !named) {
    return judged.map((row) => skip(row.claim, "relation-not-established"));
  }
  if (standing === "deviates") {
    const first = judged.find(({ verdict }) => verdict === "disagrees");
    if (first === undefined) return [];
    const rest = judged
      .filter((row) => row !== first)
      .map((row) => skip(row.claim, "relation-not-established"));
    return [found(findingOf(convention, first, judged)), ...rest];
  }
  return judged.map((row) => {
    const at = addressOf(row.place.index, row.claim.observation.at);
    return row.verdict === "disagrees"
      ? found(findingOf(convention, row, null))
      : passed(ID, at, row.verdict !== "agrees");
  });
}

function findingOf(
  convention: Convention,
  row: Row & Claim,
  column: readonly (Row & Claim)[] | null
): Finding {
  const { claim, computed, ownOperand, otherOperand, place } = row;
  const decimals = shownDecimals(claim);
  const places = Math.max(decimals, ownOperand.decimals, otherOperand.decimals);
  const [from, taken] =
    convention === "turned" || convention === "shortfall"
      ? [otherOperand, ownOperand]
      : [ownOperand, otherOperand];
  const difference = `${written(from)} − ${writtenAfter(taken)}`;
  const shown = formatFixed(toNumber(computed.value), places);
  return {
    code: ID,
    class: "consistency",
    severity: column === null ? "error" : "warning",
    remark: column === null ? "none" : "required",
    subject: column === null ? subjectAt(place) : subjectOfColumn(place),
    at:
      column === null
        ? addressOf(place.index, claim.observation.at)
        : addressAround(
            place.index,
            column.map((other) => other.claim.observation.at)
          ),
    stated: claim.stated.value,
    expected: {
      low: roundRatio(computed.range.low, decimals).toNumber(),
      high: roundRatio(computed.range.high, decimals).toNumber(),
    },
    params: {
      rate: ownOperand.value,
      reference: otherOperand.value,
      referenceName: row.otherName,
      computed: roundRatio(computed.value, places).toNumber(),
      isGap: place.field.measure === "gap",
      wholeColumn: column !== null,
      hint: column === null ? findHint(claim.stated.value, computed.value, decimals) : null,
    },
    trace: {
      operands: [ownOperand, otherOperand, operandOf("stated", claim)],
      arithmetic:
        convention === "magnitude" ? `|${difference}| = ${shown}` : `${difference} = ${shown}`,
      allowed: toInterval(computed.range),
      decimals,
    },
    alternatives: [],
    consequences: [],
  };
}

function skip(claim: NumberReading, reason: NotEvaluableReason): Outcome {
  return notEvaluable(ID, addressOf(claim.place.index, claim.observation.at), reason);
}
