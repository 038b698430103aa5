import type { Operand } from "../findings/finding.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import { isInTable } from "../model/table.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { Subject } from "../model/zone.ts";
import { operandOf } from "./describe.ts";

/** Something a share may divide by. */
export interface Whole {
  /** The same for the same kind of whole all over a column. */
  readonly key: string;
  /** As printed: 全市, 合计, 工业投资. */
  readonly name: string;
  /** The header names it. */
  readonly isNamed: boolean;
  /** What is divided; null: the share's own indicator. */
  readonly part: Field | null;
  readonly valueFor: (subject: Subject) => WholeValue | undefined;
}

export interface WholeValue {
  readonly stated: StatedNumber;
  readonly unit: Unit | null;
  /** What the number is multiplied with: a number in a header has no unit of its own. */
  readonly scale: number;
  readonly operand: Operand;
  /** null: a number in a header, title or note, which has no cell of its own. */
  readonly reading: NumberReading | null;
}

/** What a reading gives to divide by. */
export function valueOf(
  reading: NumberReading | { readonly kind: "none" } | undefined
): WholeValue | undefined {
  if (reading?.kind !== "number") return undefined;
  return {
    stated: reading.stated,
    unit: reading.place.field.unit,
    scale: 1,
    operand: operandOf("whole", reading),
    reading: isInTable(reading.place.index.table, reading.observation.at) ? reading : null,
  };
}
