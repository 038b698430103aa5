import Big from "big.js";
import type { Finding, SumCause } from "../findings/finding.ts";
import { toDecimal } from "../model/decimal.ts";
import type { NumberReading } from "../model/table-index.ts";
import { areaOfCell } from "../workbook/address.ts";
import { findingOf } from "./sum-finding.ts";
import type { Sum } from "./sum.ts";

/** Standard deviations beyond which the rounding of so many members is hardly all there is. */
const FAR = 3.3;
/** Of few members every difference is likely enough. */
const FEWEST_MEMBERS = 20;

/**
 * A typed total within what rounding allows, yet beyond 3.3·u·√((n+1)/12): of sixty rounded members the worst case is
 * 30.5 last digits, and 7 are already rare. Told as information.
 */
export function largeTail(judged: Sum): Finding | undefined {
  const { total, members, sum, allowance } = judged;
  const isTyped = [total, ...members].every(
    ({ stated, observation }) => observation.formula === null && stated.precision === "stated"
  );
  if (!isTyped || allowance.isOwnFormula || members.length < FEWEST_MEMBERS) return undefined;
  const decimals = total.place.index.columnOf.get(total.place.field)?.decimals ?? 0;
  const spread = Math.max(...members.map(({ stated }) => stated.spread ?? 0));
  const digit = 10 ** -decimals + 2 * spread;
  const usual = FAR * digit * Math.sqrt((members.length + 1) / 12);
  const off = toDecimal(total.stated.value).minus(sum).abs();
  if (off.lte(new Big(usual))) return undefined;
  return told(judged, { kind: "large-tail", usual: Number(usual.toPrecision(2)) });
}

/** A total that shows counts rows which do not show: the printed page will not add up. */
export function hiddenMembers(judged: Sum): Finding | undefined {
  const { total, members } = judged;
  const hidden = members.filter(
    ({ observation, stated }) => isHidden(observation) && stated.value !== 0
  );
  // With all of them folded away only totals are printed.
  if (isHidden(total.observation) || hidden.length === 0 || hidden.length === members.length)
    return undefined;
  return told(judged, {
    kind: "hidden",
    cells: hidden.map(({ observation }) => areaOfCell(observation.at)),
  });
}

function isHidden(observation: NumberReading["observation"]): boolean {
  return observation.isHidden;
}

function told(judged: Sum, cause: SumCause): Finding {
  const finding = findingOf(judged, "cell");
  return finding.code === "sum-mismatch"
    ? {
        ...finding,
        severity: "information",
        remark: "optional",
        params: { ...finding.params, cause, hint: null },
      }
    : finding;
}
