import { formatAddress } from "../../../core/index.ts";
import type { ClassTable } from "../class-table.ts";
import { Instance } from "../model.ts";
import type { RangeAreasState } from "../model.ts";
import { shiftArea } from "../references.ts";
import { sheetOf } from "../sheets.ts";

export const rangeAreas: ClassTable<RangeAreasState> = {
  scalars: {
    Address: {
      since: "1.9",
      read: (state) => {
        const { name } = sheetOf(state, "RangeAreas.address");
        return state.areas.map((area) => formatAddress({ sheet: name, area })).join(",");
      },
    },
    AreaCount: { since: "1.9", read: ({ areas }) => areas.length },
  },
  links: {
    ConditionalFormats: {
      since: "1.9",
      follow: (state) => new Instance("ConditionalFormatCollection", state),
    },
    Worksheet: {
      since: "1.9",
      follow: ({ world, sheet }) => new Instance("Worksheet", { world, sheet }),
    },
  },
  methods: {
    _KeepReference: { since: null, call: () => null },
  },
};

export function keepAreas(instance: Instance<"RangeAreas">): string {
  const { state } = instance;
  return state.world.references.keep(instance, (edit) => {
    if (edit.sheet !== state.sheet) return;
    state.areas = state.areas.flatMap((area) => shiftArea(area, edit) ?? []);
  });
}
