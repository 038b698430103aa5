import type { Style } from "../style.ts";
import { GENERAL } from "./general.ts";
import { JINCHENG } from "./jincheng.ts";
import { YUNCHENG } from "./yuncheng.ts";

/** The styles that come along, each with the name a command line may type. */
const STYLES: readonly (readonly [Style, string])[] = [
  [YUNCHENG, "yuncheng"],
  [JINCHENG, "jincheng"],
  [GENERAL, "general"],
];

export const STYLE_NAMES: readonly string[] = STYLES.map(([{ name }]) => name);

export function findStyle(name: string): Style | undefined {
  const wanted = name.trim().toLowerCase();
  return STYLES.find(([style, id]) => style.name === wanted || id === wanted)?.[0];
}

/** The style of the city a workbook speaks of; 通用 where it has none, or speaks of several. */
export function styleOfCities(cities: readonly (string | null)[]): Style {
  const named = new Set(cities.filter((city) => city !== null));
  const [city] = named;
  if (named.size !== 1 || city === undefined) return GENERAL;
  return STYLES.find(([style]) => style.cities.includes(city))?.[0] ?? GENERAL;
}

/** The name that was probably meant: it begins alike, or is a slip away. */
export function nearestStyle(name: string): string | null {
  const wanted = name.trim().toLowerCase();
  let best: { readonly name: string; readonly slips: number } | null = null;
  for (const [style, id] of STYLES) {
    for (const known of [style.name, id]) {
      const isPart = wanted.length > 1 && (known.includes(wanted) || wanted.includes(known));
      const slips = isPart ? 0 : countSlips(known, wanted);
      const isNear = slips <= Math.max(1, Math.floor(known.length / 3));
      if (isNear && (best === null || slips < best.slips)) best = { name: known, slips };
    }
  }
  return best?.name ?? null;
}

/** Letters to add, drop or change (Levenshtein); names longer than any style's are none of them. */
function countSlips(a: string, b: string): number {
  if (b.length > 50) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}
