import { sum } from "../model/decimal.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { Watched } from "../findings/watched.ts";
import { formatFixed } from "../findings/format-number.ts";
import { toInterval } from "../model/interval.ts";
import { printedHalf } from "../model/printed-half.ts";
import { roundRatio, toNumber } from "../model/ratio.ts";
import type { NumberReading } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { addressOf, operandOf, written } from "./describe.ts";
import { aboutCell, aboutColumn, asCount } from "./relation.ts";
import { watchedReading } from "./watch.ts";
import type { RemainderRow } from "./remainder-rows.ts";

const ID = "remainder-mismatch";

export function watchedRemainder({ claim, total, done }: RemainderRow): Watched {
  const { unit } = claim.place.field;
  const factorOf = ({ place }: NumberReading): number => unitFactor(place.field.unit, unit) ?? 1;
  const [whole, part] = [asCount(total), asCount(done)];
  return {
    kind: "remainder",
    at: addressOf(claim.place.index, claim.observation.at),
    severity: "error",
    total: watchedReading("total", whole, factorOf(whole)),
    done: watchedReading("done", part, factorOf(part)),
    rest: watchedReading("stated", claim),
  };
}

/** claim + done − total; null where the three are not in one unit. */
export function identityOfRemainder({ claim, total, done, others }: RemainderRow): Identity | null {
  const unit = claim.place.field.unit;
  const isSame = [total, done, ...others].every(
    ({ place }) => unitFactor(place.field.unit, unit) === 1
  );
  if (!isSame) return null;
  const parts = [claim, asCount(done), ...others.map(asCount)];
  const whole = asCount(total);
  const rounded = total.place.field.measure === "target" ? parts : [...parts, whole];
  const slack = rounded.reduce((sum, { stated }) => sum + printedHalf(stated), 0);
  return {
    kind: "linear",
    plus: parts,
    minus: [whole],
    constant: 0,
    low: -slack,
    high: slack,
  };
}

export function remainderFinding(
  { claim, total, done, others, computed }: RemainderRow,
  column: readonly RemainderRow[] | null
) {
  const operands = [
    operandOf("total", total),
    operandOf("done", done),
    operandOf("stated", claim),
  ] as const;
  const left = others.map((other) => operandOf("remaining", other));
  const taken = [operands[1], ...left].map((operand) => written(operand)).join(" − ");
  const decimals = Math.max(...operands.map((operand) => operand.decimals));
  const shown = roundRatio(computed.value, decimals).toNumber();
  const about = {
    expected: { low: toNumber(computed.range.low), high: toNumber(computed.range.high) },
    operands: [...operands.slice(0, 2), ...left, operands[2]],
    arithmetic: `${written(operands[0])} − ${taken} = ${formatFixed(shown, decimals)}`,
    allowed: toInterval(computed.range),
    decimals,
  };
  return {
    ...(column === null
      ? aboutCell(claim, { ...about, severity: "error" })
      : aboutColumn(
          claim,
          column.map((row) => row.claim),
          about
        )),
    code: ID,
    params: {
      done: sum([operands[1], ...left].map(({ value }) => value)),
      parts: 1 + left.length,
      total: operands[0].value,
      computed: shown,
      unit: claim.place.field.unit?.name ?? null,
      wholeColumn: column !== null,
    },
  } as const;
}
