import type { ClassTable, ClassTables } from "./class-table.ts";
import {
  conditionalFormat,
  conditionalFormatCollection,
  conditionalFormatRule,
  conditionalRangeBorder,
  conditionalRangeBorderCollection,
  conditionalRangeFill,
  conditionalRangeFont,
  conditionalRangeFormat,
  customConditionalFormat,
} from "./classes/conditional-formats.ts";
import {
  customXmlPart,
  customXmlPartCollection,
  namedItem,
  namedItemCollection,
  setting,
  settingCollection,
} from "./classes/document-parts.ts";
import { rangeAreas } from "./classes/range-areas.ts";
import { rangeFill, rangeFont, rangeFormat } from "./classes/range-format.ts";
import { range } from "./classes/range.ts";
import { addinInternalService, appRuntimeService, customFunctions } from "./classes/services.ts";
import { table, tableCollection } from "./classes/tables.ts";
import { application, workbook, workbookProtection } from "./classes/workbook.ts";
import {
  worksheet,
  worksheetCollection,
  worksheetFreezePanes,
  worksheetProtection,
} from "./classes/worksheets.ts";
import type { ClassName, Instance, States } from "./model.ts";

/** Every class of the emulated model. A member that stands in none of them does not exist. */
export const CLASS_TABLES: ClassTables = {
  Workbook: workbook,
  Application: application,
  WorkbookProtection: workbookProtection,
  WorksheetCollection: worksheetCollection,
  Worksheet: worksheet,
  WorksheetProtection: worksheetProtection,
  WorksheetFreezePanes: worksheetFreezePanes,
  Range: range,
  RangeFormat: rangeFormat,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeAreas: rangeAreas,
  ConditionalFormatCollection: conditionalFormatCollection,
  ConditionalFormat: conditionalFormat,
  CustomConditionalFormat: customConditionalFormat,
  ConditionalFormatRule: conditionalFormatRule,
  ConditionalRangeFormat: conditionalRangeFormat,
  ConditionalRangeFill: conditionalRangeFill,
  ConditionalRangeFont: conditionalRangeFont,
  ConditionalRangeBorderCollection: conditionalRangeBorderCollection,
  ConditionalRangeBorder: conditionalRangeBorder,
  TableCollection: tableCollection,
  Table: table,
  NamedItemCollection: namedItemCollection,
  NamedItem: namedItem,
  CustomXmlPartCollection: customXmlPartCollection,
  CustomXmlPart: customXmlPart,
  SettingCollection: settingCollection,
  Setting: setting,
  CustomFunctions: customFunctions,
  AddinInternalService: addinInternalService,
  AppRuntimeService: appRuntimeService,
};

/** Objects the library makes by name instead of finding them under the workbook. */
export const SERVICES: Readonly<Record<string, ClassName>> = {
  "Microsoft.ExcelServices.CustomFunctions": "CustomFunctions",
  "Microsoft.InternalService.AddinInternalService": "AddinInternalService",
  "Microsoft.AppRuntime.AppRuntimeService": "AppRuntimeService",
};

/** The table of an object's class. An object and its class always fit, which the compiler cannot see across the union. */
export function tableOf(instance: Instance): ClassTable<States[ClassName]> {
  return CLASS_TABLES[instance.className];
}
