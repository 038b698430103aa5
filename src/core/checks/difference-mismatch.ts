import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Finding } from "../findings/finding.ts";
import type { Watched } from "../findings/watched.ts";
import { formatFixed } from "../findings/format-number.ts";
import { toInterval } from "../model/interval.ts";
import { printedHalf } from "../model/printed-half.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import type { Column } from "../model/table-index.ts";
import type { Address } from "../workbook/address.ts";
import type { Check, CheckContext } from "./check.ts";
import { countFits, standingOf } from "./column-verdict.ts";
import type { Claim } from "./column-verdict.ts";
import {
  addressAround,
  addressOf,
  found,
  operandOf,
  passed,
  shownDecimals,
  subjectAt,
  subjectOfColumn,
  written,
  writtenAfter,
} from "./describe.ts";
import { isNominal } from "./change-operands.ts";
import { waysToRead } from "./difference-operands.ts";
import { skip } from "./difference-rows.ts";
import type { Reading, Row } from "./difference-rows.ts";
import { findHint } from "./hint.ts";
import { hasPace } from "./pace-operands.ts";
import { watchedOperand, watching } from "./watch.ts";
import { judgeByConvention } from "./sign-convention.ts";
import type { ByConvention, Convention } from "./sign-convention.ts";

const ID = "difference-mismatch";

/**
 * A printed difference to 全市 or 全省开发区, in points, is the difference of the two rates, and a printed gap that of
 * value and target, 超(欠)进度 that of attainment and 序时进度, 增减额 that of the levels of this and last year, and 增减百分点
 * that of a rate now and before, rounded once. The column's majority sets the sign convention.
 */
export const differenceMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) =>
    context.index.columns
      .filter((column) => MEASURES.has(column.measure))
      .flatMap((column) => checkColumn(context, column)),
};

function checkColumn(context: CheckContext, column: Column): Outcome[] {
  let chosen: (Reading & ByConvention<Row>) | undefined;
  let skipped: readonly Outcome[] | undefined;
  for (const read of waysToRead(context, column)) {
    const reading = read();
    skipped ??= reading.skipped;
    if (reading.rows.length === 0) continue;
    const judged = { ...reading, ...judgeByConvention(reading.rows) };
    // 高于全省平均 without a unit may be of amounts: only where the column shows it.
    if (isOfAmounts(column, reading.rows) && standingOf(judged.judged) !== "established") continue;
    if (chosen === undefined || countFits(judged.judged) > countFits(chosen.judged))
      chosen = judged;
    if (standingOf(judged.judged) === "established") break;
  }
  if (chosen === undefined) return [...(skipped ?? [])];
  return [
    ...chosen.skipped,
    ...judgeColumn(chosen.convention, chosen.judged, isNamed(context, column)),
  ];
}

function isOfAmounts({ measure }: Column, rows: readonly Row[]): boolean {
  if (measure !== "difference") return false;
  return rows.some(({ ownReading }) => {
    const { measure: own, indicator } = ownReading.place.field;
    return own === "actual" && indicator.kind !== "rate";
  });
}

const MEASURES: ReadonlySet<Measure> = new Set([
  "difference",
  "gap",
  "increase",
  "pace-difference",
  "rate-change",
]);

/**
 * A gap names the target; a difference names its reference where its header does; an increase is of the two levels
 * beside it where last year's is not re-aligned by the statistics office.
 */
function isNamed({ index }: CheckContext, column: Column): boolean {
  if (column.measure === "gap") return true;
  // An office may have a plan of its own that the sheet does not print.
  if (column.measure === "pace-difference")
    return column.fields.every((field) => hasPace(index, field));
  if (column.measure === "rate-change") return column.fields.every(isOnLastYear);
  return column.measure === "increase"
    ? column.fields.every(({ indicator }) => isNominal(indicator))
    : column.fields.some((field) => field.against !== null);
}

/** 同比增减(百分点) says which two are compared, 比重变化 beside two years too; 增速变化 may be on any time before. */
function isOnLastYear({ path }: Field): boolean {
  const words = path.join("");
  return (
    /同比|上年|去年|比重|占比|结构/u.test(words) && !/[上比较](?:个)?[月季]|环比|年初/u.test(words)
  );
}

function judgeColumn(
  convention: Convention,
  judged: readonly (Row & Claim)[],
  named: boolean
): Outcome[] {
  const standing = standingOf(judged);
  if (standing !== "established" && !named) {
    return judged.map((row) => skip(row.claim, "relation-not-established"));
  }
  if (standing === "deviates") {
    const first = judged.find(({ verdict }) => verdict === "disagrees");
    if (first === undefined) return [];
    const rest = judged
      .filter((row) => row !== first)
      .map((row) => skip(row.claim, "relation-not-established"));
    // What few rows fit by chance tells no convention.
    const parts = judged.flatMap((row) => identityOf("signed", row) ?? []);
    return [found(findingOf(convention, first, judged), { kind: "column", parts }), ...rest];
  }
  return judged.map((row) => {
    const at = addressOf(row.place.index, row.claim.observation.at);
    const identity = identityOf(convention, row);
    return row.verdict === "disagrees"
      ? found(findingOf(convention, row, null), identity)
      : watching(
          passed(ID, at, row.verdict !== "agrees", identity),
          watchedDifference(convention, row, at)
        );
  });
}

function watchedDifference(convention: Convention, row: Row & Claim, at: Address): Watched {
  return {
    kind: "difference",
    at,
    stated: row.claim.stated.value,
    own: watchedOperand(row.ownOperand),
    other: watchedOperand(row.otherOperand),
    convention,
  };
}

/** claim − (own − other), turned as the column prints it; null where nothing is missing and nothing is printed. */
function identityOf(convention: Convention, row: Row & Claim): Identity | null {
  const { claim, ownReading, otherReading, otherOperand } = row;
  const difference = row.ownOperand.value - otherOperand.value;
  if (convention === "shortfall" && difference >= 0) return null;
  const isTurned =
    convention === "turned" ||
    convention === "shortfall" ||
    (convention === "magnitude" && difference < 0);
  const halves = [claim, ownReading, ...(otherReading === null ? [] : [otherReading])].map(
    ({ stated }) => printedHalf(stated)
  );
  const slack = halves.reduce((sum, half) => sum + half, 0);
  const other = otherReading === null ? [] : [otherReading];
  const constant = otherReading === null ? otherOperand.value : 0;
  const bounds = { low: -slack, high: slack };
  return isTurned
    ? { kind: "linear", plus: [claim, ownReading], minus: other, constant: -constant, ...bounds }
    : { kind: "linear", plus: [claim, ...other], minus: [ownReading], constant, ...bounds };
}

function findingOf(
  convention: Convention,
  row: Row & Claim,
  column: readonly (Row & Claim)[] | null
): Finding {
  const { claim, computed, ownOperand, otherOperand, place } = row;
  const decimals = shownDecimals(claim);
  const places = Math.max(decimals, ownOperand.decimals, otherOperand.decimals);
  const [from, taken] =
    convention === "turned" || convention === "shortfall"
      ? [otherOperand, ownOperand]
      : [ownOperand, otherOperand];
  const difference = `${written(from)} − ${writtenAfter(taken)}`;
  const shown = formatFixed(toNumber(computed.value), places);
  return {
    code: ID,
    class: "consistency",
    severity: column === null ? "error" : "warning",
    remark: column === null ? "none" : "required",
    subject: column === null ? subjectAt(place) : subjectOfColumn(place),
    at:
      column === null
        ? addressOf(place.index, claim.observation.at)
        : addressAround(
            place.index,
            column.map((other) => other.claim.observation.at)
          ),
    stated: claim.stated.value,
    expected: {
      low: roundRatio(computed.range.low, decimals).toNumber(),
      high: roundRatio(computed.range.high, decimals).toNumber(),
    },
    params: {
      rate: ownOperand.value,
      reference: otherOperand.value,
      referenceName: row.otherName,
      computed: roundRatio(computed.value, places).toNumber(),
      isGap: place.field.measure === "gap",
      wholeColumn: column !== null,
      hint: column === null ? findHint(claim.stated.value, computed.value, decimals) : null,
    },
    trace: {
      operands: [ownOperand, otherOperand, operandOf("stated", claim)],
      arithmetic:
        convention === "magnitude" ? `|${difference}| = ${shown}` : `${difference} = ${shown}`,
      allowed: toInterval(computed.range),
      decimals,
    },
    alternatives: [],
    consequences: [],
  };
}
