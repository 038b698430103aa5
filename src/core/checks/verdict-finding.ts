import type { Identity } from "../evaluation/localise/identity.ts";
import type { Finding, Operand } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import type { Watched } from "../findings/watched.ts";
import { countDecimals, roundTo, subtract } from "../model/decimal.ts";
import { displayDecimals } from "../model/display-decimals.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";
import type { Observation } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Target } from "../rules/target.ts";
import type { Address } from "../workbook/address.ts";
import {
  addressOf,
  operandOf,
  shownDecimals,
  subjectAt,
  written,
  writtenAfter,
} from "./describe.ts";
import { meets, requiredRange } from "./judge-target.ts";
import { addressOfOrigin, targetOperand } from "./target-at.ts";
import { watchedNumber, watchedOperand } from "./watch.ts";

export const ID = "verdict-mismatch";

export interface Judged {
  readonly place: Place;
  readonly observation: Observation;
  readonly word: string;
  readonly reading: NumberReading;
  readonly target: Target;
  readonly limit: number;
  readonly met: boolean;
  readonly isDue: boolean;
  readonly verdict: "agrees" | "disagrees";
}

/** The value lies on the side of the target that the verdict names; the target may be a cell of the sheet. */
export function identityOf({ place, reading, target, limit, met, verdict }: Judged): Identity {
  const said = verdict === "agrees" ? met : !met;
  const { comparison } = target.rule;
  const isAtLeast = comparison === "at-least" || comparison === "above";
  const written = targetReading(place, target);
  const wanted = written ?? { low: limit, high: limit };
  const ratio = unitFactor(reading.place.field.unit, written?.place.field.unit ?? null) ?? 1;
  const factor = written === undefined ? 1 : ratio;
  return said === isAtLeast
    ? { kind: "order", small: wanted, large: reading, factor: 1 / factor }
    : { kind: "order", small: reading, large: wanted, factor };
}

/** The cell a target stands in, where it is one of this row. */
function targetReading(place: Place, { origin }: Target): NumberReading | undefined {
  const at = addressOfOrigin(origin);
  if (at?.sheet !== place.index.table.sheet) return undefined;
  const { index, subject } = place;
  const cell = index.table.cells[subject.index]?.find(
    (observation) =>
      observation !== null &&
      observation.at.row === at.area.row &&
      observation.at.column === at.area.column
  );
  const reading = cell === undefined || cell === null ? undefined : index.table.fields[cell.field];
  if (reading === undefined) return undefined;
  const number = readPlace(index, subject, reading);
  return number.kind === "number" ? number : undefined;
}

export function watchedVerdict(
  { word, met, reading, target, limit }: Judged,
  at: Address
): Watched {
  return {
    kind: "verdict",
    at,
    word,
    says: met ? "met" : "unmet",
    actual: watchedNumber("actual", reading),
    limit: watchedOperand(targetOperand(target, reading.place.field.unit?.name ?? null, limit)),
    comparison: target.rule.comparison,
  };
}

interface Contradicted extends Pick<
  Judged,
  "place" | "observation" | "word" | "reading" | "limit" | "met"
> {
  readonly wanted: Operand;
  readonly comparison: Target["rule"]["comparison"];
}

export function againstTarget(row: Judged): Contradicted {
  const unit = row.reading.place.field.unit?.name ?? null;
  const wanted = targetOperand(row.target, unit, row.limit);
  return { ...row, wanted, comparison: row.target.rule.comparison };
}

export function findingOf(row: Contradicted): Finding {
  const { place, observation, word, reading, limit, met, wanted, comparison } = row;
  const actual = operandOf("actual", reading);
  const decimals = Math.max(shownDecimals(reading), countDecimals(limit));
  const gap = subtract(reading.stated.value, limit);
  const shown = displayDecimals(reading.observation.numberFormat);
  // The page shows 17.0 against 17: the writer judged what they saw.
  const isHidden =
    !met && shown !== undefined && meets(roundTo(reading.stated.value, shown), comparison, limit);
  return {
    code: ID,
    class: "consistency",
    severity: isHidden ? "warning" : "error",
    remark: isHidden ? "required" : "none",
    subject: subjectAt(place),
    at: addressOf(place.index, observation.at),
    stated: word,
    expected: requiredRange(comparison, limit),
    params: { verdict: word, actual: reading.stated.value, target: limit, met },
    trace: {
      operands: [actual, wanted],
      arithmetic: `${written(actual)} − ${writtenAfter(wanted)} = ${formatFixed(gap, decimals)}`,
      allowed: null,
      decimals,
    },
    alternatives: [],
    consequences: [],
  };
}
