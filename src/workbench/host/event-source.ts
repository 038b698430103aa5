import { formatArea } from "../../core/index.ts";
import type { Area } from "../../core/index.ts";
import type { EngineEdit } from "../engine/engine.ts";
import type { MessageEntry } from "./wire.ts";

/** Message types of the events the add-in listens to. */
export const EVENT = {
  changed: 10,
  activated: 11,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
} as const;
export type EventType = (typeof EVENT)[keyof typeof EVENT];

/** Events of collections go to this target, events of an object to its id. */
export const WORKBOOK_TARGET = "Workbook";

const EVENT_CATEGORY = 65536;

const CHANGE_TYPES: Readonly<Record<EngineEdit["change"], string>> = {
  edited: "RangeEdited",
  "rows-inserted": "RowInserted",
  "rows-deleted": "RowDeleted",
  "columns-inserted": "ColumnInserted",
  "columns-deleted": "ColumnDeleted",
};

/** Who did it: the user at this computer, this add-in, or a co-author elsewhere. */
export type EditSource = "user" | "api" | "remote";

interface PendingEdit {
  readonly sheet: string;
  readonly area: Area;
  readonly change: EngineEdit["change"];
  readonly source: EditSource;
}

/**
 * Events to the add-in: only to those who registered, once for the sheet and once for the collection, and coalesced over
 * a batch: the library writes a big block in pieces, and Excel tells of it once.
 */
export class EventSource {
  private readonly registered = new Set<string>();
  private pending: PendingEdit[] = [];

  constructor(
    private readonly post: (entries: readonly MessageEntry[]) => void,
    private readonly keepRange: (sheet: string, area: Area) => string
  ) {}

  register(type: EventType, target: string): void {
    this.registered.add(`${type}|${target}`);
  }

  unregister(type: EventType, target: string): void {
    this.registered.delete(`${type}|${target}`);
  }

  /** The add-in was loaded anew. */
  clear(): void {
    this.registered.clear();
    this.pending = [];
  }

  edited(edit: PendingEdit): void {
    const last = this.pending.at(-1);
    const joined = last === undefined ? null : join(last, edit);
    if (joined === null) this.pending.push(edit);
    else this.pending[this.pending.length - 1] = joined;
  }

  flush(): void {
    const edits = this.pending;
    this.pending = [];
    for (const edit of edits) this.fireChanged(edit);
  }

  selected(sheet: string, area: Area): void {
    const args = { worksheetId: sheet, address: formatArea(area) };
    this.fire(EVENT.selectionChanged, sheet, () => args);
  }

  activated(sheet: string): void {
    this.fire(EVENT.activated, sheet, () => ({ worksheetId: sheet }));
  }

  added(sheet: string): void {
    this.fire(EVENT.added, sheet, () => ({ worksheetId: sheet, source: "Local" }));
  }

  deleted(sheet: string): void {
    this.fire(EVENT.deleted, sheet, () => ({ worksheetId: sheet, source: "Local" }));
  }

  private fireChanged(edit: PendingEdit): void {
    this.fire(
      EVENT.changed,
      edit.sheet,
      () => ({
        changeType: CHANGE_TYPES[edit.change],
        source: edit.source === "remote" ? "Remote" : "Local",
        worksheetId: edit.sheet,
        address: formatArea(edit.area),
        referenceId: this.keepRange(edit.sheet, edit.area),
        shiftDirection: "None",
        triggerSource: edit.source === "api" ? "ThisLocalAddin" : "Unknown",
      }),
      edit.source
    );
  }

  private fire(
    type: EventType,
    sheet: string,
    args: () => Readonly<Record<string, string>>,
    source: EditSource = "user"
  ): void {
    const targets = [sheet, WORKBOOK_TARGET].filter((target) =>
      this.registered.has(`${type}|${target}`)
    );
    if (targets.length === 0) return;
    this.post(
      targets.map((target) => [
        EVENT_CATEGORY,
        type,
        target,
        JSON.stringify(args()),
        "",
        source === "remote",
      ])
    );
  }
}

/** One edit out of two pieces that lie exactly below each other, else null. */
function join(a: PendingEdit, b: PendingEdit): PendingEdit | null {
  const isPiece =
    a.sheet === b.sheet &&
    a.change === "edited" &&
    b.change === "edited" &&
    a.source === b.source &&
    a.area.column === b.area.column &&
    a.area.columns === b.area.columns;
  if (!isPiece) return null;
  if (b.area.row === a.area.row && b.area.rows === a.area.rows) return a;
  if (b.area.row !== a.area.row + a.area.rows) return null;
  return { ...a, area: { ...a.area, rows: a.area.rows + b.area.rows } };
}
