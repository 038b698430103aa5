import { locateTargets, lookUpTargets } from "../measures/index.ts";
import type { AskedWords, TargetsFound } from "../measures/index.ts";
import type { CellRef } from "../workbook/address.ts";
import type { Book, Sheet } from "../workbook/book.ts";
import { evaluateArgument } from "./evaluate-argument.ts";
import type { TargetLocator } from "./native-formula.ts";

/**
 * Where the targets of ZONE_TARGET calls stand, for formulas of a sheet, and of a cell of it where they stand in one. Words
 * the cells tell are looked up now, as they are; a word that Excel calculates in ways unknown here may be any the workbook
 * holds. The rules themselves have to be known.
 */
export function locatorOf(book: Book, sheet: Sheet, at: CellRef | null = null): TargetLocator {
  return (args) => {
    const [zone = "", indicator = "", rules = ""] = args;
    const home = { book, sheet, at };
    const table = evaluateArgument(rules, home);
    if (table === undefined) return undefined;
    const words = [zone, indicator].map((text) => evaluateArgument(text, home));
    const [z, i] = words;
    if (z !== undefined && i !== undefined) return locateTargets(z.value, i.value, table.value);
    const known = words.find((word) => word !== undefined)?.value;
    if (words.some((word) => word !== undefined)) {
      if (Array.isArray(known)) return undefined;
      if (typeof known !== "string" || known === "") {
        return { error: (known ?? "") === "" ? "#N/A" : "#VALUE!" };
      }
    }
    const asked = {
      zone: z === undefined ? null : String(known),
      indicator: i === undefined ? null : String(known),
    };
    return lookUpOnce(book, asked, table.value);
  };
}

/** Formulas filled down ask for the same words of the same rules. */
const LOOKED_UP = new WeakMap<
  Book,
  { readonly texts: readonly string[]; readonly found: Map<string, TargetsFound> }
>();

function lookUpOnce(book: Book, asked: AskedWords, rules: unknown): TargetsFound {
  const known = LOOKED_UP.get(book) ?? {
    texts: textsIn(book),
    found: new Map<string, TargetsFound>(),
  };
  LOOKED_UP.set(book, known);
  const key = JSON.stringify([asked, rules]);
  if (!known.found.has(key)) known.found.set(key, lookUpTargets(asked, known.texts, rules));
  return known.found.get(key);
}

const MOST_TEXTS = 5_000;

/** The distinct texts of a workbook, as far as they may be names. */
function textsIn(book: Book): readonly string[] {
  const texts = new Set<string>();
  for (const { values } of book.sheets) {
    for (const row of values) {
      for (const value of row) {
        if (typeof value === "string" && texts.size < MOST_TEXTS) texts.add(value);
      }
    }
  }
  return [...texts];
}
