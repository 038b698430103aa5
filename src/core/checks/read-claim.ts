import type { Outcome } from "../evaluation/evaluation.ts";
import type { FindingCode } from "../findings/finding.ts";
import { observationAt } from "../model/table.ts";
import { addressOf, notEvaluable } from "./describe.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, Place } from "../model/table-index.ts";

/**
 * A printed number that is to be tested. "none": nothing is claimed there (blank, declared "-", or a word such as 新增).
 * "outcome": something stands there that cannot be tested.
 */
export type ClaimReading =
  | { readonly kind: "number"; readonly reading: NumberReading }
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | { readonly kind: "none" };

export function readClaim(check: FindingCode, place: Place): ClaimReading {
  const reading = readPlace(place.index, place.subject, place.field);
  if (reading.kind === "number") return { kind: "number", reading };
  const observation = observationAt(place.index.table, place.subject.index, place.field.index);
  if (observation === undefined || observation.content.kind === "word") return { kind: "none" };
  const { content } = observation;
  if (
    content.kind === "missing" &&
    content.reason !== "pending" &&
    content.reason !== "not-calculated"
  ) {
    return { kind: "none" };
  }
  const at = addressOf(place.index, observation.at);
  return { kind: "outcome", outcome: notEvaluable(check, at, reading.reason) };
}
