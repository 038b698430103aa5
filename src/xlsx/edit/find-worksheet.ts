import type { Tab, WorkbookPart } from "../read/workbook-part.ts";

export type WorksheetTab = Tab & { readonly worksheet: string };

/** The worksheet of a name, as Excel compares names: without regard to case. */
export function findWorksheet(workbook: WorkbookPart, name: string): WorksheetTab | undefined {
  const tab = findTab(workbook, name);
  return tab !== undefined && isWorksheet(tab) ? tab : undefined;
}

/** A tab of any kind: a chart sheet's name is taken, too. */
export function findTab(workbook: WorkbookPart, name: string): Tab | undefined {
  const wanted = name.toLowerCase();
  return workbook.tabs.find((tab) => tab.name.toLowerCase() === wanted);
}

function isWorksheet(tab: Tab): tab is WorksheetTab {
  return tab.worksheet !== null;
}
