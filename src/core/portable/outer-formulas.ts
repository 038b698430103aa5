import type { Book, OuterFormula, OuterPlace, Sheet } from "../workbook/book.ts";
import { findSheet } from "../workbook/book.ts";
import type { SwappedOuter, WriteIntent } from "../workbook/write-plan.ts";
import { entryOf } from "./array-entry.ts";
import { isOneCell, namedCells } from "./names.ts";
import { withoutNewerSigns } from "./newer-signs.ts";
import { signsOf } from "./sign-knowledge.ts";
import type { NativeFormula, TargetLocator, ValueReason } from "./native-formula.ts";
import { toNative } from "./native-formula.ts";
import type { OuterOriginal } from "./outer-originals.ts";
import { isSamePlace } from "./outer-originals.ts";
import { tokensOf } from "./tokens.ts";

/** What became of a formula outside of the cells that calls one of ours. */
export interface PortableOuter {
  readonly place: OuterPlace;
  readonly became:
    | { readonly kind: "formula" }
    /** The table keeps no formula for the column any more: its cells hold values, or each a formula of its own. */
    | { readonly kind: "removed"; readonly reason: ValueReason }
    /** Nothing was changed there. A name has no value it could hold. */
    | {
        readonly kind: "left";
        readonly reason: ValueReason | "sheet-protected" | "host-refused";
      };
}

export interface OuterCopy {
  readonly intents: readonly WriteIntent[];
  readonly originals: readonly OuterOriginal[];
  readonly outer: readonly PortableOuter[];
}

/** Names and tables of the workbook without our functions. `locatorOf` finds targets for formulas of a sheet. */
export function planOuterCopy(
  book: Book,
  locatorOf: (book: Book, home: Sheet) => TargetLocator
): OuterCopy {
  const intents: WriteIntent[] = [];
  const originals: OuterOriginal[] = [];
  const outer: PortableOuter[] = [];
  for (const one of book.outerFormulas ?? []) {
    if (one.formula === null) continue;
    const home = homeOf(book, one.place);
    if (home === undefined) continue;
    const older = withoutNewerSigns(one.formula, signsOf(book, home, null)) ?? one.formula;
    const native = toNative(older, locatorFor(locatorOf(book, home)), namedCells(book, home));
    if (native.kind === "untouched") continue;
    const { became, swap } = convert({ ...one, formula: older }, native, book, home);
    outer.push({ place: one.place, became });
    if (swap === null) continue;
    intents.push({ kind: "swap-outer-formula", swap });
    originals.push({
      place: one.place,
      formula: one.formula,
      stored: one.stored ?? null,
      now: swap.formula,
      ...(swap.entry === "array" ? { entry: swap.entry } : {}),
    });
  }
  return { intents, originals, outer };
}

function homeOf(book: Book, { sheet }: OuterPlace): Sheet | undefined {
  return sheet === null ? book.sheets[0] : findSheet(book, sheet);
}

/**
 * What a name's relative reference points at depends on the cell that uses the name, what a table's formula points at on the
 * row: neither has one target.
 */
function locatorFor(locate: TargetLocator): TargetLocator {
  return (args) => (args.every(isFixed) ? locate(args) : undefined);
}

function isFixed(argument: string): boolean {
  return tokensOf(`=${argument}`).every(({ type, value }) => {
    if (type === "structured") return false;
    if (type !== "range" && type !== "range_beam" && type !== "range_ternary") return true;
    return FIXED.test(value.slice(value.lastIndexOf("!") + 1));
  });
}

const FIXED = /^(?:\$[A-Za-z]+)?(?:\$\d+)?(?::(?:\$[A-Za-z]+)?(?:\$\d+)?)?$/u;

function convert(
  { place, formula, isArray }: OuterFormula,
  native: Exclude<NativeFormula, { readonly kind: "untouched" }>,
  book: Book,
  home: Sheet
): { readonly became: PortableOuter["became"]; readonly swap: SwappedOuter | null } {
  const isName = place.kind === "name";
  if (!isName && home.isProtected) {
    return { became: { kind: "left", reason: "sheet-protected" }, swap: null };
  }
  // Excel calculates what a name says as an array always.
  const entry =
    isName || isArray === true ? "plain" : entryOf(formula ?? "", isOneCell(book, home));
  if (native.kind === "formula" && entry !== "unclear") {
    const swap = { place, formula: native.formula, ...(entry === "array" ? { entry } : {}) };
    return { became: { kind: "formula" }, swap };
  }
  const reason = native.kind === "value" ? native.reason : "intersection";
  return isName
    ? { became: { kind: "left", reason }, swap: null }
    : { became: { kind: "removed", reason }, swap: { place, formula: null } };
}

/** An original outside of the cells that could not be brought back; it stays kept. */
export interface OuterNotRestored {
  readonly place: OuterPlace;
  readonly reason: "name-missing" | "sheet-protected" | "changed" | "host-refused";
}

export interface OuterRestoration {
  readonly intents: readonly WriteIntent[];
  readonly restored: readonly OuterOriginal[];
  readonly left: readonly OuterNotRestored[];
  /** What has to be kept on. */
  readonly kept: readonly OuterOriginal[];
}

/**
 * Brings the originals back. What stands as it was before the copy needs nothing; so does a table the reader does not tell of:
 * Excel keeps its formulas in step with its cells.
 */
export function planOuterRestore(
  book: Book,
  originals: readonly OuterOriginal[]
): OuterRestoration {
  const intents: WriteIntent[] = [];
  const restored: OuterOriginal[] = [];
  const left: OuterNotRestored[] = [];
  const kept: OuterOriginal[] = [];
  for (const original of originals) {
    const { place, formula, stored, now, entry } = original;
    const found = book.outerFormulas?.find((one) => isSamePlace(one.place, place));
    if (found?.formula === formula || (found === undefined && place.kind !== "name")) continue;
    const isLocked = place.kind !== "name" && findSheet(book, place.sheet)?.isProtected === true;
    const reason =
      found === undefined
        ? "name-missing"
        : isLocked
          ? "sheet-protected"
          : found.formula === now
            ? null
            : "changed";
    if (reason !== null) {
      left.push({ place, reason });
      kept.push(original);
      continue;
    }
    const swap: SwappedOuter = {
      place,
      formula,
      ...(stored === null ? {} : { stored }),
      ...(entry === undefined ? {} : { entry: "plain" }),
    };
    intents.push({ kind: "swap-outer-formula", swap });
    restored.push(original);
  }
  return { intents, restored, left, kept };
}
