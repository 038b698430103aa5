import type { EngineFormat } from "../../engine/engine.ts";
import type { ClassTable, Scalar } from "../class-table.ts";
import { invalidArgument } from "../host-error.ts";
import { Instance } from "../model.ts";
import type { RangeState } from "../model.ts";
import { requireUnprotected } from "../sheets.ts";
import type { Json } from "../wire.ts";

/** A property is null where the cells of the range differ in it; more cells than this are not compared. */
const MAX_COMPARED = 10_000;

function formatScalar<K extends keyof EngineFormat>(
  since: string,
  name: string,
  key: K,
  toWire: (value: EngineFormat[K]) => Json,
  fromWire: (value: Json, location: string) => EngineFormat[K]
): Scalar<RangeState> {
  return {
    since,
    read: ({ world, sheet, area }) => {
      if (area.rows * area.columns > MAX_COMPARED)
        throw invalidArgument(name, "emulator: the range is too big to compare its formats");
      const seen = new Set<EngineFormat[K]>();
      for (let r = 0; r < area.rows; r++)
        for (let c = 0; c < area.columns; c++)
          seen.add(
            world.engine.readFormat(sheet, { row: area.row + r, column: area.column + c })[key]
          );
      const [first] = seen;
      return first === undefined || seen.size > 1 ? null : toWire(first);
    },
    write: (state, value, location) => {
      requireUnprotected(state, location);
      const change: Partial<EngineFormat> = {};
      change[key] = fromWire(value, location);
      state.world.engine.writeFormat(state.sheet, state.area, change);
    },
  };
}

function toTruth(value: Json, location: string): boolean {
  if (typeof value !== "boolean") throw invalidArgument(location, "A truth value is expected.");
  return value;
}

/** #RGB and #RRGGBB become #RRGGBB; HTML names are not needed. */
export function toColor(value: Json, location: string): string {
  const match = typeof value === "string" ? /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value) : null;
  const digits = match?.[1];
  if (digits === undefined) throw invalidArgument(location, "A colour is written #RRGGBB.");
  const full = digits.length === 3 ? digits.replaceAll(/./g, "$&$&") : digits;
  return `#${full.toUpperCase()}`;
}

const ALIGNMENTS: readonly EngineFormat["horizontal"][] = ["general", "left", "center", "right"];

function toAlignment(value: Json, location: string): EngineFormat["horizontal"] {
  const found = ALIGNMENTS.find((alignment) => capital(alignment) === value);
  if (found === undefined) throw invalidArgument(location, "emulator: this alignment is unknown");
  return found;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export const rangeFormat: ClassTable<RangeState> = {
  scalars: {
    ColumnWidth: {
      since: "1.2",
      write: (state, value, location) => {
        requireUnprotected(state, location);
        if (typeof value !== "number" || value < 0)
          throw invalidArgument(location, "A width is a number of points.");
        for (let c = 0; c < state.area.columns; c++)
          state.world.engine.setColumnWidth(state.sheet, state.area.column + c, value);
      },
    },
    HorizontalAlignment: formatScalar(
      "1.1",
      "RangeFormat.horizontalAlignment",
      "horizontal",
      capital,
      toAlignment
    ),
    WrapText: formatScalar("1.1", "RangeFormat.wrapText", "wrap", (wrap) => wrap, toTruth),
  },
  links: {
    Fill: { since: "1.1", follow: (state) => new Instance("RangeFill", state) },
    Font: { since: "1.1", follow: (state) => new Instance("RangeFont", state) },
  },
};

export const rangeFill: ClassTable<RangeState> = {
  scalars: {
    Color: formatScalar("1.1", "RangeFill.color", "fill", (fill) => fill ?? "#FFFFFF", toColor),
  },
  methods: {
    Clear: {
      since: "1.1",
      call: (state, args) => {
        requireUnprotected(state, args.location);
        state.world.engine.writeFormat(state.sheet, state.area, { fill: null });
        return null;
      },
    },
  },
};

export const rangeFont: ClassTable<RangeState> = {
  scalars: {
    Bold: formatScalar("1.1", "RangeFont.bold", "bold", (bold) => bold, toTruth),
    Color: formatScalar(
      "1.1",
      "RangeFont.color",
      "fontColor",
      (color) => color ?? "#000000",
      toColor
    ),
    Italic: formatScalar("1.1", "RangeFont.italic", "italic", (italic) => italic, toTruth),
  },
};
