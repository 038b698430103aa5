import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";

import type { PackageBook } from "../../xlsx/package-book.ts";
import type { SavableEngine } from "./engine.ts";
import { createEngine } from "./univer.ts";

export interface NodeEngineOptions {
  /** Whether the user is typing in a cell; nobody is, unless a test says so. */
  readonly isEditing?: () => boolean;
}

/** The spreadsheet without a screen, for tests in Node. */
export function createNodeEngine(
  workbook: PackageBook,
  options: NodeEngineOptions = {}
): SavableEngine {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: {} },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    // Excel, too, computes on opening only what has no value yet.
    initialFormulaComputing: CalculationMode.WHEN_EMPTY,
  });
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  return createEngine(workbook, {
    univer,
    conditionalFormatsFollow: "by-engine",
    fallbackFonts: [],
    isEditing: options.isEditing ?? (() => false),
  });
}
