import { evaluate } from "../../../../src/core/evaluation/evaluate.ts";
import type { Finding } from "../../../../src/core/findings/finding.ts";
import { formatAddress } from "../../../../src/core/workbook/address.ts";
import type { Address } from "../../../../src/core/workbook/address.ts";
import { makeBook } from "./city-book.ts";
import { toBook } from "./made-book.ts";
import { plantFault } from "./plant-fault.ts";
import type { Fault } from "./plant-fault.ts";
import { randomFrom } from "./random.ts";

export interface Trial {
  readonly seed: number;
  readonly faults: readonly Fault[];
  readonly findings: readonly Finding[];
  /** Faults that no finding stands at or names. */
  readonly missed: readonly Fault[];
  /** Errors and warnings at cells that are right, that do not name a cell at fault as well. */
  readonly strayErrors: readonly string[];
  readonly strayWarnings: readonly string[];
  /** Findings at a cell that is right, though they name the one at fault beside it. */
  readonly named: number;
}

/** A book with so many faults, judged; undefined where no fault could be planted in it. */
export function tryFaults(seed: number, faultCount: number): Trial | undefined {
  const random = randomFrom(seed);
  const made = makeBook(random);
  const faults: Fault[] = [];
  while (faults.length < faultCount) {
    const fault = plantFault(random, made, faults);
    if (fault === undefined) return undefined;
    faults.push(fault);
  }
  const book = toBook(made, new Map(faults.map(({ cell, value }) => [cell.key, value])));
  const result = evaluate({ book, rulesFile: null, sheets: null });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const findings = result.value.findings.filter(
    ({ class: kind, severity }) => kind !== "target" && severity !== "information"
  );
  const isAt = ({ cell }: Fault, { sheet, area }: Address): boolean =>
    cell.sheet === sheet &&
    cell.row >= area.row &&
    cell.row < area.row + area.rows &&
    cell.column >= area.column &&
    cell.column < area.column + area.columns;
  const standsAt = (finding: Finding, fault: Fault): boolean => isAt(fault, finding.at);
  const names = (finding: Finding, fault: Fault): boolean =>
    finding.alternatives.some((set) => set.some((at) => isAt(fault, at)));
  const stray = findings.filter(
    (finding) => !faults.some((fault) => standsAt(finding, fault) || names(finding, fault))
  );
  const told = ({ code, at, severity }: Finding): string =>
    `${severity} ${code} ${formatAddress(at)}`;
  return {
    seed,
    faults,
    findings,
    missed: faults.filter(
      (fault) => !findings.some((finding) => standsAt(finding, fault) || names(finding, fault))
    ),
    strayErrors: stray.filter(({ severity }) => severity === "error").map(told),
    strayWarnings: stray.filter(({ severity }) => severity === "warning").map(told),
    named: findings.filter(
      (finding) =>
        !faults.some((fault) => standsAt(finding, fault)) &&
        faults.some((fault) => names(finding, fault))
    ).length,
  };
}
