import type { NotEvaluableReason, Outcome } from "../evaluation/evaluation.ts";
import type { Operand } from "../findings/finding.ts";
import { quantityOf } from "../model/interval.ts";
import type { Column, NumberReading, Place } from "../model/table-index.ts";
import { asShown } from "./as-shown.ts";
import type { CheckContext } from "./check.ts";
import { addressOf, notEvaluable, operandOf } from "./describe.ts";
import { readClaim } from "./read-claim.ts";
import type { Difference } from "./sign-convention.ts";

const ID = "difference-mismatch";

/** A printed difference with the two numbers it may be taken of. */
export interface Row extends Difference {
  readonly place: Place;
  readonly ownOperand: Operand;
  readonly otherOperand: Operand;
  readonly otherName: string;
  readonly ownReading: NumberReading;
  /** null: a number in a header or a rule. */
  readonly otherReading: NumberReading | null;
}

/** One way to read the column: what is compared with what. */
export interface Reading {
  readonly rows: readonly Row[];
  readonly skipped: readonly Outcome[];
}

type Operands = Omit<Row, "claim" | "place">;

/** A number of the row held against another one of the table. */
export function twoReadings(ownStored: NumberReading, otherStored: NumberReading): Operands {
  const [own, other] = [asShown(ownStored), asShown(otherStored)];
  return {
    own: quantityOf(own.stated),
    ownOperand: operandOf("rate", own),
    ownReading: own,
    other: quantityOf(other.stated),
    otherOperand: operandOf("reference", other),
    otherName: other.place.field.path.at(-1) ?? "",
    otherReading: other,
  };
}

/** 全市 is no more held against a reference or a target than it is one. */
function isOwn({ subject }: Place): boolean {
  return subject.role !== "reference" && subject.role !== "average";
}

export function readRows(
  context: CheckContext,
  column: Column,
  operandsAt: (place: Place) => Operands | NotEvaluableReason,
  isOfRow: (place: Place) => boolean = isOwn
): Reading {
  const rows: Row[] = [];
  const skipped: Outcome[] = [];
  for (const field of column.fields) {
    for (const subject of context.index.table.subjects) {
      const place = { index: context.index, subject, field };
      if (!isOfRow(place)) continue;
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

export type PaceOperand = Pick<Operands, "other" | "otherOperand" | "otherName" | "otherReading">;

/** A printed difference that cannot be tested. */
export function skip(claim: NumberReading, reason: NotEvaluableReason): Outcome {
  return notEvaluable(ID, addressOf(claim.place.index, claim.observation.at), reason);
}
