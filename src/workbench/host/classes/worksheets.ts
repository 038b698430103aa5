import type { EngineSheet } from "../../engine/engine.ts";
import type { ClassTable, Method } from "../class-table.ts";
import { EVENT, WORKBOOK_TARGET } from "../event-source.ts";
import type { EventType } from "../event-source.ts";
import { HostError, invalidArgument, itemNotFound } from "../host-error.ts";
import { Instance } from "../model.ts";
import type { SheetState, World, WorldState } from "../model.ts";
import {
  checkArea,
  checkSheetName,
  findSheet,
  readAddress,
  requireOpenStructure,
  sheetOf,
} from "../sheets.ts";

/** getRanges takes no longer address. */
const MAX_ADDRESS = 8192;

const VISIBILITY: Readonly<Record<EngineSheet["visibility"], string>> = {
  visible: "Visible",
  hidden: "Hidden",
  "very-hidden": "VeryHidden",
};

function worksheetOf(world: World, sheet: EngineSheet): Instance {
  return new Instance("Worksheet", { world, sheet: sheet.id });
}

/** The pair of methods by which the library starts and stops listening to an event. */
function listening<State extends WorldState>(
  name: string,
  type: EventType,
  since: string,
  targetOf: (state: State) => string
): Record<string, Method<State>> {
  return {
    [`_Register${name}Event`]: {
      since,
      call: (state) => {
        state.world.events.register(type, targetOf(state));
        return null;
      },
    },
    [`_Unregister${name}Event`]: {
      since,
      call: (state) => {
        state.world.events.unregister(type, targetOf(state));
        return null;
      },
    },
  };
}

const ofWorkbook = (): string => WORKBOOK_TARGET;
const ofSheet = ({ sheet }: SheetState): string => sheet;

export const worksheetCollection: ClassTable<WorldState> = {
  items: ({ world }) => world.engine.sheets().map((sheet) => worksheetOf(world, sheet)),
  item: ({ world }, args) => {
    const sheet = findSheet(world, args.text(0));
    if (sheet === undefined) throw itemNotFound(args.location);
    return worksheetOf(world, sheet);
  },
  methods: {
    Add: {
      since: "1.1",
      call: ({ world }, args) => {
        requireOpenStructure(world, args.location);
        const name = args.optionalText(0) ?? freeName(world);
        checkSheetName(world, name, args.location);
        const sheet = world.engine.addSheet(name);
        world.events.added(sheet.id);
        return worksheetOf(world, sheet);
      },
    },
    GetActiveWorksheet: {
      since: "1.1",
      call: ({ world }) => new Instance("Worksheet", { world, sheet: world.engine.activeSheet() }),
    },
    GetCount: { since: "1.4", call: ({ world }) => world.engine.sheets().length },
    GetItemOrNullObject: {
      since: "1.4",
      call: ({ world }, args) => {
        const sheet = findSheet(world, args.text(0));
        return sheet === undefined ? null : worksheetOf(world, sheet);
      },
    },
    ...listening("Activated", EVENT.activated, "1.7", ofWorkbook),
    ...listening("Added", EVENT.added, "1.7", ofWorkbook),
    ...listening("DataChanged", EVENT.changed, "1.9", ofWorkbook),
    ...listening("Deleted", EVENT.deleted, "1.7", ofWorkbook),
    ...listening("SelectionChanged", EVENT.selectionChanged, "1.9", ofWorkbook),
  },
};

function freeName(world: World): string {
  for (let n = world.engine.sheets().length + 1; ; n++) {
    const name = `Sheet${n}`;
    if (findSheet(world, name) === undefined) return name;
  }
}

export const worksheet: ClassTable<SheetState> = {
  identity: ({ sheet }) => ({ Id: sheet }),
  scalars: {
    Id: { since: "1.1", read: ({ sheet }) => sheet },
    Name: { since: "1.1", read: (state) => sheetOf(state, "Worksheet.name").name },
    Position: {
      since: "1.1",
      read: ({ world, sheet }) => world.engine.sheets().findIndex(({ id }) => id === sheet),
    },
    Visibility: {
      since: "1.1",
      read: (state) => VISIBILITY[sheetOf(state, "Worksheet.visibility").visibility],
    },
  },
  links: {
    FreezePanes: { since: "1.7", follow: (state) => new Instance("WorksheetFreezePanes", state) },
    Names: { since: "1.4", follow: (state) => new Instance("NamedItemCollection", state) },
    Protection: { since: "1.2", follow: (state) => new Instance("WorksheetProtection", state) },
  },
  methods: {
    Activate: {
      since: "1.1",
      call: (state, args) => {
        if (sheetOf(state, args.location).visibility !== "visible")
          throw new HostError("InvalidOperation", "A hidden sheet cannot be shown.", args.location);
        state.world.engine.activate(state.sheet);
        return null;
      },
    },
    Delete: {
      since: "1.1",
      call: (state, args) => {
        requireOpenStructure(state.world, args.location);
        const { visibility } = sheetOf(state, args.location);
        const visible = state.world.engine.sheets().filter((s) => s.visibility === "visible");
        if (visibility === "very-hidden" || (visibility === "visible" && visible.length === 1))
          throw new HostError("InvalidOperation", "This sheet cannot be deleted.", args.location);
        state.world.engine.removeSheet(state.sheet);
        state.world.events.deleted(state.sheet);
        return null;
      },
    },
    GetCell: {
      since: "1.1",
      call: (state, args) => {
        const cell = { row: args.integer(0), column: args.integer(1), rows: 1, columns: 1 };
        return new Instance("Range", { ...state, area: checkArea(cell, args.location) });
      },
    },
    GetRange: {
      since: "1.1",
      call: (state, args) => {
        sheetOf(state, args.location);
        const area = readAddress(state, args.optionalText(0), args.location);
        return new Instance("Range", { ...state, area });
      },
    },
    GetRangeByIndexes: {
      since: "1.7",
      call: (state, args) => {
        sheetOf(state, args.location);
        const area = {
          row: args.integer(0),
          column: args.integer(1),
          rows: args.integer(2),
          columns: args.integer(3),
        };
        return new Instance("Range", { ...state, area: checkArea(area, args.location) });
      },
    },
    GetRanges: {
      since: "1.9",
      call: (state, args) => {
        sheetOf(state, args.location);
        const address = args.text(0);
        if (address.length > MAX_ADDRESS)
          throw invalidArgument(args.location, "The address is too long.");
        const areas = address
          .split(",")
          .map((part) => readAddress(state, part.trim(), args.location));
        return new Instance("RangeAreas", { ...state, areas });
      },
    },
    GetUsedRangeOrNullObject: {
      since: "1.4",
      call: (state, args) => {
        sheetOf(state, args.location);
        // The spreadsheet knows filled cells; formatted ones alone the add-in has no use for.
        if (!args.isTrue(0))
          throw new HostError(
            "NotImplemented",
            "emulator: the used range is known with valuesOnly alone",
            args.location
          );
        const area = state.world.engine.usedArea(state.sheet);
        return area === null ? null : new Instance("Range", { ...state, area });
      },
    },
    ...listening("Activated", EVENT.activated, "1.7", ofSheet),
    ...listening("DataChanged", EVENT.changed, "1.7", ofSheet),
    ...listening("SelectionChanged", EVENT.selectionChanged, "1.7", ofSheet),
  },
};

export const worksheetProtection: ClassTable<SheetState> = {
  scalars: {
    Protected: {
      since: "1.2",
      read: (state) => sheetOf(state, "WorksheetProtection.protected").isProtected,
    },
  },
};

export const worksheetFreezePanes: ClassTable<SheetState> = {
  methods: {
    FreezeRows: {
      since: "1.7",
      call: (state, args) => {
        sheetOf(state, args.location);
        state.world.engine.freezeRows(state.sheet, args.integer(0));
        return null;
      },
    },
  },
};
