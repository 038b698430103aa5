import type { EngineEdit } from "./engine.ts";

/** Follows rows and columns that come and go; one that goes again (undo) leaves no trace. */
export class MovedLines {
  readonly #moves = new Map<string, EngineEdit[]>();

  note(edit: EngineEdit): void {
    if (edit.change === "edited") return;
    const moves = this.#moves.get(edit.sheet) ?? [];
    const last = moves.at(-1);
    if (last !== undefined && isInverse(last, edit)) moves.pop();
    else moves.push(edit);
    this.#moves.set(edit.sheet, moves);
  }

  has(sheet: string): boolean {
    return (this.#moves.get(sheet)?.length ?? 0) > 0;
  }
}

const INVERSE = {
  edited: "edited",
  "rows-inserted": "rows-deleted",
  "rows-deleted": "rows-inserted",
  "columns-inserted": "columns-deleted",
  "columns-deleted": "columns-inserted",
} as const;

function isInverse(a: EngineEdit, b: EngineEdit): boolean {
  if (INVERSE[a.change] !== b.change) return false;
  return a.change.startsWith("rows")
    ? a.area.row === b.area.row && a.area.rows === b.area.rows
    : a.area.column === b.area.column && a.area.columns === b.area.columns;
}
