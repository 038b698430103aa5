import type { FunctionRecord } from "../measures/index.ts";
import { formatOwnDigits } from "../findings/format-number.ts";
import type { Locale } from "../findings/locale.ts";
import type { CallResult, ExplainedCall } from "./explain-formula.ts";
import type { CallOperand } from "./operand.ts";

/**
 * The function's calculation with the numbers in the place of the names: 9.3 − 16 = −6.7. Null where a calculation is no
 * arithmetic over single numbers (a look-up, a rank, a range), or has no result.
 */
export function wordArithmetic(
  call: Pick<ExplainedCall, "record" | "operands" | "results" | "unrounded">,
  locale: Locale
): string | null {
  const [first] = call.results?.[0] ?? [];
  const isOne = call.results?.length === 1 && call.results[0]?.length === 1;
  if (first?.ok !== true || !isOne) return null;
  const numbers = numbersByName(call.record, call.operands, locale);
  if (numbers === null) return null;
  const text = locale === "zh-CN" ? call.record.formula.zh : call.record.formula.en;
  const filled = fillIn(text, numbers);
  if (filled === null) return null;
  // 达到 stands in the formula of ZONE_STATUS already, and says which of its words.
  if (typeof first.value === "string")
    return `${filled.split(" → ")[0] ?? filled} → ${first.value}`;
  return `${filled} = ${resultText(first, call.unrounded)}`;
}

function resultText(result: CallResult, unrounded: CallResult | null): string {
  const word = (one: CallResult): string => {
    if (!one.ok) return "";
    return typeof one.value === "number" ? formatOwnDigits(one.value) : one.value;
  };
  if (unrounded?.ok !== true) return word(result);
  const [before, after] = [word(unrounded), word(result)];
  return before === after ? after : `${before} ≈ ${after}`;
}

/** The operands that are single numbers, by the names the formula gives them; null where one is none. */
function numbersByName(
  record: FunctionRecord,
  operands: readonly CallOperand[],
  locale: Locale
): ReadonlyMap<string, string> | null {
  const numbers = new Map<string, string>();
  for (const [index, parameter] of record.parameters.entries()) {
    if (parameter.kind === "decimals") continue;
    if (parameter.kind === "comparison") {
      // Another comparison than the formula's own would make the line untrue.
      if (operands[index] !== undefined && operands[index].text !== "") return null;
      continue;
    }
    const value = operands[index]?.input?.value;
    if (parameter.kind !== "number" || typeof value !== "number") return null;
    const name = locale === "zh-CN" ? parameter.name.zh : parameter.name.en;
    numbers.set(name, formatOwnDigits(Number(value.toPrecision(15))));
  }
  return numbers;
}

/** A negative number stands in brackets unless it comes first; a name is no part of a longer one. */
function fillIn(text: string, numbers: ReadonlyMap<string, string>): string | null {
  const names = [...numbers.keys()].sort((a, b) => b.length - a.length);
  if (!names.some((name) => text.includes(name))) return null;
  let filled = "";
  let at = 0;
  while (at < text.length) {
    const name = names.find((one) => standsAt(text, one, at));
    if (name === undefined) {
      filled += text[at] ?? "";
      at += 1;
      continue;
    }
    const number = numbers.get(name) ?? "";
    filled += number.startsWith("−") && filled !== "" ? `(${number})` : number;
    at += name.length;
  }
  return filled;
}

/** English names are words: the total in "total_prior" is none. */
function standsAt(text: string, name: string, at: number): boolean {
  if (!text.startsWith(name, at)) return false;
  const isLatin = /^\w/u.test(name);
  const around = `${text[at - 1] ?? " "}${text[at + name.length] ?? " "}`;
  return !isLatin || !/\w/u.test(around);
}
