import { formatAddress } from "../../../core/index.ts";
import type { Area } from "../../../core/index.ts";
import type { Argument, Arguments } from "../arguments.ts";
import {
  requireReadable,
  toValueType,
  toWireValue,
  writeNumberFormats,
  writeTyped,
} from "../cells.ts";
import type { ClassTable } from "../class-table.ts";
import { invalidArgument } from "../host-error.ts";
import { Instance } from "../model.ts";
import type { RangeState } from "../model.ts";
import { shiftArea } from "../references.ts";
import { checkArea, readAddress, requireUnprotected, sheetOf, WHOLE_SHEET } from "../sheets.ts";
import type { Json } from "../wire.ts";
import { clearRange } from "./clear-range.ts";

function sub(state: RangeState, area: Area, location: string): Instance {
  return new Instance("Range", { ...state, area: checkArea(area, location) });
}

/** Reads something of every cell, for a range that has an end. */
function readable(state: RangeState, location: string): RangeState {
  sheetOf(state, location);
  requireReadable(state.area, location);
  return state;
}

function hiddenOf(hidden: ReadonlySet<number>, start: number, count: number): boolean | null {
  let found = 0;
  for (let i = start; i < start + count; i++) found += hidden.has(i) ? 1 : 0;
  if (found === 0) return false;
  return found === count ? true : null;
}

function areaOf(state: RangeState, argument: Argument, location: string): Area {
  if (typeof argument === "string") return readAddress(state, argument, location);
  if (!(argument instanceof Instance) || !argument.isA("Range"))
    throw invalidArgument(location, "A range or an address is missing.");
  if (argument.state.sheet !== state.sheet)
    throw invalidArgument(location, "The ranges are on different sheets.");
  return argument.state.area;
}

/** Properties asked of every row or column: {rowHidden: true, rowIndex: true}. Only those the add-in uses. */
function askedProperties(args: Arguments, known: readonly string[]): readonly string[] {
  const options = args.json(0);
  if (typeof options !== "object" || options === null)
    throw invalidArgument(args.location, "Properties to load are missing.");
  const asked = Object.entries(options)
    .filter(([, isAsked]) => isAsked === true)
    .map(([name]) => name);
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw invalidArgument(args.location, `emulator: ${unknown} is not implemented`);
  return asked;
}

export const range: ClassTable<RangeState> = {
  scalars: {
    Address: {
      since: "1.1",
      read: (state) =>
        formatAddress({ sheet: sheetOf(state, "Range.address").name, area: state.area }),
    },
    CellCount: { since: "1.1", read: ({ area }) => area.rows * area.columns },
    ColumnCount: { since: "1.1", read: ({ area }) => area.columns },
    ColumnHidden: {
      since: "1.2",
      read: ({ world, sheet, area }) =>
        hiddenOf(world.engine.hiddenColumns(sheet), area.column, area.columns),
    },
    ColumnIndex: { since: "1.1", read: ({ area }) => area.column },
    Formulas: {
      since: "1.1",
      read: (state) => {
        const { world, sheet, area } = readable(state, "Range.formulas");
        const values = world.engine.readValues(sheet, area);
        return world.engine
          .readFormulas(sheet, area)
          .map((row, r) => row.map((formula, c) => formula ?? toWireValue(values[r]?.[c] ?? null)));
      },
      write: writeTyped,
    },
    NumberFormat: {
      since: "1.1",
      read: (state) => {
        const { world, sheet, area } = readable(state, "Range.numberFormat");
        return world.engine.readNumberFormats(sheet, area);
      },
      write: writeNumberFormats,
    },
    RowCount: { since: "1.1", read: ({ area }) => area.rows },
    RowHidden: {
      since: "1.2",
      read: ({ world, sheet, area }) =>
        hiddenOf(world.engine.hiddenRows(sheet), area.row, area.rows),
    },
    RowIndex: { since: "1.1", read: ({ area }) => area.row },
    Text: {
      since: "1.1",
      read: (state) => {
        const { world, sheet, area } = readable(state, "Range.text");
        return world.engine.readText(sheet, area);
      },
    },
    Values: {
      since: "1.1",
      read: (state) => {
        const { world, sheet, area } = readable(state, "Range.values");
        return world.engine.readValues(sheet, area).map((row) => row.map(toWireValue));
      },
      write: writeTyped,
    },
    ValueTypes: {
      since: "1.1",
      read: (state) => {
        const { world, sheet, area } = readable(state, "Range.valueTypes");
        return world.engine.readValues(sheet, area).map((row) => row.map(toValueType));
      },
    },
  },
  links: {
    ConditionalFormats: {
      since: "1.6",
      follow: ({ area, ...state }) =>
        new Instance("ConditionalFormatCollection", { ...state, areas: [area] }),
    },
    // A new instance each: a part of a range may not answer with the range's reference.
    Format: { since: "1.1", follow: (state) => new Instance("RangeFormat", state) },
    Worksheet: {
      since: "1.1",
      follow: ({ world, sheet }) => new Instance("Worksheet", { world, sheet }),
    },
  },
  methods: {
    Clear: {
      since: "1.1",
      call: (state, args) => {
        requireUnprotected(state, args.location);
        clearRange(state, args.optionalText(0) ?? "All", args.location);
        return null;
      },
    },
    GetBoundingRect: {
      since: "1.1",
      call: (state, args) => {
        const other = areaOf(state, args.at(0), args.location);
        const row = Math.min(state.area.row, other.row);
        const column = Math.min(state.area.column, other.column);
        const bottom = Math.max(state.area.row + state.area.rows, other.row + other.rows);
        const right = Math.max(
          state.area.column + state.area.columns,
          other.column + other.columns
        );
        const area = { row, column, rows: bottom - row, columns: right - column };
        return sub(state, area, args.location);
      },
    },
    GetColumn: {
      since: "1.1",
      call: (state, args) => {
        const column = state.area.column + args.integer(0);
        return sub(state, { ...state.area, column, columns: 1 }, args.location);
      },
    },
    GetColumnProperties: {
      since: "1.9",
      call: (state, args) => {
        const { world, sheet, area } = readable(state, args.location);
        const asked = askedProperties(args, ["columnHidden", "columnIndex"]);
        const hidden = world.engine.hiddenColumns(sheet);
        return Array.from({ length: area.columns }, (_, i) => {
          const columnIndex = area.column + i;
          return pick(asked, { columnHidden: hidden.has(columnIndex), columnIndex });
        });
      },
    },
    GetRow: {
      since: "1.1",
      call: (state, args) => {
        const row = state.area.row + args.integer(0);
        return sub(state, { ...state.area, row, rows: 1 }, args.location);
      },
    },
    GetRowProperties: {
      since: "1.9",
      call: (state, args) => {
        const { world, sheet, area } = readable(state, args.location);
        const asked = askedProperties(args, ["rowHidden", "rowIndex"]);
        const hidden = world.engine.hiddenRows(sheet);
        return Array.from({ length: area.rows }, (_, i) => {
          const rowIndex = area.row + i;
          return pick(asked, { rowHidden: hidden.has(rowIndex), rowIndex });
        });
      },
    },
    GetSpillingToRangeOrNullObject: {
      since: "1.12",
      call: ({ area, ...state }) => {
        const spill = state.world.engine
          .spills(state.sheet)
          .find(({ row, column }) => row === area.row && column === area.column);
        return spill === undefined ? null : new Instance("Range", { ...state, area: spill });
      },
    },
    Select: {
      since: "1.1",
      call: (state, args) => {
        const { visibility } = sheetOf(state, args.location);
        if (visibility !== "visible")
          throw invalidArgument(args.location, "A range of a hidden sheet cannot be selected.");
        state.world.engine.select(state.sheet, state.area);
        return null;
      },
    },
    _KeepReference: { since: null, call: () => null },
    _ValidateArraySize: {
      since: null,
      call: ({ area }, args) => {
        if (area.rows !== args.integer(0) || area.columns !== args.integer(1))
          throw invalidArgument(
            args.location,
            "The number of rows or columns in the input array doesn't match the size or dimensions of the range."
          );
        return null;
      },
    },
  },
};

function pick(
  asked: readonly string[],
  properties: Readonly<Record<string, Json>>
): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => asked.includes(name)));
}

/** Holds a range for the add-in; its area follows the cells. */
export function keepRange(instance: Instance<"Range">): string {
  const { state } = instance;
  return state.world.references.keep(instance, (edit) => {
    if (edit.sheet !== state.sheet || state.area === WHOLE_SHEET) return;
    state.area = shiftArea(state.area, edit) ?? { ...state.area, rows: 1, columns: 1 };
  });
}
