import type { HostOptions } from "../host/host-options.ts";
import { WEB_REQUIREMENT_SETS } from "../host/requirements.ts";
import type { RequirementSets } from "../host/requirements.ts";

/** What may be switched off or otherwise in the emulated Excel, for trying the add-in on hosts nobody has at hand. */
export const SWITCHES = [
  "excelApi=1.14",
  "excelApi=1.9",
  "runtime=separate",
  "functions=missing",
  "functions=silent",
  "blank=zero",
  "blank=text",
  "protect=workbook",
  "protect=sheet",
] as const;
export type Switch = (typeof SWITCHES)[number];

export interface Simulation {
  readonly requirementSets: RequirementSets;
  /** silent: Excel knows the functions, but nothing ever answers. */
  readonly functions: "on" | "missing" | "silent";
  readonly blankArguments: NonNullable<HostOptions["blankArguments"]>;
  readonly structure: "open" | "protected";
  /** Of the sheet that is shown first. */
  readonly sheet: "open" | "protected";
}

/**
 * Reads the page's address: ?excelApi=1.14 · runtime=separate · functions=missing|silent · blank=zero|text ·
 * protect=workbook|sheet, together as liked. Nothing said is Excel on the web.
 */
export function readSimulation(search: string): Simulation {
  const query = new URLSearchParams(search);
  const api = query.get("excelApi");
  const functions = query.get("functions");
  const blank = query.get("blank");
  const isSeparate = query.get("runtime") === "separate";
  const left: string[] = [
    ...(isSeparate ? ["SharedRuntime", "KeyboardShortcuts"] : []),
    ...(functions === "missing" ? ["CustomFunctions", "CustomFunctionsRuntime"] : []),
  ];
  const sets = Object.entries(WEB_REQUIREMENT_SETS).filter(([name]) => !left.includes(name));
  return {
    requirementSets: {
      ...Object.fromEntries(sets),
      ...(api !== null && /^1\.\d{1,2}$/.test(api) ? { ExcelApi: api } : {}),
    },
    functions: functions === "missing" || functions === "silent" ? functions : "on",
    blankArguments: blank === "zero" || blank === "text" ? blank : "null",
    structure: query.getAll("protect").includes("workbook") ? "protected" : "open",
    sheet: query.getAll("protect").includes("sheet") ? "protected" : "open",
  };
}

/** Which switches an address has on. */
export function switchesOn(search: string): readonly Switch[] {
  const query = new URLSearchParams(search);
  return SWITCHES.filter((one) => {
    const [name = "", value = ""] = one.split("=");
    return query.getAll(name).includes(value);
  });
}

/** The address with a switch the other way. Of one name only one value holds, but a sheet and a workbook may both be protected. */
export function toggleSwitch(search: string, one: Switch): string {
  const query = new URLSearchParams(search);
  const [name = "", value = ""] = one.split("=");
  const had = query.getAll(name);
  query.delete(name);
  const others = name === "protect" ? had.filter((each) => each !== value) : [];
  for (const each of others) query.append(name, each);
  if (!had.includes(value)) query.append(name, value);
  return `?${query.toString()}`;
}
