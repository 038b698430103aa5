import type { Check } from "./check.ts";
import { aggregateOutOfRange } from "./aggregate-out-of-range.ts";
import { completeParts } from "./complete-parts.ts";
import { completeShares } from "./complete-shares.ts";
import { crossSheetMismatch } from "./cross-sheet-mismatch.ts";
import { cumulativeDecrease } from "./cumulative-decrease.ts";
import { integerInfeasible } from "./integer-infeasible.ts";
import { orderViolation } from "./order-violation.ts";
import { partsInRows } from "./parts-in-rows.ts";
import { periodConflict } from "./period-conflict.ts";
import { periodSums } from "./period-sums.ts";
import { stockSums } from "./stock-sums.ts";
import { quotients } from "./quotients.ts";
import { rankChanges } from "./rank-changes.ts";
import { rankMismatch } from "./rank-mismatch.ts";
import { rateMismatch } from "./rate-mismatch.ts";
import { remainderMismatch } from "./remainder-mismatch.ts";
import { repeatedReferences } from "./repeated-references.ts";
import { residualImplausible } from "./residual-implausible.ts";
import { smallBase } from "./small-base.ts";
import { targetBehindPace } from "./target-behind-pace.ts";
import { targetUndecided } from "./target-undecided.ts";
import { zoneMissing } from "./zone-missing.ts";
import { duplicateEntry } from "./duplicate-entry.ts";
import { externalLink } from "./external-link.ts";
import { formulaDeviates } from "./formula-deviates.ts";
import { points } from "./points.ts";
import { precisionUnsupported } from "./precision-unsupported.ts";
import { repeatedValues } from "./repeated-values.ts";
import { serialNumbers } from "./serial-numbers.ts";
import { shiftedRows } from "./shifted-rows.ts";
import { signSuspect } from "./sign-suspect.ts";
import { statedRelations } from "./stated-relations.ts";
import { staleValue } from "./stale-value.ts";
import { unitConflict } from "./unit-conflict.ts";
import { unitSuspect } from "./unit-suspect.ts";
import { zeroSuspect } from "./zero-suspect.ts";
import { differenceMismatch } from "./difference-mismatch.ts";
import { fullMarks } from "./full-marks.ts";
import { growthMismatch } from "./growth-mismatch.ts";
import { growthOfIncrease } from "./growth-of-increase.ts";
import { missingValue } from "./missing-value.ts";
import { shareMismatch } from "./share-mismatch.ts";
import { sumMismatch } from "./sum-mismatch.ts";
import { repeatedTargets } from "./repeated-targets.ts";
import { targetMismatch } from "./target-mismatch.ts";
import { targetUnmet } from "./target-unmet.ts";
import { formulaError } from "./formula-error.ts";
import { notANumber } from "./not-a-number.ts";
import { textNumber } from "./text-number.ts";
import { verdictMismatch } from "./verdict-mismatch.ts";

/** Every kind of test, in the order in which findings at one cell are told. */
export const ALL_CHECKS: readonly Check[] = [
  formulaError,
  notANumber,
  missingValue,
  textNumber,
  targetMismatch,
  repeatedTargets,
  sumMismatch,
  shareMismatch,
  growthMismatch,
  growthOfIncrease,
  differenceMismatch,
  verdictMismatch,
  zoneMissing,
  serialNumbers,
  periodConflict,
  crossSheetMismatch,
  repeatedReferences,
  orderViolation,
  fullMarks,
  statedRelations,
  periodSums,
  stockSums,
  completeParts,
  completeShares,
  partsInRows,
  remainderMismatch,
  rateMismatch,
  quotients,
  points,
  rankMismatch,
  rankChanges,
  aggregateOutOfRange,
  cumulativeDecrease,
  integerInfeasible,
  residualImplausible,
  smallBase,
  targetUnmet,
  targetUndecided,
  targetBehindPace,
  staleValue,
  externalLink,
  duplicateEntry,
  unitConflict,
  unitSuspect,
  shiftedRows,
  formulaDeviates,
  signSuspect,
  repeatedValues,
  zeroSuspect,
  precisionUnsupported,
];
