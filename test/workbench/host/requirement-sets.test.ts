import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CLASS_TABLES } from "../../../src/workbench/host/class-tables.ts";
import type { ClassTable, Since } from "../../../src/workbench/host/class-table.ts";
import { compareVersions } from "../../../src/workbench/host/requirements.ts";

/*
 * The declarations of Office.js name the requirement set of every member. The host refuses members by the same sets, or a
 * green test would promise what an older Excel does not have.
 */

const require = createRequire(join(process.cwd(), "package.json"));
const declarations = readFileSync(
  join(require.resolve("@types/office-js/package.json"), "../index.d.ts"),
  "utf8"
);
const excel = declarations.slice(declarations.indexOf("declare namespace Excel {"));

/** Classes the declarations do not show: the library's own services. */
const SERVICES = ["CustomFunctions", "AddinInternalService", "AppRuntimeService"];

/** Names the wire has and the declarations have not, or have as an event. */
const EVENTS: Readonly<Record<string, string>> = {
  _RegisterActivatedEvent: "onActivated",
  _RegisterAddedEvent: "onAdded",
  _RegisterDataChangedEvent: "onChanged",
  _RegisterDeletedEvent: "onDeleted",
  _RegisterSelectionChangedEvent: "onSelectionChanged",
};

function classText(name: string): string {
  const start = excel.indexOf(`    class ${name} extends OfficeExtension.ClientObject {`);
  if (start < 0) throw new Error(`no class ${name}`);
  return excel.slice(start, excel.indexOf("\n    }\n", start));
}

/** The lowest set named before a declaration of the member; members without one came with their class. */
function declaredSince(className: string, member: string): string | null {
  const text = classText(className);
  const declaration = new RegExp(
    String.raw`/\*\*((?:[^*]|\*(?!/))*)\*/\s*(?:readonly )?${member}(?:\?)?[:(]`,
    "g"
  );
  const sets = [...text.matchAll(declaration)].map(
    ([, comment]) => /\[Api set: ExcelApi (\d+\.\d+)/.exec(comment ?? "")?.[1] ?? null
  );
  if (sets.length === 0) throw new Error(`no ${className}.${member}`);
  return sets.filter((set) => set !== null).sort(compareVersions)[0] ?? null;
}

function membersOf(table: ClassTable<never>): [string, Since][] {
  return [table.scalars, table.links, table.methods].flatMap((members) =>
    Object.entries<{ readonly since: Since }>(members ?? {}).map(
      ([name, { since }]): [string, Since] => [name, since]
    )
  );
}

const members = Object.entries(CLASS_TABLES)
  .filter(([className]) => !SERVICES.includes(className))
  .flatMap(([className, table]) =>
    membersOf(table as ClassTable<never>).map(([name, since]): [string, string, Since] => [
      className,
      name,
      since,
    ])
  );

describe("requirement sets of the emulated members", () => {
  const own = members.filter(([, name]) => !name.startsWith("_"));
  test.each(own)("%s.%s is announced as the declarations say (%s)", (className, name, since) => {
    const member = name.charAt(0).toLowerCase() + name.slice(1);
    const declared = declaredSince(className, member);
    if (declared !== null) expect(since).toBe(declared);
  });

  const events = members.filter(([, name]) => name in EVENTS);
  test.each(events)("%s.%s has the set of its event (%s)", (className, name, since) => {
    expect(since).toBe(declaredSince(className, EVENTS[name] ?? ""));
  });

  test("the tables were looked at in full", () => {
    const declared = own.filter(
      ([className, name]) =>
        declaredSince(className, name.charAt(0).toLowerCase() + name.slice(1)) !== null
    );
    expect(declared.length).toBeGreaterThan(100);
    expect(events.length).toBeGreaterThan(5);
  });
});
