import type {
  ICellData,
  IObjectMatrixPrimitiveType,
  IStyleData,
  Injector,
  Workbook,
  Worksheet,
} from "@univerjs/core";
import { ICommandService, IUndoRedoService } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import {
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
} from "@univerjs/sheets";

import type { Area, CellRef, CellValue } from "../../core/index.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../core/index.ts";
import { toFormat, toStyleChange } from "./cell-styles.ts";
import { NO_CONTENTS, toCellData, toCellValue } from "./cell-values.ts";
import { displayText } from "./displayed-text.ts";
import type { CellInput, EngineFormat } from "./engine.ts";
import { areaAround, cellsOf, toArea } from "./ranges.ts";

type Matrix = IObjectMatrixPrimitiveType<ICellData>;

/** Reads and writes the cells of one workbook; every write is one mutation and one step of the undo list. */
export class Cells {
  readonly #commands: ICommandService;
  readonly #undo: IUndoRedoService;
  readonly #formulas: FormulaDataModel;

  constructor(
    private readonly injector: Injector,
    private readonly workbook: Workbook,
    private readonly unitId: string
  ) {
    this.#commands = injector.get(ICommandService);
    this.#undo = injector.get(IUndoRedoService);
    this.#formulas = injector.get(FormulaDataModel);
  }

  usedArea(id: string, what: "filled" | "formatted"): Area | null {
    const filled: CellRef[] = [];
    for (const [row, column, cell] of cellsOf(this.#sheet(id).getCellMatrix().getMatrix())) {
      if (!cell) continue;
      const isFilled = toCellValue(cell) !== null || this.#formula(id, row, column) !== null;
      if (isFilled || (what === "formatted" && cell.s !== undefined && cell.s !== null)) {
        filled.push({ row, column });
      }
    }
    for (const [row, column, cell] of cellsOf(this.#spilled(id))) {
      if (toCellValue(cell) !== null) filled.push({ row, column });
    }
    return areaAround(filled);
  }

  value(id: string, row: number, column: number): CellValue {
    const cell = this.#sheet(id).getCellRaw(row, column);
    const value = toCellValue(cell);
    // The results of a spill stand beside the cells, not in them.
    return value ?? toCellValue(this.#spilled(id)?.[row]?.[column]);
  }

  formula(id: string, row: number, column: number): string | null {
    return this.#formula(id, row, column);
  }

  numberFormat(id: string, row: number, column: number): string {
    return this.#style(id, row, column)?.n?.pattern ?? "General";
  }

  text(id: string, row: number, column: number): string {
    return displayText(this.value(id, row, column), this.numberFormat(id, row, column));
  }

  format(id: string, row: number, column: number): EngineFormat {
    return toFormat(this.#style(id, row, column));
  }

  /** Where every spill of a sheet starts. */
  spills(id: string): readonly Area[] {
    const ranges = this.#formulas.getArrayFormulaRange()[this.unitId]?.[id];
    return [...cellsOf(ranges)].map(([, , range]) => toArea(range));
  }

  grid<T>(area: Area, read: (row: number, column: number) => T): T[][] {
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (__, c) => read(area.row + r, area.column + c))
    );
  }

  write(id: string, at: CellRef, cells: readonly (readonly (CellInput | null)[])[]): void {
    this.#put(
      id,
      this.#matrix(at, cells, (input) => {
        if (input.kind === "formula") return { ...NO_CONTENTS, f: input.formula };
        return { ...NO_CONTENTS, ...toCellData(input.value) };
      })
    );
  }

  writeNumberFormats(
    id: string,
    at: CellRef,
    formats: readonly (readonly (string | null)[])[]
  ): void {
    this.#put(
      id,
      this.#matrix(at, formats, (format) => ({
        s: { n: format === "General" ? null : { pattern: format } },
      })),
      "style"
    );
  }

  writeFormat(id: string, area: Area, format: Partial<EngineFormat>): void {
    const change = toStyleChange(format);
    const matrix: Matrix = {};
    for (let row = area.row; row < area.row + area.rows; row++) {
      const line: Record<number, ICellData> = {};
      for (let column = area.column; column < area.column + area.columns; column++) {
        line[column] = { s: change };
      }
      matrix[row] = line;
    }
    this.#put(id, matrix, "style");
  }

  clear(id: string, area: Area, what: "contents" | "formats" | "all"): void {
    const matrix: Matrix = {};
    const cleared: ICellData = {
      ...(what === "formats" ? {} : NO_CONTENTS),
      ...(what === "contents" ? {} : { s: null }),
    };
    for (const [row, column, cell] of cellsOf(this.#sheet(id).getCellMatrix().getMatrix())) {
      const isInside =
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns;
      if (!cell || !isInside) continue;
      matrix[row] = { ...matrix[row], [column]: cleared };
    }
    this.#put(id, matrix);
  }

  /** A change of style alone must say so: else Univer takes the cells to have lost the formulas it does not mention. */
  #put(id: string, matrix: Matrix, what: "contents" | "style" = "contents"): void {
    const area = areaAround(cellPlaces(matrix));
    if (area === null) return;
    this.#makeRoom(id, area);
    const params = {
      unitId: this.unitId,
      subUnitId: id,
      cellValue: matrix,
      ...(what === "style" ? { trigger: SetStyleCommand.id } : {}),
    };
    const undoParams = SetRangeValuesUndoMutationFactory(this.injector, params);
    this.#commands.syncExecuteCommand(SetRangeValuesMutation.id, params);
    this.#undo.pushUndoRedo({
      unitID: this.unitId,
      undoMutations: [{ id: SetRangeValuesMutation.id, params: undoParams }],
      redoMutations: [{ id: SetRangeValuesMutation.id, params }],
    });
  }

  /** Univer throws beyond the end of a sheet, where Excel has a million rows. */
  #makeRoom(id: string, area: Area): void {
    const sheet = this.#sheet(id);
    const rows = Math.min(MAX_ROWS, area.row + area.rows);
    const columns = Math.min(MAX_COLUMNS, area.column + area.columns);
    if (rows > sheet.getRowCount()) sheet.setRowCount(rows);
    if (columns > sheet.getColumnCount()) sheet.setColumnCount(columns);
  }

  #matrix<T>(
    at: CellRef,
    grid: readonly (readonly (T | null)[])[],
    toCell: (item: T) => ICellData
  ): Matrix {
    const matrix: Matrix = {};
    grid.forEach((line, r) => {
      const target: Record<number, ICellData> = {};
      line.forEach((item, c) => {
        if (item !== null) target[at.column + c] = toCell(item);
      });
      if (Object.keys(target).length > 0) matrix[at.row + r] = target;
    });
    return matrix;
  }

  #formula(id: string, row: number, column: number): string | null {
    const cell = this.#sheet(id).getCellRaw(row, column);
    if (!cell || (typeof cell.f !== "string" && typeof cell.si !== "string")) return null;
    // Asked of the model, because cells filled down share one formula.
    return this.#formulas.getFormulaStringByCell(row, column, id, this.unitId) ?? cell.f ?? null;
  }

  #style(id: string, row: number, column: number): IStyleData | null {
    const cell = this.#sheet(id).getCellRaw(row, column);
    return cell ? (this.workbook.getStyles().getStyleByCell(cell) ?? null) : null;
  }

  #spilled(id: string) {
    return this.#formulas.getArrayFormulaCellData()[this.unitId]?.[id];
  }

  #sheet(id: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (!sheet) throw new Error(`no sheet ${id}`);
    return sheet;
  }
}

function* cellPlaces(matrix: Matrix): Generator<CellRef> {
  for (const [row, column] of cellsOf(matrix)) yield { row, column };
}
