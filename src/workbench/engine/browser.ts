import { LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import designEn from "@univerjs/design/locale/en-US";
import designZh from "@univerjs/design/locale/zh-CN";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import docsUiEn from "@univerjs/docs-ui/locale/en-US";
import docsUiZh from "@univerjs/docs-ui/locale/zh-CN";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverRenderEnginePlugin } from "@univerjs/engine-render";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsConditionalFormattingUIPlugin } from "@univerjs/sheets-conditional-formatting-ui";
import conditionalUiEn from "@univerjs/sheets-conditional-formatting-ui/locale/en-US";
import conditionalUiZh from "@univerjs/sheets-conditional-formatting-ui/locale/zh-CN";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import formulaUiEn from "@univerjs/sheets-formula-ui/locale/en-US";
import formulaUiZh from "@univerjs/sheets-formula-ui/locale/zh-CN";
import formulaEn from "@univerjs/sheets-formula/locale/en-US";
import formulaZh from "@univerjs/sheets-formula/locale/zh-CN";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsNumfmtUIPlugin } from "@univerjs/sheets-numfmt-ui";
import numfmtUiEn from "@univerjs/sheets-numfmt-ui/locale/en-US";
import numfmtUiZh from "@univerjs/sheets-numfmt-ui/locale/zh-CN";
import { IEditorBridgeService, UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import sheetsUiEn from "@univerjs/sheets-ui/locale/en-US";
import sheetsUiZh from "@univerjs/sheets-ui/locale/zh-CN";
import sheetsEn from "@univerjs/sheets/locale/en-US";
import sheetsZh from "@univerjs/sheets/locale/zh-CN";
import { greenTheme } from "@univerjs/themes";
import { UniverUIPlugin } from "@univerjs/ui";
import uiEn from "@univerjs/ui/locale/en-US";
import uiZh from "@univerjs/ui/locale/zh-CN";

import type { PackageBook } from "../../xlsx/package-book.ts";
import type { SavableEngine } from "./engine.ts";
import { createEngine } from "./univer.ts";

export interface BrowserEngineOptions {
  /** Where the grid goes; it fills the element. */
  readonly container: HTMLElement;
  readonly locale: "zh-CN" | "en-US";
  /** Fonts that stand in where a workbook's own are missing on the machine. */
  readonly fallbackFonts: readonly string[];
}

/** The spreadsheet on the screen: grid, formula bar and sheet tabs. Its own toolbar stays away; the page has a ribbon. */
export function createBrowserEngine(
  workbook: PackageBook,
  options: BrowserEngineOptions
): SavableEngine {
  const univer = new Univer({
    theme: greenTheme,
    locale: options.locale === "zh-CN" ? LocaleType.ZH_CN : LocaleType.EN_US,
    logLevel: LogLevel.ERROR,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(
        designZh,
        docsUiZh,
        sheetsZh,
        sheetsUiZh,
        formulaZh,
        formulaUiZh,
        numfmtUiZh,
        conditionalUiZh,
        uiZh
      ),
      [LocaleType.EN_US]: mergeLocales(
        designEn,
        docsUiEn,
        sheetsEn,
        sheetsUiEn,
        formulaEn,
        formulaUiEn,
        numfmtUiEn,
        conditionalUiEn,
        uiEn
      ),
    },
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container: options.container,
    header: true,
    toolbar: false,
    footer: true,
    disableAutoFocus: true,
  });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, { disableAutoFocus: true });
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.WHEN_EMPTY,
  });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  return createEngine(workbook, {
    univer,
    conditionalFormatsFollow: "by-plugin",
    fallbackFonts: options.fallbackFonts,
    isEditing: () => univer.__getInjector().get(IEditorBridgeService).isVisible().visible,
  });
}
