import type { EngineName } from "../../engine/engine.ts";
import type { ClassTable } from "../class-table.ts";
import { invalidArgument, itemNotFound } from "../host-error.ts";
import { Instance } from "../model.ts";
import type { NameState, NamesState, PartState, SettingState, WorldState } from "../model.ts";

/** Names of the workbook or of one sheet: what they are called, and what they say. */
export const namedItemCollection: ClassTable<NamesState> = {
  items: ({ world, sheet }) =>
    world.engine
      .definedNames()
      .filter((one) => one.sheet === sheet)
      .map(({ name }) => new Instance("NamedItem", { world, sheet, name })),
  item: ({ world, sheet }, args) => {
    const name = args.text(0);
    if (findName({ world, sheet, name }) === undefined) throw itemNotFound(args.location);
    return new Instance("NamedItem", { world, sheet, name });
  },
};

function findName({ world, sheet, name }: NameState): EngineName | undefined {
  const wanted = name.toLowerCase();
  return world.engine
    .definedNames()
    .find((one) => one.sheet === sheet && one.name.toLowerCase() === wanted);
}

function nameOf(state: NameState, location: string): EngineName {
  const found = findName(state);
  if (found === undefined) throw itemNotFound(location);
  return found;
}

export const namedItem: ClassTable<NameState> = {
  identity: ({ name }) => ({ _Id: name }),
  scalars: {
    Name: { since: "1.1", read: (state) => nameOf(state, "NamedItem.name").name },
    Formula: {
      since: "1.7",
      read: (state) => nameOf(state, "NamedItem.formula").formula,
      write: (state, value, location) => {
        const { name, sheet } = nameOf(state, location);
        if (typeof value !== "string" || !value.startsWith("=") || value.length === 1)
          throw invalidArgument(location, "A name needs a formula.");
        if (value.length > LONGEST_FORMULA)
          throw invalidArgument(location, "The formula is too long.");
        state.world.engine.setDefinedName(name, sheet, value);
      },
    },
  },
};

/** Excel's limit of any formula. */
const LONGEST_FORMULA = 8192;

/** The namespace of an XML part is that of its outermost element. */
function namespaceOf(xml: string): string {
  const root = /<(?![?!])([^\s/>]+)([^>]*)>/.exec(xml);
  const prefix = root?.[1]?.includes(":") === true ? root[1].split(":")[0] : undefined;
  const attribute = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  return new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(root?.[2] ?? "")?.[1] ?? "";
}

function checkXml(xml: string, location: string): string {
  if (!/^\s*<[\s\S]*>\s*$/.test(xml)) throw invalidArgument(location, "The text is not XML.");
  return xml;
}

export const customXmlPartCollection: ClassTable<WorldState> = {
  items: ({ world }) =>
    [...world.xmlParts.keys()].map((part) => new Instance("CustomXmlPart", { world, part })),
  item: ({ world }, args) => {
    const part = args.text(0);
    if (!world.xmlParts.has(part)) throw itemNotFound(args.location);
    return new Instance("CustomXmlPart", { world, part });
  },
  methods: {
    Add: {
      since: "1.5",
      call: ({ world }, args) => {
        const part = world.nextId();
        world.xmlParts.set(part, checkXml(args.text(0), args.location));
        return new Instance("CustomXmlPart", { world, part });
      },
    },
  },
};

function xmlOf({ world, part }: PartState, location: string): string {
  const xml = world.xmlParts.get(part);
  if (xml === undefined) throw itemNotFound(location);
  return xml;
}

export const customXmlPart: ClassTable<PartState> = {
  identity: ({ part }) => ({ Id: part }),
  scalars: {
    Id: { since: "1.5", read: ({ part }) => part },
    NamespaceUri: {
      since: "1.5",
      read: (state) => namespaceOf(xmlOf(state, "CustomXmlPart.namespaceUri")),
    },
  },
  methods: {
    Delete: {
      since: "1.5",
      call: (state, args) => {
        xmlOf(state, args.location);
        state.world.xmlParts.delete(state.part);
        return null;
      },
    },
    GetXml: { since: "1.5", call: (state, args) => xmlOf(state, args.location) },
    SetXml: {
      since: "1.5",
      call: (state, args) => {
        xmlOf(state, args.location);
        state.world.xmlParts.set(state.part, checkXml(args.text(0), args.location));
        return null;
      },
    },
  },
};

export const settingCollection: ClassTable<WorldState> = {
  items: ({ world }) =>
    [...world.workbookSettings.keys()].map((key) => new Instance("Setting", { world, key })),
  item: ({ world }, args) => {
    const key = args.text(0);
    if (!world.workbookSettings.has(key)) throw itemNotFound(args.location);
    return new Instance("Setting", { world, key });
  },
  methods: {
    Add: {
      since: "1.4",
      call: ({ world }, args) => {
        const key = args.text(0);
        world.workbookSettings.set(key, args.json(1));
        return new Instance("Setting", { world, key });
      },
    },
    GetItemOrNullObject: {
      since: "1.4",
      call: ({ world }, args) => {
        const key = args.text(0);
        return world.workbookSettings.has(key) ? new Instance("Setting", { world, key }) : null;
      },
    },
  },
};

export const setting: ClassTable<SettingState> = {
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    Key: { since: "1.4", read: ({ key }) => key },
    Value: {
      since: "1.4",
      // The value goes over the wire as it came; dates in it are the library's business.
      read: ({ world, key }) => world.workbookSettings.get(key) ?? null,
      write: ({ world, key }, value) => {
        world.workbookSettings.set(key, value);
      },
    },
    _Id: { since: null, read: ({ key }) => key },
  },
  methods: {
    Delete: {
      since: "1.4",
      call: ({ world, key }) => {
        world.workbookSettings.delete(key);
        return null;
      },
    },
  },
};
