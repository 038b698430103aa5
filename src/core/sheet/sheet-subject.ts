import { normaliseText } from "../catalog/normalise.ts";
import { parsePeriod } from "../catalog/periods.ts";
import { isAllZonesLabel, isZoneLabel } from "../catalog/zones.ts";
import { isDocumentName } from "../catalog/document-names.ts";
import { ZONE_SUFFIXES } from "../catalog/zone-words.ts";
import { readRowLabel, type RowLabel } from "./row-labels.ts";
import type { Surroundings } from "./surroundings.ts";

const SUFFIX = new RegExp(
  `^\\p{Script=Han}{2,14}?(?:${[...ZONE_SUFFIXES].sort((a, b) => b.length - a.length).join("|")})(?!\\p{Script=Han}*区)`,
  "u"
);
const UNTELLING = /^(?:SHEET|工作表|表|TABLE)?[\d\-.()]*$/u;
/** 统计局, 商务局: the office that fills a form in for its zone or county. */
const OFFICE =
  /(?:(?:统计|商务|招商|投资促进|发展和?改革|发改|工业和?信息化|工信|科技?工|财政|经济发展|经发)(?:局|委员会|委|部|科)|(?:工作)?领导小组办公室|党政办公室|办公室)$/u;
/** 2-7 before a title, (2016-2022年) and (当年价格) behind it. */
const AROUND_TITLE = /^表?\d+[-.]\d+(?:续表?\d*)?[.、:]?|(?:\([^()]*\))+$/gu;

/** Of whom a sheet without zones in its rows or columns speaks: 填报单位, else the title, else the sheet's name. */
export function readSheetSubject(surroundings: Surroundings, sheet: string): RowLabel {
  const { title } = surroundings;
  const reportingUnit = withoutOffice(surroundings.reportingUnit);
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
  const label = named ?? (!namesSomeone(sheet) && isTelling ? bare : sheet);
  const read = readRowLabel(label, null);
  // A sheet speaks of itself: there is nothing it could be a part or a reference of.
  return read.role === "total" || read.role === "zone"
    ? read
    : { ...read, role: "zone", isUndecided: false, isPart: false };
}

/** 闻喜县统计局 fills the form in for 闻喜县. */
function withoutOffice(unit: string | null): string | null {
  if (unit === null) return null;
  const zone = unit.trim().replace(OFFICE, "");
  return zone !== "" && isZoneLabel(zone) ? zone : unit;
}

/** Sheet1, 6月 and 十四五 are names of sheets, of nobody. */
function namesSomeone(sheet: string): boolean {
  const key = normaliseText(sheet);
  return !UNTELLING.test(key) && parsePeriod(sheet) === undefined && !isDocumentName(key);
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
