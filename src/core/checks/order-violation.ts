import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Watched } from "../findings/watched.ts";
import { quantityOf } from "../model/interval.ts";
import { compareRatio, ratioOf } from "../model/ratio.ts";
import type { NumberReading, Place, TableIndex } from "../model/table-index.ts";
import { readPlace } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check } from "./check.ts";
import { standingOf } from "./column-verdict.ts";
import { addressOf, found, notEvaluable, operandOf, passed, written } from "./describe.ts";
import { findOrders } from "./orders.ts";
import { printedName } from "./printed-name.ts";
import type { Order } from "./orders.ts";
import { aboutCell, aboutColumn, asCount, quantityIn } from "./relation.ts";
import { watchedReading, watching } from "./watch.ts";

const ID = "order-violation";

/**
 * A part does not exceed its whole: 其中, what is done, what is new, a later stage of a funnel. An error within one
 * thing counted; between indicators of the trade (转型项目 in 工业投资), and for a share above 100, a question of scope.
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
    return [...outcomes, ...checkShares(index, told)];
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

/** Attainment may exceed 100; a share may not. Where its whole stands in the sheet, the whole itself is told. */
function checkShares(index: TableIndex, told: ReadonlySet<string>): Outcome[] {
  const hundred = ratioOf(100);
  return index.table.fields
    .filter((field) => field.measure === "share" && field.unit?.family !== "points")
    .flatMap((field) =>
      index.table.subjects.flatMap((subject): Outcome[] => {
        const place: Place = { index, subject, field };
        const reading = readPlace(place.index, place.subject, place.field);
        if (reading.kind === "none") return [];
        const { range } = quantityOf(reading.stated);
        const at = addressOf(index, reading.observation.at);
        // 构成 of rounded members may come to 100.02.
        const room = (subject.members.length / 2) * 10 ** -reading.stated.decimals;
        const most = room === 0 ? hundred : ratioOf(Number((100 + room).toFixed(12)));
        if (compareRatio(range.low, most) <= 0) return [passed(ID, at, false)];
        if (told.has(`${subject.label}|${printedName(field)}`)) return [];
        const stated = operandOf("stated", reading);
        const about = aboutCell(reading, {
          severity: "warning",
          expected: { low: null, high: 100 },
          operands: [stated],
          arithmetic: `${written(stated)} > 100`,
          allowed: null,
          decimals: stated.decimals,
        });
        const name = field.indicator.name;
        return [
          found({
            ...about,
            code: ID,
            params: {
              relation: "share",
              part: stated.value,
              whole: 100,
              partName: name,
              wholeName: name,
              unit: "%",
              wholeColumn: false,
            },
          }),
        ];
      })
    );
}
