import type { Applied, OuterPlace, SetFormula, WorkbookPort, WritePlan } from "../core/index.ts";
import { formatCell, formatOwnPart, parseOwnPart, success } from "../core/index.ts";
import type {
  NotRestored,
  Original,
  OuterNotRestored,
  OuterOriginal,
  PortableCell,
  PortableOuter,
} from "../core/portable/index.ts";
import {
  findTakenNames,
  isSamePlace,
  parseOriginals,
  parseOuterOriginals,
  planOuterRestore,
  planPortableCopy,
  planRestore,
  putOriginals,
  putOuterOriginals,
} from "../core/portable/index.ts";
import type { ActionResult } from "./action-result.ts";
import { NOTHING_WRITTEN, nothingDone } from "./action-result.ts";

export interface MadePortable {
  /** Every cell that called one of ours, and what became of it. */
  readonly cells: readonly PortableCell[];
  /** Every name and table column whose formula did. */
  readonly outer: readonly PortableOuter[];
  /** Validations, conditional formats and charts that call one, which stay as they are. */
  readonly settings: readonly SetFormula[];
  readonly applied: Applied;
}

/**
 * 可移植副本: every formula of ours becomes a native one or its value, so that the workbook opens right where the add-in is
 * missing. The originals are kept in our XML part. A name of the workbook that hides a function is told before anything is
 * changed: nobody can say which of the two its formulas mean.
 */
export async function makePortable(port: WorkbookPort): Promise<ActionResult<MadePortable>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const book = read.value;
  const [taken] = findTakenNames(book);
  if (taken !== undefined) return nothingDone({ code: "name-taken", name: taken });
  const kept = readKept(book.part);
  if (!kept.ok) return nothingDone(kept.failure);
  const { intents, originals, cells, outer, outerOriginals, settings } = planPortableCopy(book);
  if (intents.length === 0) return success({ cells, outer, settings, applied: NOTHING_WRITTEN });
  const isReplaced = (one: Original): boolean =>
    originals.some(({ sheet, cell }) => sheet === one.sheet && cell === one.cell);
  const isOuterReplaced = (one: OuterOriginal): boolean =>
    outerOriginals.some(({ place }) => isSamePlace(place, one.place));
  const all = {
    cells: [...kept.originals.cells.filter((one) => !isReplaced(one)), ...originals],
    outer: [...kept.originals.outer.filter((one) => !isOuterReplaced(one)), ...outerOriginals],
  };
  const plan = [...partPlan(kept.sections, all, book.part), ...intents];
  const applied = await port.apply(plan);
  if (!applied.ok) return applied;
  // An original kept for a name that was refused does no harm: it stands in its place already.
  const refused = refusedPlaces(applied.value);
  const refusedCells = cellsRefused(applied.value);
  const toldCells = cells.map((one): PortableCell =>
    refusedCells.has(`${one.sheet}!${one.cell}`)
      ? { ...one, became: { kind: "left", reason: "host-refused" } }
      : one
  );
  const told = outer.map((one): PortableOuter =>
    refused.some((place) => isSamePlace(place, one.place))
      ? { place: one.place, became: { kind: "left", reason: "host-refused" } }
      : one
  );
  return success({ cells: toldCells, outer: told, settings, applied: withoutTold(applied.value) });
}

/** Cells Excel did not let change, as sheet!A1. */
function cellsRefused({ refused }: Applied): ReadonlySet<string> {
  return new Set(
    refused.flatMap(({ intent, reason }) =>
      intent.kind === "swap-formulas" && reason === "host-refused"
        ? intent.cells.map(({ at }) => `${intent.sheet}!${formatCell(at)}`)
        : []
    )
  );
}

/** Places outside of the cells whose formula was not taken. */
function refusedPlaces({ refused }: Applied): readonly OuterPlace[] {
  return refused.flatMap(({ intent }) =>
    intent.kind === "swap-outer-formula" ? [intent.swap.place] : []
  );
}

/** What was refused, but for the formulas that are told one by one. */
function withoutTold({ done, refused }: Applied): Applied {
  return {
    done,
    refused: refused.filter(
      ({ intent, reason }) =>
        intent.kind !== "swap-outer-formula" &&
        !(intent.kind === "swap-formulas" && reason === "host-refused")
    ),
  };
}

export interface Restored {
  readonly restored: readonly Original[];
  readonly left: readonly NotRestored[];
  /** Names and table columns, likewise. */
  readonly outerRestored: readonly OuterOriginal[];
  readonly outerLeft: readonly OuterNotRestored[];
  readonly applied: Applied;
}

/** Brings the formulas of a portable copy back, character for character; what was changed since is left and told. */
export async function restorePortable(port: WorkbookPort): Promise<ActionResult<Restored>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const book = read.value;
  const kept = readKept(book.part);
  if (!kept.ok) return nothingDone(kept.failure);
  const cells = planRestore(book, kept.originals.cells);
  const outer = planOuterRestore(book, kept.originals.outer);
  const intents = [...outer.intents, ...cells.intents];
  const still = { cells: cells.kept, outer: outer.kept };
  const isSettled =
    still.cells.length === kept.originals.cells.length &&
    still.outer.length === kept.originals.outer.length;
  const outcome = {
    restored: cells.restored,
    left: cells.left,
    outerRestored: outer.restored,
    outerLeft: outer.left,
  };
  if (isSettled) return success({ ...outcome, applied: NOTHING_WRITTEN });
  const applied = await port.apply([...intents, ...partPlan(kept.sections, still, book.part)]);
  if (!applied.ok) return applied;
  const refused = {
    places: refusedPlaces(applied.value),
    cells: cellsRefused(applied.value),
  };
  const told = { ...outcome, applied: withoutTold(applied.value) };
  if (refused.places.length === 0 && refused.cells.size === 0) return success(told);
  return keepRefused(port, told, refused, {
    sections: kept.sections,
    still,
    before: book.part,
  });
}

/** What Excel did not take back stays kept, and is told. */
async function keepRefused(
  port: WorkbookPort,
  outcome: Restored,
  refused: { readonly places: readonly OuterPlace[]; readonly cells: ReadonlySet<string> },
  part: {
    readonly sections: ReadonlyMap<string, string>;
    readonly still: Originals;
    readonly before: string | null;
  }
): Promise<ActionResult<Restored>> {
  const isRefused = ({ place }: OuterOriginal): boolean =>
    refused.places.some((one) => isSamePlace(one, place));
  const isRefusedCell = ({ sheet, cell }: Original): boolean =>
    refused.cells.has(`${sheet}!${cell}`);
  const left = outcome.outerRestored.filter(isRefused);
  const leftCells = outcome.restored.filter(isRefusedCell);
  const still = {
    cells: [...part.still.cells, ...leftCells],
    outer: [...part.still.outer, ...left],
  };
  const applied = await port.apply(partPlan(part.sections, still, part.before));
  if (!applied.ok) return applied;
  return success({
    ...outcome,
    restored: outcome.restored.filter((one) => !isRefusedCell(one)),
    left: [
      ...outcome.left,
      ...leftCells.map(({ sheet, cell }): NotRestored => ({ sheet, cell, reason: "host-refused" })),
    ],
    outerRestored: outcome.outerRestored.filter((one) => !isRefused(one)),
    outerLeft: [
      ...outcome.outerLeft,
      ...left.map(({ place }): OuterNotRestored => ({ place, reason: "host-refused" })),
    ],
  });
}

interface Originals {
  readonly cells: readonly Original[];
  readonly outer: readonly OuterOriginal[];
}

type Kept =
  | {
      readonly ok: true;
      readonly sections: ReadonlyMap<string, string>;
      readonly originals: Originals;
    }
  | {
      readonly ok: false;
      readonly failure:
        | { readonly code: "part-too-new"; readonly version: number }
        | { readonly code: "originals-unreadable" };
    };

/** What is kept already. A part nobody can read holds nothing that could be brought back, and is not written over. */
function readKept(xml: string | null): Kept {
  const part = parseOwnPart(xml);
  if (part.kind === "newer") {
    return { ok: false, failure: { code: "part-too-new", version: part.version } };
  }
  if (part.kind === "unreadable") return { ok: false, failure: { code: "originals-unreadable" } };
  const sections = part.kind === "read" ? part.sections : new Map<string, string>();
  const cells = parseOriginals(sections);
  const outer = parseOuterOriginals(sections);
  return cells === undefined || outer === undefined
    ? { ok: false, failure: { code: "originals-unreadable" } }
    : { ok: true, sections, originals: { cells, outer } };
}

function partPlan(
  sections: ReadonlyMap<string, string>,
  { cells, outer }: Originals,
  before: string | null
): WritePlan {
  const xml = formatOwnPart(putOuterOriginals(putOriginals(sections, cells), outer));
  if (xml !== null) return [{ kind: "put-part", xml }];
  return before === null ? [] : [{ kind: "remove-part" }];
}
