import type { Area } from "../../core/index.ts";
import type { EngineEdit } from "../engine/engine.ts";

/** What the add-in holds on to between batches. A held range follows its cells when rows or columns come and go. */
export class References<T> {
  private readonly held = new Map<string, { value: T; shift: (edit: EngineEdit) => void }>();
  private last = 0;

  keep(value: T, shift: (edit: EngineEdit) => void): string {
    this.last += 1;
    const id = `reference-${this.last}`;
    this.held.set(id, { value, shift });
    return id;
  }

  find(id: string): T | undefined {
    return this.held.get(id)?.value;
  }

  remove(id: string): void {
    this.held.delete(id);
  }

  clear(): void {
    this.held.clear();
  }

  get size(): number {
    return this.held.size;
  }

  shift(edit: EngineEdit): void {
    for (const { shift } of this.held.values()) shift(edit);
  }
}

/** An area after rows or columns were put in or taken out of its sheet; null where nothing of it is left. */
export function shiftArea(area: Area, edit: EngineEdit): Area | null {
  switch (edit.change) {
    case "edited":
      return area;
    case "rows-inserted":
      return withRows(area, inserted(area.row, area.rows, edit.area.row, edit.area.rows));
    case "rows-deleted":
      return withRows(area, deleted(area.row, area.rows, edit.area.row, edit.area.rows));
    case "columns-inserted":
      return withColumns(
        area,
        inserted(area.column, area.columns, edit.area.column, edit.area.columns)
      );
    case "columns-deleted":
      return withColumns(
        area,
        deleted(area.column, area.columns, edit.area.column, edit.area.columns)
      );
  }
}

type Span = readonly [start: number, length: number];

function inserted(start: number, length: number, at: number, count: number): Span {
  if (at <= start) return [start + count, length];
  return at < start + length ? [start, length + count] : [start, length];
}

function deleted(start: number, length: number, at: number, count: number): Span {
  const lost = Math.max(0, Math.min(start + length, at + count) - Math.max(start, at));
  const before = Math.max(0, Math.min(start, at + count) - at);
  return [start - before, length - lost];
}

function withRows(area: Area, [row, rows]: Span): Area | null {
  return rows === 0 ? null : { ...area, row, rows };
}

function withColumns(area: Area, [column, columns]: Span): Area | null {
  return columns === 0 ? null : { ...area, column, columns };
}
