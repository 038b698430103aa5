import { formatArea } from "../workbook/address.ts";
import { RULES_SHEET } from "../workbook/own-sheets.ts";
import type { Finding } from "./finding.ts";

/** Where a finding stands, as its reader finds it: E5 on a sheet, rules[2] (from 0) in a rules file. */
export function formatPlace(finding: Finding): string {
  const { sheet, area } = finding.at;
  // A rules file stands where a sheet would, its rules as rows of a first column; in a list of targets the indicator stands first.
  const isOfFile = finding.class === "rules" && sheet !== RULES_SHEET && area.column === 0;
  return isOfFile ? `rules[${area.row}]` : formatArea(area);
}
