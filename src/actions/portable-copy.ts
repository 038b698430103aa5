import type { Applied, WorkbookPort, WritePlan } from "../core/index.ts";
import { formatOwnPart, parseOwnPart, success } from "../core/index.ts";
import type { NotRestored, Original, PortableCell } from "../core/portable/index.ts";
import {
  findTakenNames,
  parseOriginals,
  planPortableCopy,
  planRestore,
  putOriginals,
} from "../core/portable/index.ts";
import type { ActionResult } from "./action-result.ts";
import { NOTHING_WRITTEN, nothingDone } from "./action-result.ts";

export interface MadePortable {
  /** Every cell that called one of ours, and what became of it. */
  readonly cells: readonly PortableCell[];
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
  const { intents, originals, cells } = planPortableCopy(book);
  if (intents.length === 0) return success({ cells, applied: NOTHING_WRITTEN });
  const isReplaced = (one: Original): boolean =>
    originals.some(({ sheet, cell }) => sheet === one.sheet && cell === one.cell);
  const all = [...kept.originals.filter((one) => !isReplaced(one)), ...originals];
  const plan = [...partPlan(kept.sections, all, book.part), ...intents];
  const applied = await port.apply(plan);
  return applied.ok ? success({ cells, applied: applied.value }) : applied;
}

export interface Restored {
  readonly restored: readonly Original[];
  readonly left: readonly NotRestored[];
  readonly applied: Applied;
}

/** Brings the formulas of a portable copy back, character for character; what was changed since is left and told. */
export async function restorePortable(port: WorkbookPort): Promise<ActionResult<Restored>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const book = read.value;
  const kept = readKept(book.part);
  if (!kept.ok) return nothingDone(kept.failure);
  const { intents, restored, left, kept: still } = planRestore(book, kept.originals);
  if (intents.length === 0) return success({ restored, left, applied: NOTHING_WRITTEN });
  const applied = await port.apply([...intents, ...partPlan(kept.sections, still, book.part)]);
  return applied.ok ? success({ restored, left, applied: applied.value }) : applied;
}

type Kept =
  | {
      readonly ok: true;
      readonly sections: ReadonlyMap<string, string>;
      readonly originals: readonly Original[];
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
  const originals = parseOriginals(sections);
  return originals === undefined
    ? { ok: false, failure: { code: "originals-unreadable" } }
    : { ok: true, sections, originals };
}

function partPlan(
  sections: ReadonlyMap<string, string>,
  originals: readonly Original[],
  before: string | null
): WritePlan {
  const xml = formatOwnPart(putOriginals(sections, originals));
  if (xml !== null) return [{ kind: "put-part", xml }];
  return before === null ? [] : [{ kind: "remove-part" }];
}
