import type { Injector } from "@univerjs/core";
import {
  CommandType,
  DEFAULT_STYLES,
  ICommandService,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
} from "@univerjs/core";
import designEn from "@univerjs/design/locale/en-US";
import designZh from "@univerjs/design/locale/zh-CN";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import docsUiEn from "@univerjs/docs-ui/locale/en-US";
import docsUiZh from "@univerjs/docs-ui/locale/zh-CN";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { IRenderManagerService, UniverRenderEnginePlugin } from "@univerjs/engine-render";
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
import type { MenuSchemaType } from "@univerjs/ui";
import {
  ContextMenuGroup,
  ContextMenuPosition,
  IMenuManagerService,
  MenuItemType,
  UniverUIPlugin,
} from "@univerjs/ui";
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
  /** What the add-in puts into a cell's context menu. */
  readonly contextMenu: readonly ContextMenuEntry[];
}

export interface ContextMenuEntry {
  readonly id: string;
  readonly label: string;
  run(): void;
}

/** The spreadsheet on the screen: grid, formula bar and sheet tabs. Its own toolbar stays away; the page has a ribbon. */
export function createBrowserEngine(
  workbook: PackageBook,
  options: BrowserEngineOptions
): SavableEngine {
  // The formula bar and the cell editor know no other way to be given a font.
  DEFAULT_STYLES.ff = ["Arial", ...options.fallbackFonts].join(",");
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
        uiZh,
        protectionTexts(
          sheetsUiZh,
          "单元格位于受保护的工作表中,不能修改。要修改,请先在 Excel 中撤销工作表保护。"
        )
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
        uiEn,
        protectionTexts(
          sheetsUiEn,
          "The cell is on a protected sheet and cannot be changed. Unprotect the sheet in Excel first."
        )
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
  });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    // Who may edit what is the file's to say, and could not be saved.
    menu: Object.fromEntries(PERMISSION_MENUS.map((id) => [id, { hidden: true }])),
    scrollConfig: { trackBackgroundColor: "rgba(0,0,0,0)", trackBorderColor: "rgba(0,0,0,0)" },
  });
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.WHEN_EMPTY,
  });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  const injector = univer.__getInjector();
  const engine = createEngine(workbook, {
    univer,
    conditionalFormatsFollow: "by-plugin",
    fallbackFonts: options.fallbackFonts,
    isEditing: () => injector.get(IEditorBridgeService).isVisible().visible,
  });
  addContextMenu(injector, options.contextMenu);
  const stopRepainting = repaintWithFonts(injector);
  return {
    ...engine,
    dispose: () => {
      stopRepainting();
      engine.dispose();
    },
  };
}

const PERMISSION_MENUS = [
  "sheet.contextMenu.permission",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
];

type SheetTexts = typeof sheetsUiZh;

/** Univer speaks of ranges and of a creator to turn to; a sheet of a file is protected as a whole. */
function protectionTexts(texts: SheetTexts, refusal: string) {
  const ui = texts["sheets-ui"];
  const { dialog } = ui.permission;
  const refusals = Object.keys(dialog).filter((key) => /Err$|^alertContent$/.test(key));
  const own = Object.fromEntries(refusals.map((key) => [key, refusal]));
  // Locales are merged at their top level only.
  return {
    "sheets-ui": { ...ui, permission: { ...ui.permission, dialog: { ...dialog, ...own } } },
  };
}

function addContextMenu(injector: Injector, entries: readonly ContextMenuEntry[]): void {
  const commands = injector.get(ICommandService);
  const items = entries.map((entry, index): [string, MenuSchemaType] => {
    commands.registerCommand({
      id: entry.id,
      type: CommandType.OPERATION,
      handler: () => {
        entry.run();
        return true;
      },
    });
    const item = { id: entry.id, type: MenuItemType.BUTTON as const, title: entry.label };
    return [entry.id, { order: index, menuItemFactory: () => item }];
  });
  if (items.length === 0) return;
  injector.get(IMenuManagerService).mergeMenu({
    [ContextMenuPosition.MAIN_AREA]: {
      [ContextMenuGroup.OTHERS]: { order: 9, ...Object.fromEntries(items) },
    },
  });
}

/** A canvas does not draw itself again when a font comes in that it was drawn without. */
function repaintWithFonts(injector: Injector): () => void {
  const repaint = (): void => {
    for (const [, render] of injector.get(IRenderManagerService).getRenderAll()) {
      render.mainComponent?.makeForceDirty(true);
    }
  };
  document.fonts.addEventListener("loadingdone", repaint);
  return () => {
    document.fonts.removeEventListener("loadingdone", repaint);
  };
}
