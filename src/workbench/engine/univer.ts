import type { IColumnData, Injector, IRange, Workbook, Worksheet } from "@univerjs/core";
import {
  BooleanNumber,
  Direction,
  ICommandService,
  IUniverInstanceService,
  UndoCommand,
  UniverInstanceType,
} from "@univerjs/core";
import type { ISetSelectionsOperationParams } from "@univerjs/sheets";
import {
  InsertRowByRangeCommand,
  InsertSheetCommand,
  RemoveRowByRangeCommand,
  RemoveSheetCommand,
  SelectionMoveType,
  SetDefinedNameCommand,
  SetFrozenMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SheetsSelectionsService,
} from "@univerjs/sheets";

import type { Area } from "../../core/index.ts";
import type { PackageBook } from "../../xlsx/package-book.ts";
import { Calculation } from "./calculation.ts";
import { Cells } from "./cells.ts";
import type { SpreadsheetState } from "./changes.ts";
import { planSave } from "./changes.ts";
import { ConditionalFormats } from "./conditional-formats.ts";
import { toEngineConditionalFormat, toNewRule, toRuleState } from "./conditional-rules.ts";
import { CustomFunctions } from "./custom-functions.ts";
import { Edits } from "./edits.ts";
import type { EngineEdit, EngineSheet, SavableEngine } from "./engine.ts";
import { MovedLines } from "./moved-lines.ts";
import type { SpreadsheetPlatform } from "./platform.ts";
import { setEditable } from "./protection.ts";
import { toArea, toRange } from "./ranges.ts";
import type { RuleState } from "./save-plan.ts";
import { sheetIdAt } from "./sheet-ids.ts";
import { toName, toPixels, toPoints, toWorkbookData } from "./workbook-data.ts";

let engines = 0;

/**
 * Opens a workbook in a spreadsheet. The platform belongs to the engine from then on and goes with it.
 * One long object below, because Engine is one wide interface: each of its methods is a line or two to the part that does it.
 */
export function createEngine(workbook: PackageBook, platform: SpreadsheetPlatform): SavableEngine {
  // Univer keeps caches per unit across instances: every engine has a unit of its own.
  engines++;
  const unitId = `workbook-${engines}`;
  const { univer } = platform;
  const unit = univer.createUnit<object, Workbook>(
    UniverInstanceType.UNIVER_SHEET,
    toWorkbookData(workbook, unitId, platform.fallbackFonts)
  );
  return assemble(workbook, platform, univer.__getInjector(), unit, unitId);
}

function assemble(
  opened: PackageBook,
  platform: SpreadsheetPlatform,
  injector: Injector,
  unit: Workbook,
  unitId: string
): SavableEngine {
  const commands = injector.get(ICommandService);
  const selections = injector.get(SheetsSelectionsService);
  const calculation: Calculation = new Calculation(injector, () => functions.isBusy);
  const functions: CustomFunctions = new CustomFunctions(injector, unitId, (ranges) => {
    calculation.recalculate(ranges);
  });
  const cells = new Cells(injector, unit, unitId);
  const edits = new Edits(injector, unitId);
  const formats = new ConditionalFormats(injector, unitId, platform.conditionalFormatsFollow);
  const sheetStates = new Map(
    opened.book.sheets.map((sheet, index) => [
      sheetIdAt(index),
      { isVeryHidden: sheet.visibility === "very-hidden", isProtected: sheet.isProtected },
    ])
  );
  const disposers: (() => void)[] = [];
  calculation.setMode(opened.book.calculation);
  for (const [id, { isProtected }] of sheetStates) {
    if (isProtected) setEditable(injector, unitId, id, "refused");
  }

  const names = [...opened.definedNames];
  const sheetIdOf = (name: string | null): string | null => {
    const index = opened.book.sheets.findIndex((sheet) => sheet.name === name);
    return index < 0 ? null : sheetIdAt(index);
  };

  const sheetOf = (id: string): Worksheet => {
    const sheet = unit.getSheetBySheetId(id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    return sheet;
  };
  const sizeOf = (sheet: Worksheet): { rows: number; columns: number } => ({
    rows: sheet.getRowCount(),
    columns: sheet.getColumnCount(),
  });
  const describe = (sheet: Worksheet): EngineSheet => {
    const id = sheet.getSheetId();
    const state = sheetStates.get(id);
    const isHidden = sheet.getConfig().hidden === BooleanNumber.TRUE;
    return {
      id,
      name: sheet.getName(),
      visibility: isHidden ? (state?.isVeryHidden === true ? "very-hidden" : "hidden") : "visible",
      isProtected: state?.isProtected ?? false,
    };
  };
  const activeSheet = (): string => unit.getActiveSheet().getSheetId();
  const activate = (id: string): void => {
    sheetOf(id);
    commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId, subUnitId: id });
  };
  const selectedArea = (id: string): Area => {
    const last = selections.getWorkbookSelections(unitId).getSelectionsOfWorksheet(id).at(-1);
    return last
      ? toArea(last.range, sizeOf(sheetOf(id)))
      : { row: 0, column: 0, rows: 1, columns: 1 };
  };
  const onCommand = (listener: Parameters<ICommandService["onCommandExecuted"]>[0]) => {
    const subscription = commands.onCommandExecuted(listener);
    const dispose = (): void => {
      subscription.dispose();
    };
    disposers.push(dispose);
    return dispose;
  };

  let activationsAreTold = true;
  const movedLines = new MovedLines();
  edits.listen((edit) => {
    movedLines.note(edit);
  });
  const ruleStates = (id: string): readonly RuleState[] =>
    formats.rules(id).map((rule) => toRuleState(rule, sizeOf(sheetOf(id))));
  const originalRules = new Map(
    unit.getSheets().map((sheet) => {
      const id = sheet.getSheetId();
      return [id, ruleStates(id)] as const;
    })
  );
  const state: SpreadsheetState = {
    get sheets() {
      return unit.getSheets().map(describe);
    },
    extent: (id) => cells.usedArea(id, "formatted"),
    value: (id, row, column) => cells.value(id, row, column),
    formula: (id, row, column) => cells.formula(id, row, column),
    numberFormat: (id, row, column) => cells.numberFormat(id, row, column),
    format: (id, row, column) => cells.format(id, row, column),
    spills: (id) => cells.spills(id),
    rules: ruleStates,
    columnWidths: (id) => widthsOf(sheetOf(id).getConfig().columnData),
    frozenRows: (id) => Math.max(0, sheetOf(id).getConfig().freeze.ySplit),
    movedLines: (id) => movedLines.has(id),
    get names() {
      return names;
    },
  };

  // Excel computes a formula when it is entered, and keeps conditional formats live, in manual mode too.
  edits.listen((edit: EngineEdit) => {
    if (calculation.mode === "automatic" || edit.change !== "edited") return;
    const { area, sheet } = edit;
    const entered = cells
      .grid(area, (row, column) => ({ row, column }))
      .flat()
      .filter(({ row, column }) => cells.formula(sheet, row, column) !== null)
      .map((cell) => ({
        unitId,
        sheetId: sheet,
        range: toRange({ ...cell, rows: 1, columns: 1 }),
      }));
    calculation.recalculate(entered);
    formats.recompute(sheet);
  });

  return {
    workbookName: opened.book.name,
    sheets: () => unit.getSheets().map(describe),
    addSheet: (name) => {
      const before = new Set(unit.getSheets().map((sheet) => sheet.getSheetId()));
      const active = activeSheet();
      // Univer goes to a new sheet, Excel stays where it is.
      activationsAreTold = false;
      commands.syncExecuteCommand(InsertSheetCommand.id, { unitId, sheet: { name } });
      if (activeSheet() !== active) activate(active);
      activationsAreTold = true;
      const added = unit.getSheets().find((sheet) => !before.has(sheet.getSheetId()));
      if (added === undefined) throw new Error(`the sheet ${name} could not be added`);
      return describe(added);
    },
    removeSheet: (id) => {
      sheetOf(id);
      if (activeSheet() === id) {
        const next = unit.getSheets().find((sheet) => sheet.getSheetId() !== id);
        if (next) activate(next.getSheetId());
      }
      commands.syncExecuteCommand(RemoveSheetCommand.id, { unitId, subUnitId: id });
    },
    activeSheet,
    activate,
    selection: () => {
      const sheet = activeSheet();
      return { sheet, area: selectedArea(sheet) };
    },
    select: (id, area) => {
      if (activeSheet() !== id) activate(id);
      const range = toRange(area);
      const primary = {
        actualRow: area.row,
        actualColumn: area.column,
        isMerged: false,
        isMergedMainCell: false,
        startRow: area.row,
        startColumn: area.column,
        endRow: area.row,
        endColumn: area.column,
      };
      const params: ISetSelectionsOperationParams = {
        unitId,
        subUnitId: id,
        selections: [{ range, primary, style: null }],
        type: SelectionMoveType.MOVE_END,
        reveal: true,
      };
      commands.syncExecuteCommand(SetSelectionsOperation.id, params);
    },

    usedArea: (id, what = "filled") => cells.usedArea(id, what),
    readValues: (id, area) => cells.grid(area, (row, column) => cells.value(id, row, column)),
    readFormulas: (id, area) => cells.grid(area, (row, column) => cells.formula(id, row, column)),
    readNumberFormats: (id, area) =>
      cells.grid(area, (row, column) => cells.numberFormat(id, row, column)),
    readText: (id, area) => cells.grid(area, (row, column) => cells.text(id, row, column)),
    writeCells: (id, at, inputs, origin) => {
      edits.as(origin, () => {
        cells.write(id, at, inputs);
      });
    },
    writeNumberFormats: (id, at, codes) => {
      cells.writeNumberFormats(id, at, codes);
    },
    clear: (id, area, what, origin) => {
      edits.as(origin, () => {
        cells.clear(id, area, what);
      });
    },
    readFormat: (id, cell) => cells.format(id, cell.row, cell.column),
    writeFormat: (id, area, format) => {
      cells.writeFormat(id, area, format);
    },
    setColumnWidth: (id, column, points) => {
      const range = { startRow: 0, endRow: 0, startColumn: column, endColumn: column };
      commands.syncExecuteCommand(SetWorksheetColWidthMutation.id, {
        unitId,
        subUnitId: id,
        ranges: [range],
        colWidth: toPixels(points),
      });
    },
    freezeRows: (id, rows) => {
      const { xSplit, startColumn } = sheetOf(id).getConfig().freeze;
      commands.syncExecuteCommand(SetFrozenMutation.id, {
        unitId,
        subUnitId: id,
        xSplit,
        startColumn,
        ySplit: rows,
        startRow: rows > 0 ? rows : -1,
      });
    },
    spills: (id) => cells.spills(id),
    hiddenRows: (id) => hiddenOf(sheetOf(id).getConfig().rowData),
    hiddenColumns: (id) => hiddenOf(sheetOf(id).getConfig().columnData),
    setProtected: (id, isProtected) => {
      sheetOf(id);
      const isVeryHidden = sheetStates.get(id)?.isVeryHidden ?? false;
      sheetStates.set(id, { isVeryHidden, isProtected });
      setEditable(injector, unitId, id, isProtected ? "refused" : "allowed");
    },

    conditionalFormats: (id) => {
      const size = sizeOf(sheetOf(id));
      return formats.rules(id).map((rule) => toEngineConditionalFormat(rule, size));
    },
    addConditionalFormat: (id, format) => {
      sheetOf(id);
      const rule = toNewRule(format, `host-${nextRule()}`);
      formats.add(id, rule);
      return rule.cfId;
    },
    removeConditionalFormat: (id, formatId) => {
      formats.remove(id, formatId);
    },
    appliedConditionalFormats: (id, cell) => formats.applied(id, cell, () => calculation.settled()),

    definedNames: () =>
      names.map(({ name, formula, sheet }) => ({ name, formula, sheet: sheetIdOf(sheet) })),
    setDefinedName: (name, sheet, formula) => {
      const index = names.findIndex((one) => one.name === name && sheetIdOf(one.sheet) === sheet);
      const named = names[index];
      if (named === undefined) throw new Error(`no name ${name}`);
      const changed = { ...named, formula };
      names[index] = changed;
      commands.syncExecuteCommand(SetDefinedNameCommand.id, {
        unitId,
        ...toName(opened, changed, index),
      });
    },
    calculationMode: () => calculation.mode,
    setCalculationMode: (mode) => {
      calculation.setMode(mode);
    },
    settled: () => calculation.settled(),
    setFunctions: (names, call) => {
      functions.register(
        names.map((name) => name.toUpperCase()),
        call
      );
    },

    onEdit: (listener) => edits.listen(listener),
    onSelection: (listener) => {
      let told = "";
      return onCommand((command) => {
        if (command.id !== SetSelectionsOperation.id) return;
        const params = command.params as ISetSelectionsOperationParams;
        const isMoving =
          params.type === SelectionMoveType.MOVING || params.type === SelectionMoveType.MOVE_START;
        if (params.unitId !== unitId || isMoving) return;
        const area = selectedArea(params.subUnitId);
        const key = JSON.stringify([params.subUnitId, area]);
        if (key === told) return;
        told = key;
        listener(params.subUnitId, area);
      });
    },
    onActivate: (listener) => {
      let told = activeSheet();
      return onCommand((command) => {
        if (command.id !== SetWorksheetActiveOperation.id || !activationsAreTold) return;
        if (activeSheet() === told) return;
        told = activeSheet();
        listener(told);
      });
    },
    isEditing: () => platform.isEditing(),
    undo: async () => {
      // Undo works on the unit that has the focus, and in Node none has.
      injector.get(IUniverInstanceService).focusUnit(unitId);
      await commands.executeCommand(UndoCommand.id);
    },
    insertRows: (id, row, count) => {
      commands.syncExecuteCommand(InsertRowByRangeCommand.id, {
        unitId,
        subUnitId: id,
        direction: Direction.UP,
        range: rowRange(sheetOf(id), row, count),
      });
    },
    deleteRows: (id, row, count) => {
      const range = rowRange(sheetOf(id), row, count);
      commands.syncExecuteCommand(RemoveRowByRangeCommand.id, { unitId, subUnitId: id, range });
    },
    calculateNow: () => {
      calculation.recalculateAll();
    },
    planSave: (part) => planSave(opened, state, originalRules, part),
    dispose: () => {
      for (const dispose of disposers) dispose();
      functions.dispose();
      calculation.dispose();
      formats.dispose();
      edits.dispose();
      platform.univer.dispose();
    },
  };
}

let rules = 0;

function nextRule(): number {
  rules++;
  return rules;
}

function rowRange(sheet: Worksheet, row: number, count: number): IRange {
  return toRange({ row, column: 0, rows: count, columns: sheet.getColumnCount() });
}

function widthsOf(
  columns: Readonly<Record<number, Partial<IColumnData>>>
): ReadonlyMap<number, number> {
  return new Map(
    Object.entries(columns).flatMap(([column, { w }]) =>
      w === undefined ? [] : [[Number(column), toPoints(w)]]
    )
  );
}

function hiddenOf(
  lines: Readonly<Record<number, { hd?: BooleanNumber } | null | undefined>>
): ReadonlySet<number> {
  const hidden = Object.entries(lines).filter(([, line]) => line?.hd === BooleanNumber.TRUE);
  return new Set(hidden.map(([index]) => Number(index)));
}
