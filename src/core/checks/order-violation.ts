import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Watched } from "../findings/watched.ts";
import { quantityOf } from "../model/interval.ts";
import { compareRatio } from "../model/ratio.ts";
import type { NumberReading } from "../model/table-index.ts";
import { readPlace } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check } from "./check.ts";
import { standingOf } from "./column-verdict.ts";
import { addressOf, found, notEvaluable, operandOf, passed, written } from "./describe.ts";
import { limitsOfRates } from "./limits-of-rates.ts";
import { findOrders } from "./orders.ts";
import type { Order } from "./orders.ts";
import { aboutCell, aboutColumn, asCount, quantityIn } from "./relation.ts";
import { watchedReading, watching } from "./watch.ts";

const ID = "order-violation";

/**
 * A part does not exceed its whole: 其中, what is done, what is new, a later stage of a funnel. An error within one
 * thing counted; between indicators of the trade (转型项目 in 工业投资), and for a share above 100 or a fall of more than all
 * there was, a question.
 */
export const orderViolation: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) => {
    const outcomes = findOrders(index).flatMap((order) => checkOrder(order));
    const told = new Set(
      outcomes.flatMap((outcome) =>
        outcome.kind === "fail"
          ? [`${outcome.finding.subject.zone ?? ""}|${nameOfPart(outcome)}`]
          : []
      )
    );
    return [...outcomes, ...limitsOfRates(index, told)];
  },
};

function nameOfPart({ finding }: Extract<Outcome, { kind: "fail" }>): string {
  return finding.code === ID ? finding.params.partName : "";
}

interface Judged {
  readonly order: Order;
  readonly part: NumberReading;
  readonly whole: NumberReading;
  readonly verdict: "agrees" | "disagrees";
}

function checkOrder(order: Order): Outcome[] {
  const rows = order.rows.flatMap(({ part: partPlace, whole: wholePlace }): Judged[] => {
    const part = readPlace(partPlace.index, partPlace.subject, partPlace.field);
    const whole = readPlace(wholePlace.index, wholePlace.subject, wholePlace.field);
    if (part.kind === "none" || whole.kind === "none") return [];
    const own = quantityIn(asCount(part), whole.place.field.unit);
    const other = quantityOf(asCount(whole).stated);
    // Of what may fall below zero, a part may be larger than the whole.
    if (own === undefined || other.value.num.lt(0)) return [];
    const isAbove = compareRatio(own.range.low, other.range.high) > 0;
    return [{ order, part, whole, verdict: isAbove ? "disagrees" : "agrees" }];
  });
  const off = rows.filter(({ verdict }) => verdict === "disagrees");
  const [first] = off;
  const standing = standingOf(rows);
  if (first !== undefined && standing === "deviates") {
    const rest = rows
      .filter((row) => row !== first)
      .map(({ part }) =>
        notEvaluable(
          ID,
          addressOf(part.place.index, part.observation.at),
          "relation-not-established"
        )
      );
    return [found(findingOf(first, rows)), ...rest];
  }
  return rows.map((row) =>
    row.verdict === "agrees"
      ? watching(
          passed(
            ID,
            addressOf(row.part.place.index, row.part.observation.at),
            false,
            identityOf(row)
          ),
          watchedOrder(row)
        )
      : found(findingOf(row, null), identityOf(row))
  );
}

function watchedOrder({ order, part, whole }: Judged): Watched {
  const factor = unitFactor(part.place.field.unit, whole.place.field.unit) ?? 1;
  return {
    kind: "order",
    at: addressOf(part.place.index, part.observation.at),
    severity: order.strength === "hard" ? "error" : "warning",
    upper: watchedReading("part", asCount(part), factor),
    lower: watchedReading("whole", asCount(whole)),
  };
}

function identityOf({ part, whole }: Judged): Identity {
  const factor = unitFactor(part.place.field.unit, whole.place.field.unit) ?? 1;
  return { kind: "order", small: part, large: whole, factor };
}

function findingOf({ order, part, whole }: Judged, column: readonly Judged[] | null) {
  const smaller = operandOf("part", part);
  const larger = operandOf("whole", whole);
  const decimals = Math.max(smaller.decimals, larger.decimals);
  const about = {
    expected: { low: null, high: larger.value },
    operands: [smaller, larger],
    arithmetic: `${written(smaller)} > ${written(larger)}`,
    allowed: null,
    decimals,
  };
  const isHard = order.strength === "hard";
  return {
    ...(column === null
      ? aboutCell(part, { ...about, severity: isHard ? "error" : "warning" })
      : aboutColumn(
          part,
          column.map((row) => row.part),
          about
        )),
    code: ID,
    params: {
      relation: order.relation,
      part: smaller.value,
      whole: larger.value,
      partName: order.partName,
      wholeName: order.wholeName,
      unit: smaller.unit,
      wholeColumn: column !== null,
    },
  } as const;
}
