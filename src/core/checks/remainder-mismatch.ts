import type { Outcome } from "../evaluation/evaluation.ts";
import { toNumber } from "../model/ratio.ts";
import type { Column, NumberReading } from "../model/table-index.ts";
import type { Check, CheckContext } from "./check.ts";
import { countFits, standingOf } from "./column-verdict.ts";
import { addressOf, found, notEvaluable, passed } from "./describe.ts";
import { watching } from "./watch.ts";
import { bestRows, claimsOf, readRows } from "./remainder-rows.ts";
import type { RemainderRow } from "./remainder-rows.ts";
import { identityOfRemainder, remainderFinding, watchedRemainder } from "./remainder-finding.ts";

const ID = "remainder-mismatch";

/**
 * What is done and what remains add up to the total: counts exactly, amounts within rounding. 还需完成 is what remains of
 * the target where its column shows it (月均需完成 is not), and nothing where the target is met.
 */
export const remainderMismatch: Check = {
  id: ID,
  severity: "error",
  run: (context) => {
    const { columns } = context.index;
    const remaining = new Map<string, Column[]>();
    for (const column of columns.filter(({ measure }) => measure === "remaining")) {
      const id = column.fields[0]?.indicator.id ?? "";
      remaining.set(id, [...(remaining.get(id) ?? []), column]);
    }
    return [
      ...[...remaining.values()].flatMap((group) => checkGroup(context, group)),
      ...columns
        .filter(({ measure }) => measure === "needed")
        .flatMap((column) => checkNeeded(context, column)),
    ];
  },
};

/** 已整改 | 正在整改 | 未整改: where several columns of what remains make the total together, none does alone. */
function checkGroup(context: CheckContext, columns: readonly Column[]): Outcome[] {
  const last = columns.at(-1);
  if (last === undefined || columns.length === 1)
    return columns.flatMap((column) => checkColumn(context, column));
  const others = columns.slice(0, -1).flatMap(({ fields }) => fields);
  const together = bestRows(context, last, others);
  const alone = columns.map((column) => bestRows(context, column, []));
  const isAlone =
    alone.some((rows) => standingOf(rows) === "established") ||
    Math.max(...alone.map(countFits)) > countFits(together);
  return isAlone || together.length === 0
    ? columns.flatMap((column) => checkColumn(context, column))
    : judgeRows(together);
}

/** A total may add up what its zones need, which is more than it lacks itself where some of them are ahead. */
function checkNeeded(context: CheckContext, column: Column): Outcome[] {
  const rows = readRows(context, column, ["target", "actual"]).filter(
    ({ claim, computed, verdict }) => {
      const isMet = claim.stated.value === 0 && toNumber(computed.value) <= 0;
      const isOfTotal = claim.place.subject.role !== "zone" && claim.place.subject.role !== "part";
      return !isMet && !(isOfTotal && verdict === "disagrees");
    }
  );
  return standingOf(rows) === "established"
    ? judgeRows(rows)
    : rows.map(({ claim }) => skip(claim, "relation-not-established"));
}

function checkColumn(context: CheckContext, column: Column): Outcome[] {
  const best = bestRows(context, column, []);
  const seen = new Set(best.map(({ claim }) => claim.observation));
  const left = claimsOf(context, column).filter((claim) => !seen.has(claim.observation));
  const skipped = left.map((claim) => skip(claim, "missing-operand"));
  return [...skipped, ...judgeRows(best)];
}

function judgeRows(rows: readonly RemainderRow[]): Outcome[] {
  const [first] = rows;
  if (first === undefined) return [];
  const standing = standingOf(rows);
  if (standing === "deviates") {
    const rest = rows.slice(1).map(({ claim }) => skip(claim, "relation-not-established"));
    return [found(remainderFinding(first, rows)), ...rest];
  }
  // 目标 − 完成 is what remains only where the column shows it.
  const isOpen = first.total.place.field.measure === "target" && standing !== "established";
  return rows.map((row) => {
    const at = addressOf(row.claim.place.index, row.claim.observation.at);
    const identity = identityOfRemainder(row);
    if (row.verdict !== "disagrees") {
      const outcome = passed(ID, at, row.verdict !== "agrees", identity);
      return isOpen || row.others.length > 0 ? outcome : watching(outcome, watchedRemainder(row));
    }
    return isOpen
      ? skip(row.claim, "relation-not-established")
      : found(remainderFinding(row, null), identity);
  });
}

function skip(claim: NumberReading, reason: "missing-operand" | "relation-not-established") {
  return notEvaluable(ID, addressOf(claim.place.index, claim.observation.at), reason);
}
