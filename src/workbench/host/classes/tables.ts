import type { EngineTable } from "../../engine/engine.ts";
import type { ClassTable } from "../class-table.ts";
import { itemNotFound } from "../host-error.ts";
import { Instance } from "../model.ts";
import type { TableState, WorldState } from "../model.ts";

export const tableCollection: ClassTable<WorldState> = {
  items: ({ world }) =>
    (world.engine.tables?.() ?? []).map(({ name }) => new Instance("Table", { world, name })),
  item: ({ world }, args) => new Instance("Table", { world, name: args.text(0) }),
};

function tableOf({ world, name }: TableState, location: string): EngineTable {
  const found = (world.engine.tables?.() ?? []).find((one) => one.name === name);
  if (found === undefined) throw itemNotFound(location);
  return found;
}

export const table: ClassTable<TableState> = {
  identity: ({ name }) => ({ _Id: name }),
  scalars: {
    Name: { since: "1.1", read: (state) => tableOf(state, "Table.name").name },
    ShowHeaders: { since: "1.1", read: (state) => tableOf(state, "Table.showHeaders").hasHeaders },
    ShowTotals: { since: "1.1", read: (state) => tableOf(state, "Table.showTotals").hasTotals },
  },
  links: {
    Worksheet: {
      since: "1.2",
      follow: (state) => {
        const { sheet } = tableOf(state, "Table.worksheet");
        return new Instance("Worksheet", { world: state.world, sheet });
      },
    },
  },
  methods: {
    GetRange: {
      since: "1.1",
      call: (state, args) => {
        const { sheet, area } = tableOf(state, args.location);
        return new Instance("Range", { world: state.world, sheet, area });
      },
    },
  },
};
