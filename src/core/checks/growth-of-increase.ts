import type { Outcome } from "../evaluation/evaluation.ts";
import { formatFixed } from "../findings/format-number.ts";
import { minus, quantityOf, shareOf, toInterval } from "../model/interval.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import { findField } from "../model/find-field.ts";
import { isPriorPeriod } from "../model/same-period.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check } from "./check.ts";
import { claimOf, standingOf } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";
import {
  addressOf,
  found,
  looseOperand,
  notEvaluable,
  operandOf,
  passed,
  shownDecimals,
  written,
  writtenAfter,
} from "./describe.ts";
import { findHint } from "./hint.ts";
import { aboutCell } from "./relation.ts";

const ID = "growth-mismatch";

/**
 * Where last year's level is not printed but what it grew by is, the growth is a ÷ (V − a) × 100: 税收92亿元,增收13.55亿元,
 * 增长17.3%. Nominal amounts and counts only; the statistics office's growths follow from no level.
 */
export const growthOfIncrease: Check = {
  id: ID,
  severity: "warning",
  run: ({ index }) =>
    index.columns
      .filter(({ measure }) => measure === "growth" || measure === "growth-other")
      .flatMap(({ fields }) => checkColumn(index, fields)),
};

const OF_OPENING = /年初|期初|上年末|去年底/u;

/** 较年初增加 | 较年初增长(%): the two speak of the stock when the year began, which is not printed. */
function increaseOnOpening(index: TableIndex, growth: Field): Field | undefined {
  const { id } = growth.indicator;
  if (!OF_OPENING.test(growth.path.join("")) || growth.against !== null) return undefined;
  if (findField(index, id, "opening", growth) !== undefined) return undefined;
  const increase = findField(index, id, "increase", growth);
  return increase !== undefined && OF_OPENING.test(increase.path.join("")) ? increase : undefined;
}

/** The 增减额 that takes last year's place beside a growth; undefined where last year's level is there. */
export function increaseBeside(index: TableIndex, growth: Field): Field | undefined {
  const { id, growthBasis, isCatalogued } = growth.indicator;
  const isNominal = (growthBasis === "nominal" && isCatalogued) || growthBasis === "count";
  if (!isNominal || growth.against !== null || growth.measure !== "growth") return undefined;
  if (findField(index, id, "prior", growth, isPriorPeriod) !== undefined) return undefined;
  const increase = findField(index, id, "increase", growth);
  const words = increase?.path.join("") ?? "";
  const isOfYear = !/年初|期初|上年末|去年底|上月|上期|上季|环比/u.test(words);
  return increase !== undefined && isOfYear && increase.unit?.family !== "rate"
    ? increase
    : undefined;
}

interface Row extends Claim {
  readonly current: NumberReading;
  readonly increase: NumberReading;
}

function checkColumn(index: TableIndex, fields: readonly Field[]): readonly Outcome[] {
  const rows = fields.flatMap((field) => {
    const isOnOpening = field.measure === "growth-other";
    const increase = isOnOpening ? increaseOnOpening(index, field) : increaseBeside(index, field);
    const current = findField(index, field.indicator.id, "actual", field);
    if (increase === undefined || current === undefined) return [];
    if (unitFactor(increase.unit, current.unit) !== 1) return [];
    return index.table.subjects.flatMap((subject): Row[] => {
      const [claim, now, more] = [field, current, increase].map((one) =>
        readPlace(index, subject, one)
      );
      if (claim?.kind !== "number" || now?.kind !== "number" || more?.kind !== "number") return [];
      const own = quantityOf(more.stated);
      const growth = shareOf(own, minus(quantityOf(now.stated), own));
      return growth === undefined
        ? []
        : [{ ...claimOf(claim, growth), current: now, increase: more }];
    });
  });
  const standing = standingOf(rows);
  // What stood there when the year began may have been corrected since: only where the column shows it.
  const isShown = fields.every(({ measure }) => measure === "growth-other");
  if (isShown && standing !== "established") return [];
  return rows.map((row): Outcome => {
    const at = addressOf(index, row.claim.observation.at);
    if (row.verdict !== "disagrees") return passed(ID, at, row.verdict !== "agrees");
    return standing === "deviates" && rows.length > 1
      ? notEvaluable(ID, at, "relation-not-established")
      : found(findingOf(row));
  });
}

function findingOf({ claim, computed, current, increase }: Row) {
  const decimals = shownDecimals(claim);
  const now = operandOf("actual", current);
  const more = operandOf("increase", increase);
  // The base is nobody's cell: it is what the two leave.
  const base = looseOperand(
    "prior",
    now.label,
    {
      value: Number((now.value - more.value).toPrecision(15)),
      decimals: Math.max(now.decimals, more.decimals),
    },
    now.unit
  );
  const shown = formatFixed(toNumber(computed.value), decimals + 2);
  return {
    ...aboutCell(claim, {
      severity: "warning",
      expected: {
        low: roundRatio(computed.range.low, decimals).toNumber(),
        high: roundRatio(computed.range.high, decimals).toNumber(),
      },
      operands: [more, base, now, operandOf("stated", claim)],
      arithmetic: `${written(more)} ÷ (${written(now)} − ${writtenAfter(more)}) × 100 = ${shown}`,
      allowed: toInterval(computed.range),
      decimals,
    }),
    code: ID,
    params: {
      current: now.value,
      prior: base.value,
      computed: roundRatio(computed.value, decimals).toNumber(),
      wholeColumn: false,
      hint: findHint(claim.stated.value, computed.value, decimals),
    },
  } as const;
}
