import type { Outcome } from "../evaluation/evaluation.ts";
import { countDecimals, roundTo } from "../model/decimal.ts";
import { push } from "../model/push.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading } from "../model/table-index.ts";
import type { Target } from "../rules/target.ts";
import { toTarget } from "../rules/target.ts";
import type { ColumnRule } from "../rules/target-columns.ts";
import { isOtherStanding } from "../rules/tier-words.ts";
import type { Check, CheckContext } from "./check.ts";
import { addressOf, found, operandOf, passed } from "./describe.ts";
import { addressOfOrigin, inUnitOf } from "./target-at.ts";
import { ID, isOtherTime, targetFinding } from "./target-mismatch.ts";

/**
 * A target that two places of a book write is the same in both: 河津 17 in one sheet and 16 in another, or in the title
 * above its column, is a question that names the two cells. Columns that agree in no zone are of two targets.
 */
export const repeatedTargets: Check = {
  id: ID,
  severity: "warning",
  run: (context) => {
    const columns = context.targets.columns.get(context.index) ?? [];
    const pairs = new Map<string, Pair[]>();
    for (const column of columns) {
      const pair = pairOf(context, column);
      if (pair === undefined) continue;
      const { sheet } = pair.other.origin.kind === "target-column" ? pair.other.origin : EMPTY;
      push(pairs, `${column.field.index}|${column.rule.indicator}|${sheet}`, pair);
    }
    return [...pairs.values()].flatMap((rows) => judgeColumn(context, rows));
  },
};

const EMPTY = { sheet: "" };

/** A target cell, and what is written elsewhere for the same zone. */
interface Pair {
  readonly column: ColumnRule;
  readonly reading: NumberReading;
  readonly other: Target;
  /** In the unit of the cell. */
  readonly value: number;
  readonly agrees: boolean;
}

function pairOf(context: CheckContext, column: ColumnRule): Pair | undefined {
  const { index } = context;
  const { rule, field } = column;
  const subject = index.table.subjects[column.subject];
  if (subject?.role !== "zone" || column.stands !== "in-cell") return undefined;
  if (rule.tier !== "assessed" || rule.relativeTo !== null) return undefined;
  const reading = readPlace(index, subject, field);
  if (reading.kind === "none") return undefined;
  for (const { rule: own } of context.targets.elsewhere(index, column)) {
    const other = toTarget(own);
    const value = inUnitOf(other, field.unit);
    if (value === undefined || own.relativeTo !== null) continue;
    if (isOtherTime(rule, own) || isOtherStanding(rule.standing, own.standing)) continue;
    if (rule.comparison !== own.comparison) continue;
    return { column, reading, other, value, agrees: isSame(reading, value) };
  }
  return undefined;
}

/** 12.35亿元 and 123456万元: the same to the digits that both print. */
function isSame({ stated }: NumberReading, value: number): boolean {
  const decimals = Math.min(stated.decimals, countDecimals(value));
  return roundTo(stated.value, decimals) === roundTo(value, decimals);
}

function judgeColumn(context: CheckContext, pairs: readonly Pair[]): readonly Outcome[] {
  const isShown = pairs.some(({ agrees }) => agrees);
  const isAlone = pairs.length === 1 && pairs.every(isOfOneStanding);
  if (!isShown && !isAlone) return [];
  return pairs.map(({ column, reading, other, value, agrees }) => {
    const { index } = context;
    const at = addressOf(index, reading.observation.at);
    if (agrees) return passed(ID, at, false);
    const { subject } = reading.place;
    const place = { index, subject, field: column.field };
    const finding = targetFinding(place, operandOf("stated", reading), other, value, at);
    const there = addressOfOrigin(other.origin);
    return found({
      ...finding,
      severity: "warning",
      remark: "required",
      // Which of the two is right nobody knows.
      alternatives: there === null ? [] : [[there]],
    });
  });
}

function isOfOneStanding({ column, other }: Pair): boolean {
  return column.rule.standing === other.rule.standing;
}
