import type { Range } from "./function-columns.ts";

/**
 * What one would write by hand for numbers of a form: the results of the functions, in doubles, without a look at what
 * stands in a cell.
 */

/** 1 + how many are larger: sorted once, then looked up. */
export function rankValues(values: Range<number>): unknown[][] {
  const sorted = Float64Array.from(values, (row) => row[0] ?? 0).sort();
  const out: unknown[][] = [];
  for (const row of values) {
    const value = row[0] ?? 0;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    out.push([1 + sorted.length - low]);
  }
  return out;
}

/** 吻合, 尾差 or 不符, by the digits each number is written with. */
export function verdictOnShare(
  stated: Range<number>,
  parts: Range<number>,
  wholes: Range<number>
): unknown[][] {
  const out: unknown[][] = [];
  for (let row = 0; row < stated.length; row += 1) {
    const printed = stated[row]?.[0] ?? 0;
    const part = parts[row]?.[0] ?? 0;
    const whole = wholes[row]?.[0] ?? 0;
    const half = halfOf(printed);
    const [ofPart, ofWhole] = [halfOf(part), halfOf(whole)];
    const low = ((part - ofPart) / (whole + ofWhole)) * 100;
    const high = ((part + ofPart) / (whole - ofWhole)) * 100;
    if (Math.abs((part / whole) * 100 - printed) <= half) out.push(["吻合"]);
    else out.push([low <= printed + half && high >= printed - half ? "尾差" : "不符"]);
  }
  return out;
}

/** Half of the last digit a number is written with. */
function halfOf(value: number): number {
  const text = String(value);
  const point = text.indexOf(".");
  return 0.5 / 10 ** (point < 0 ? 0 : text.length - point - 1);
}

/** The wholes of a percentage of two places, all lists as long as the longest. */
export function listWholes(counts: Range<number>, percents: Range<number>): unknown[][] {
  const lists: number[][] = [];
  let longest = 1;
  for (let row = 0; row < counts.length; row += 1) {
    const count = counts[row]?.[0] ?? 0;
    const percent = percents[row]?.[0] ?? 0;
    const list: number[] = [];
    const last = Math.floor((count * 100) / (percent - 0.005));
    for (let whole = Math.floor((count * 100) / (percent + 0.005)); whole <= last; whole += 1) {
      if (whole >= count && Math.round((count / whole) * 10_000) / 100 === percent)
        list.push(whole);
    }
    if (list.length > longest) longest = list.length;
    lists.push(list);
  }
  const out: unknown[][] = [];
  for (const list of lists) {
    const cells = new Array<unknown>(longest);
    for (let index = 0; index < longest; index += 1) cells[index] = list[index] ?? "";
    out.push(cells);
  }
  return out;
}

/** Exceptions by indicator and zone, else the indicator's own target. */
export function lookUpTargets(
  zones: Range<string>,
  indicators: Range<string>,
  rules: Range
): unknown[][] {
  const targets = new Map<unknown, Map<unknown, unknown>>();
  for (const [indicator, , scope, , target] of rules.slice(1)) {
    const ofIndicator = targets.get(indicator) ?? new Map<unknown, unknown>();
    targets.set(indicator, ofIndicator.set(scope, target));
  }
  const out: unknown[][] = [];
  for (let row = 0; row < zones.length; row += 1) {
    const ofIndicator = targets.get(indicators[row]?.[0]);
    out.push([ofIndicator?.get(zones[row]?.[0]) ?? ofIndicator?.get("全部开发区")]);
  }
  return out;
}
