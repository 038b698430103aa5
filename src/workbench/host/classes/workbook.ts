import type { ClassTable } from "../class-table.ts";
import { itemNotFound } from "../host-error.ts";
import { Instance } from "../model.ts";
import type { WorldState } from "../model.ts";

export const workbook: ClassTable<WorldState> = {
  scalars: {
    Name: { since: "1.7", read: ({ world }) => world.engine.workbookName },
  },
  links: {
    Application: { since: "1.1", follow: ({ world }) => new Instance("Application", { world }) },
    CustomXmlParts: {
      since: "1.5",
      follow: ({ world }) => new Instance("CustomXmlPartCollection", { world }),
    },
    Names: {
      since: "1.1",
      follow: ({ world }) => new Instance("NamedItemCollection", { world, sheet: null }),
    },
    Protection: {
      since: "1.7",
      follow: ({ world }) => new Instance("WorkbookProtection", { world }),
    },
    Settings: { since: "1.4", follow: ({ world }) => new Instance("SettingCollection", { world }) },
    Tables: { since: "1.1", follow: ({ world }) => new Instance("TableCollection", { world }) },
    Worksheets: {
      since: "1.1",
      follow: ({ world }) => new Instance("WorksheetCollection", { world }),
    },
  },
  methods: {
    GetActiveCell: {
      since: "1.7",
      call: ({ world }) => {
        const { sheet, area } = world.engine.selection();
        return new Instance("Range", { world, sheet, area: { ...area, rows: 1, columns: 1 } });
      },
    },
    GetSelectedRange: {
      since: "1.1",
      call: ({ world }) => new Instance("Range", { world, ...world.engine.selection() }),
    },
    _GetRangeForEventByReferenceId: {
      since: null,
      call: ({ world }, args) => {
        const found = world.references.find(args.text(0));
        if (found === undefined) throw itemNotFound(args.location);
        return found;
      },
    },
    _GetRangeOrNullObjectForEventByReferenceId: {
      since: null,
      call: ({ world }, args) => world.references.find(args.text(0)) ?? null,
    },
    _RemoveReference: {
      since: null,
      call: ({ world }, args) => {
        world.references.remove(args.text(0));
        return null;
      },
    },
    _RemoveAllReferences: {
      since: null,
      call: ({ world }) => {
        world.references.clear();
        return null;
      },
    },
    _GetReferenceCount: { since: null, call: ({ world }) => world.references.size },
  },
};

export const application: ClassTable<WorldState> = {
  scalars: {
    CalculationMode: {
      since: "1.1",
      read: ({ world }) => (world.engine.calculationMode() === "manual" ? "Manual" : "Automatic"),
    },
  },
  methods: {
    SuspendApiCalculationUntilNextSync: { since: "1.6", call: () => null },
    SuspendScreenUpdatingUntilNextSync: { since: "1.9", call: () => null },
  },
};

export const workbookProtection: ClassTable<WorldState> = {
  scalars: {
    Protected: { since: "1.7", read: ({ world }) => world.settings.structure === "protected" },
  },
};
