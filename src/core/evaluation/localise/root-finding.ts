import { findHint } from "../../checks/hint.ts";
import { addressOf, shownDecimals, subjectAt } from "../../checks/describe.ts";
import type { Finding, Severity } from "../../findings/finding.ts";
import { compareCells } from "../../findings/order.ts";
import { toDecimal } from "../../model/decimal.ts";
import { ratioOf } from "../../model/ratio.ts";
import type { Interval } from "../../model/stated-number.ts";
import type { KnownCell } from "./cell-map.ts";

const SEVERITIES: readonly Severity[] = ["error", "warning", "information"];

/** A root with what follows from it; as severe as the most severe of them, with the remark that one asks for. */
export function foldInto(root: Finding, folded: readonly Finding[]): Finding {
  if (folded.length === 0) return root;
  const consequences = folded.flatMap((finding) => [
    { code: finding.code, at: finding.at },
    ...finding.consequences,
  ]);
  return {
    ...root,
    ...foldSeverity(root, folded),
    consequences: [...root.consequences, ...consequences].sort(inReadingOrder(root)),
  };
}

/** As severe as the most severe of several, with the remark that one asks for. */
export function foldSeverity(
  root: Finding,
  folded: readonly Finding[]
): Pick<Finding, "severity" | "remark"> {
  const { severity, remark } = [root, ...folded].reduce((most, one) =>
    SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(most.severity) ? one : most
  );
  return { severity, remark };
}

function inReadingOrder({ at }: Finding): (a: Consequence, b: Consequence) => number {
  const elsewhere = (one: Consequence): number => (one.at.sheet === at.sheet ? 0 : 1);
  return (a, b) => elsewhere(a) - elsewhere(b) || compareCells(a.at, b.at);
}

type Consequence = Finding["consequences"][number];

/**
 * The finding of a test, told at the cell that explains it instead of at the cell that was tested. What that cell
 * would have to be is its expected range; the test itself goes to the consequences.
 */
export function relocate(tested: Finding, cell: KnownCell, values: Interval | undefined): Finding {
  const { reading, observation, place } = cell;
  const stated = reading?.stated.value ?? tested.stated;
  const expected = boundedRange(values);
  const decimals = reading === null ? 0 : shownDecimals(reading);
  const hint =
    reading === null || expected === null || expected.low === null || expected.high === null
      ? null
      : findHint(
          reading.stated.value,
          ratioOf(toDecimal((expected.low + expected.high) / 2)),
          decimals
        );
  return {
    ...tested,
    subject: subjectAt(place),
    at: addressOf(place.index, observation.at),
    stated,
    expected,
    cause: {
      kind: "elsewhere",
      tested: { at: tested.at, stated: tested.stated, expected: tested.expected },
      decimals,
      hint,
    },
    consequences: [{ code: tested.code, at: tested.at }, ...tested.consequences],
  };
}

function boundedRange(values: Interval | undefined): Finding["expected"] {
  if (values === undefined) return null;
  const bound = (value: number): number | null =>
    Number.isFinite(value) ? Number(value.toPrecision(12)) : null;
  const low = bound(values.low);
  const high = bound(values.high);
  return low === null && high === null ? null : { low, high };
}
