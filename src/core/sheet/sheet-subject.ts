import { normaliseText } from "../catalog/normalise.ts";
import { parsePeriod } from "../catalog/periods.ts";
import { isAllZonesLabel, isZoneLabel } from "../catalog/zones.ts";
import { ZONE_SUFFIXES } from "../catalog/zone-words.ts";
import { readRowLabel, type RowLabel } from "./row-labels.ts";
import type { Surroundings } from "./surroundings.ts";

const SUFFIX = new RegExp(
  `^\\p{Script=Han}{2,14}?(?:${[...ZONE_SUFFIXES].sort((a, b) => b.length - a.length).join("|")})(?!\\p{Script=Han}*区)`,
  "u"
);
const UNTELLING = /^(?:SHEET|工作表|表|TABLE)?[\d\-.()]*$/u;
/** 2-7 before a title, (2016-2022年) and (当年价格) behind it. */
const AROUND_TITLE = /^表?\d+[-.]\d+(?:续表?\d*)?[.、:]?|(?:\([^()]*\))+$/gu;

/** Of whom a sheet without zones in its rows or columns speaks: 填报单位, else the title, else the sheet's name. */
export function readSheetSubject(surroundings: Surroundings, sheet: string): RowLabel {
  const { reportingUnit, title } = surroundings;
  const named =
    (reportingUnit !== null && (isZoneLabel(reportingUnit) || isAllZonesLabel(reportingUnit))
      ? reportingUnit
      : null) ??
    zoneIn(title) ??
    zoneIn(sheet) ??
    reportingUnit;
  // A title that is but a period says nothing of whom.
  const bare = title === null ? "" : normaliseText(title).replace(AROUND_TITLE, "");
  const isTelling = bare !== "" && parsePeriod(bare) === undefined;
  const label = named ?? (UNTELLING.test(normaliseText(sheet)) && isTelling ? bare : sheet);
  const read = readRowLabel(label, null);
  // A sheet speaks of itself: there is nothing it could be a part or a reference of.
  return read.role === "total" || read.role === "zone"
    ? read
    : { ...read, role: "zone", isUndecided: false, isPart: false };
}

/** 河津经济技术开发区2023年1-6月主要指标 → 河津经济技术开发区; 河津市2023年… → 河津市. */
function zoneIn(text: string | null): string | null {
  if (text === null) return null;
  const key = normaliseText(text);
  const suffixed = SUFFIX.exec(key)?.[0];
  if (suffixed !== undefined) return suffixed;
  const lead = /^[^\d(]{2,12}?(?=\d|\(|二〇|主要|经济指标|$)/u.exec(key)?.[0];
  return lead !== undefined && isZoneLabel(lead) ? lead : null;
}
