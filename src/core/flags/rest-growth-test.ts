import { slackFor } from "./cell-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { native } from "./native-formula.ts";
import type { Term, Written } from "./term.ts";
import { guarded } from "./term.ts";

/** A level, and last year's: printed, or what the level and its growth imply. */
export interface Level {
  readonly now: Term;
  readonly before: Term;
  readonly from: "prior" | "growth";
}

export interface RestGrowth {
  readonly zones: Level;
  readonly city: Level;
  /** As printed; null: what the city's two levels give. */
  readonly cityGrowth: Term | null;
  readonly apart: number;
  readonly part: number;
}

interface Figure {
  readonly formula: NativeFormula;
  readonly value: number;
}

/** The rest of the city, the city less its zones, grows so many points faster or slower than the city. */
export function restGrowthTest({ zones, city, cityGrowth, apart, part }: RestGrowth): Written {
  const [zonesBefore, cityBefore] = [beforeOf(zones), beforeOf(city)];
  const rest = minus(city.now, zones.now);
  const restBefore = minus(cityBefore, zonesBefore);
  const grown = growthOf(rest, restBefore);
  const usual = cityGrowth ?? growthOf(city.now, cityBefore);
  const off = native`ABS(${grown.formula}-${usual.formula})>${apart}+1E-9`;
  const isLarge = native`${restBefore.formula}>${cityBefore.formula}*${part}`;
  const terms = [zones, city].flatMap(({ now, before }) => [now, before]);
  return {
    write: () =>
      guarded(
        withoutRepeats(cityGrowth === null ? terms : [...terms, cityGrowth]),
        native`AND(${rest.formula}>0,${isLarge},${off})`
      ),
    variant: `${zones.from}|${city.from}|${cityGrowth === null ? "levels" : "printed"}`,
    holds:
      rest.value > 0 &&
      restBefore.value > cityBefore.value * part &&
      Math.abs(grown.value - usual.value) > apart + slackFor(apart),
  };
}

/** The growth that tells last year's level is the city's own growth too; a cell is counted once. */
function withoutRepeats(terms: readonly Term[]): readonly Term[] {
  const seen = new Set<string>();
  return terms.filter(({ cell }) => {
    if (cell === null) return true;
    const key = `${cell.row},${cell.column}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function beforeOf({ now, before, from }: Level): Figure {
  if (from === "prior") return before;
  return {
    formula: native`(${now.formula}/(1+${before.formula}/100))`,
    value: now.value / (1 + before.value / 100),
  };
}

function minus(a: Figure, b: Figure): Figure {
  return { formula: native`(${a.formula}-${b.formula})`, value: a.value - b.value };
}

function growthOf(now: Figure, before: Figure): Figure {
  return {
    formula: native`((${now.formula}/${before.formula}-1)*100)`,
    value: (now.value / before.value - 1) * 100,
  };
}
