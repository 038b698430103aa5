import type { ConditionalLook, EngineConditionalFormat } from "../../engine/engine.ts";
import type { ClassTable } from "../class-table.ts";
import { HostError, invalidArgument, itemNotFound } from "../host-error.ts";
import { Instance } from "../model.ts";
import type { BorderState, FormatState, RangeAreasState } from "../model.ts";
import { requireUnprotected } from "../sheets.ts";
import type { Json } from "../wire.ts";
import { toColor } from "./range-format.ts";

const TYPES: Readonly<Record<EngineConditionalFormat["type"], string>> = {
  custom: "Custom",
  "cell-value": "CellValue",
  "color-scale": "ColorScale",
  "data-bar": "DataBar",
  "icon-set": "IconSet",
  other: "PresetCriteria",
};

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

const LINES: Readonly<Record<string, "continuous" | "dot" | "dash">> = {
  Continuous: "continuous",
  Dot: "dot",
  Dash: "dash",
};

function formatOf(state: FormatState, location: string): EngineConditionalFormat {
  const found = state.world.formats.find(state.sheet, state.format);
  if (found === undefined) throw itemNotFound(location);
  return found;
}

function changeLook(state: FormatState, change: Partial<ConditionalLook>, location: string): void {
  requireUnprotected(state, location);
  state.world.formats.changeLook(state.format, change, location);
}

export const conditionalFormatCollection: ClassTable<RangeAreasState> = {
  items: ({ world, sheet, areas }) =>
    world.formats
      .list(sheet, areas)
      .map(({ id }) => new Instance("ConditionalFormat", { world, sheet, format: id })),
  item: ({ world, sheet }, args) => {
    const state = { world, sheet, format: args.text(0) };
    formatOf(state, args.location);
    return new Instance("ConditionalFormat", state);
  },
  methods: {
    Add: {
      since: "1.6",
      call: (state, args) => {
        requireUnprotected(state, args.location);
        const type = args.text(0);
        if (type !== "Custom")
          throw new HostError(
            "NotImplemented",
            `emulator: a conditional format of type ${type} is not implemented`,
            args.location
          );
        const format = state.world.formats.add(state.sheet, state.areas);
        return new Instance("ConditionalFormat", {
          world: state.world,
          sheet: state.sheet,
          format,
        });
      },
    },
    GetCount: {
      since: "1.6",
      call: ({ world, sheet, areas }) => world.formats.list(sheet, areas).length,
    },
  },
};

export const conditionalFormat: ClassTable<FormatState> = {
  identity: ({ format }) => ({ Id: format }),
  scalars: {
    Id: { since: "1.6", read: ({ format }) => format },
    Priority: {
      since: "1.6",
      read: ({ world, sheet, format }) => world.formats.priority(sheet, format),
    },
    StopIfTrue: {
      since: "1.6",
      read: (state) => formatOf(state, "ConditionalFormat.stopIfTrue").stopIfTrue,
    },
    Type: {
      since: "1.6",
      read: (state) => TYPES[formatOf(state, "ConditionalFormat.type").type],
    },
  },
  links: {
    Custom: {
      since: "1.6",
      follow: (state) => {
        if (formatOf(state, "ConditionalFormat.custom").type !== "custom")
          throw invalidArgument("ConditionalFormat.custom", "The format is of another type.");
        return new Instance("CustomConditionalFormat", state);
      },
    },
    CustomOrNullObject: {
      since: "1.6",
      follow: (state) =>
        formatOf(state, "ConditionalFormat.customOrNullObject").type === "custom"
          ? new Instance("CustomConditionalFormat", state)
          : null,
    },
  },
  methods: {
    Delete: {
      since: "1.6",
      call: (state, args) => {
        requireUnprotected(state, args.location);
        state.world.formats.remove(state.sheet, state.format, args.location);
        return null;
      },
    },
    GetRanges: {
      since: "1.9",
      call: ({ world, sheet, format }, args) => {
        const { areas } = formatOf({ world, sheet, format }, args.location);
        return new Instance("RangeAreas", { world, sheet, areas });
      },
    },
  },
};

export const customConditionalFormat: ClassTable<FormatState> = {
  links: {
    Format: { since: "1.6", follow: (state) => new Instance("ConditionalRangeFormat", state) },
    Rule: { since: "1.6", follow: (state) => new Instance("ConditionalFormatRule", state) },
  },
};

export const conditionalFormatRule: ClassTable<FormatState> = {
  scalars: {
    Formula: {
      since: "1.6",
      read: (state) => formatOf(state, "ConditionalFormatRule.formula").formula ?? "",
      write: (state, value, location) => {
        requireUnprotected(state, location);
        if (typeof value !== "string") throw invalidArgument(location, "A formula is a text.");
        state.world.formats.setFormula(state.format, value, location);
      },
    },
  },
};

export const conditionalRangeFormat: ClassTable<FormatState> = {
  links: {
    Borders: {
      since: "1.6",
      follow: (state) => new Instance("ConditionalRangeBorderCollection", state),
    },
    Fill: { since: "1.6", follow: (state) => new Instance("ConditionalRangeFill", state) },
    Font: { since: "1.6", follow: (state) => new Instance("ConditionalRangeFont", state) },
  },
};

export const conditionalRangeFill: ClassTable<FormatState> = {
  scalars: {
    Color: {
      since: "1.6",
      write: (state, value, location) => {
        changeLook(state, { fill: toColor(value, location) }, location);
      },
    },
  },
};

export const conditionalRangeFont: ClassTable<FormatState> = {
  scalars: {
    Bold: {
      since: "1.6",
      write: (state, value, location) => {
        changeLook(state, { bold: value === true }, location);
      },
    },
    Color: {
      since: "1.6",
      write: (state, value, location) => {
        changeLook(state, { fontColor: toColor(value, location) }, location);
      },
    },
  },
};

function borderOf(state: FormatState, edge: string, location: string): Instance {
  if (!EDGES.some((known) => known === edge))
    throw invalidArgument(location, `${edge} is not the edge of a cell.`);
  return new Instance("ConditionalRangeBorder", { ...state, edge });
}

export const conditionalRangeBorderCollection: ClassTable<FormatState> = {
  items: (state) => EDGES.map((edge) => new Instance("ConditionalRangeBorder", { ...state, edge })),
  item: (state, args) => borderOf(state, args.text(0), args.location),
};

const NO_BORDER = { color: "#000000", style: "continuous" } as const;

/** The spreadsheet draws one border all round; what is set on the edges must be the same. */
function changeBorder(
  state: BorderState,
  change: Partial<NonNullable<ConditionalLook["border"]>>,
  location: string
): void {
  const border = state.world.formats.look(state.format)?.border ?? NO_BORDER;
  changeLook(state, { border: { ...border, ...change } }, location);
}

function toLine(value: Json, location: string): "continuous" | "dot" | "dash" {
  const line = typeof value === "string" ? LINES[value] : undefined;
  if (line === undefined) throw invalidArgument(location, "emulator: this line is unknown");
  return line;
}

export const conditionalRangeBorder: ClassTable<BorderState> = {
  scalars: {
    Color: {
      since: "1.6",
      write: (state, value, location) => {
        changeBorder(state, { color: toColor(value, location) }, location);
      },
    },
    SideIndex: { since: "1.6", read: ({ edge }) => edge },
    Style: {
      since: "1.6",
      write: (state, value, location) => {
        changeBorder(state, { style: toLine(value, location) }, location);
      },
    },
  },
};
