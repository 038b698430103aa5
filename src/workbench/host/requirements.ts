/** Requirement sets the host announces. Versions are texts: the number 1.10 would read as 1.1. */
export type RequirementSets = Readonly<Record<string, string>>;

/** What Excel on the web announced when the library's newest set was its newest. */
export const WEB_REQUIREMENT_SETS: RequirementSets = {
  ExcelApi: "1.15",
  ExcelApiOnline: "1.1",
  CustomFunctions: "1.9",
  CustomFunctionsRuntime: "1.5",
  SharedRuntime: "1.2",
  DialogApi: "1.2",
  Settings: "1.1",
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  RibbonApi: "1.2",
  KeyboardShortcuts: "1.1",
  AddInCommands: "1.3",
};

/** Negative, zero or positive, as a sort wants it: 1.9 < 1.10. */
export function compareVersions(a: string, b: string): number {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a member of the Excel model exists on a host with these sets. */
export function isAnnounced(sets: RequirementSets, since: string | null): boolean {
  if (since === null) return true;
  const version = sets["ExcelApi"];
  return version !== undefined && compareVersions(since, version) <= 0;
}
