import type { Area, CellRef, CellValue } from "../../src/core/index.ts";
import type {
  CellInput,
  EditOrigin,
  Engine,
  EngineConditionalFormat,
  EngineEdit,
  EngineFormat,
  EngineName,
  EngineTable,
  EngineSheet,
  NewConditionalFormat,
} from "../../src/workbench/engine/engine.ts";

interface MemoryCell {
  value: CellValue;
  formula: string | null;
  numberFormat: string;
  format: EngineFormat;
}

interface MemorySheet {
  id: string;
  name: string;
  visibility: EngineSheet["visibility"];
  isProtected: boolean;
  cells: Map<string, MemoryCell>;
  formats: (NewConditionalFormat & { id: string })[];
  others: EngineConditionalFormat[];
  hiddenRows: Set<number>;
  spills: Area[];
  hiddenColumns: Set<number>;
  widths: Map<number, number>;
  frozenRows: number;
}

const PLAIN: EngineFormat = {
  fill: null,
  fontColor: null,
  bold: false,
  italic: false,
  wrap: false,
  horizontal: "general",
};

/**
 * A spreadsheet that keeps what it is given and computes nothing: a formula's value is set by hand. It is here for what
 * a real one does not let a test do in a moment: editing mode, protection, hidden rows, inserted rows, many cells.
 */
export class MemoryEngine implements Engine {
  workbookName = "Book1.xlsx";
  mode: "automatic" | "manual" = "automatic";
  names: EngineName[] = [];
  listed: EngineTable[] = [];
  editing: "editing" | "idle" = "idle";
  private readonly list: MemorySheet[] = [];
  private active = "";
  private selected: { sheet: string; area: Area };
  private last = 0;
  private readonly edits = new Set<(edit: EngineEdit) => void>();
  private readonly selections = new Set<(sheet: string, area: Area) => void>();
  private readonly activations = new Set<(sheet: string) => void>();

  constructor(names: readonly string[] = ["Sheet1"]) {
    for (const name of names) this.addSheet(name);
    this.active = this.list[0]?.id ?? "";
    this.selected = { sheet: this.active, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  /** By name or id, for a test to look into. */
  sheet(key: string): MemorySheet {
    const found = this.list.find(({ id, name }) => id === key || name === key);
    if (found === undefined) throw new Error(`no sheet ${key}`);
    return found;
  }

  put(key: string, at: CellRef, rows: readonly (readonly CellValue[])[]): void {
    rows.forEach((row, r) => {
      row.forEach((value, c) => {
        if (value !== null) this.cell(key, at.row + r, at.column + c).value = value;
      });
    });
  }

  cell(key: string, row: number, column: number): MemoryCell {
    const { cells } = this.sheet(key);
    const place = `${row},${column}`;
    let cell = cells.get(place);
    if (cell === undefined) {
      cell = { value: null, formula: null, numberFormat: "General", format: PLAIN };
      cells.set(place, cell);
    }
    return cell;
  }

  /** As a user puts rows in; only the event, the cells stay. */
  insertRows(key: string, row: number, rows: number): void {
    const area = { row, column: 0, rows, columns: 16_384 };
    this.tell({ sheet: this.sheet(key).id, area, origin: "user", change: "rows-inserted" });
  }

  userEdit(key: string, cell: CellRef, value: CellValue): void {
    this.cell(key, cell.row, cell.column).value = value;
    const area = { ...cell, rows: 1, columns: 1 };
    this.tell({ sheet: this.sheet(key).id, area, origin: "user", change: "edited" });
  }

  sheets(): readonly EngineSheet[] {
    return this.list.map(({ id, name, visibility, isProtected }) => ({
      id,
      name,
      visibility,
      isProtected,
    }));
  }

  addSheet(name: string): EngineSheet {
    this.last += 1;
    const sheet: MemorySheet = {
      id: `sheet-${this.last}`,
      name,
      visibility: "visible",
      isProtected: false,
      cells: new Map(),
      formats: [],
      others: [],
      hiddenRows: new Set(),
      spills: [],
      hiddenColumns: new Set(),
      widths: new Map(),
      frozenRows: 0,
    };
    this.list.push(sheet);
    return sheet;
  }

  removeSheet(id: string): void {
    this.list.splice(this.list.indexOf(this.sheet(id)), 1);
  }

  activeSheet(): string {
    return this.active;
  }

  activate(id: string): void {
    this.active = id;
    for (const listener of this.activations) listener(id);
  }

  selection(): { readonly sheet: string; readonly area: Area } {
    return this.selected;
  }

  select(id: string, area: Area): void {
    this.active = id;
    this.selected = { sheet: id, area };
    for (const listener of this.selections) listener(id, area);
  }

  usedArea(id: string): Area | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    for (const [place, { value, formula }] of this.sheet(id).cells) {
      if (value === null && formula === null) continue;
      const [row = 0, column = 0] = place.split(",").map(Number);
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    if (bottom < 0) return null;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  readValues(id: string, area: Area): CellValue[][] {
    return this.grid(id, area, (cell) => cell?.value ?? null);
  }

  readFormulas(id: string, area: Area): (string | null)[][] {
    return this.grid(id, area, (cell) => cell?.formula ?? null);
  }

  readNumberFormats(id: string, area: Area): string[][] {
    return this.grid(id, area, (cell) => cell?.numberFormat ?? "General");
  }

  readText(id: string, area: Area): string[][] {
    return this.grid(id, area, (cell) =>
      typeof cell?.value === "object" && cell.value !== null
        ? cell.value.error
        : String(cell?.value ?? "")
    );
  }

  writeCells(
    id: string,
    at: CellRef,
    cells: readonly (readonly (CellInput | null)[])[],
    origin: EditOrigin
  ): void {
    cells.forEach((row, r) => {
      row.forEach((input, c) => {
        if (input === null) return;
        const cell = this.cell(id, at.row + r, at.column + c);
        cell.value = input.kind === "value" ? input.value : null;
        cell.formula = input.kind === "formula" ? input.formula : null;
      });
    });
    const area = { ...at, rows: cells.length, columns: cells[0]?.length ?? 1 };
    this.tell({ sheet: id, area, origin, change: "edited" });
  }

  writeNumberFormats(
    id: string,
    at: CellRef,
    formats: readonly (readonly (string | null)[])[]
  ): void {
    formats.forEach((row, r) => {
      row.forEach((format, c) => {
        if (format !== null) this.cell(id, at.row + r, at.column + c).numberFormat = format;
      });
    });
  }

  clear(id: string, area: Area, what: "contents" | "formats" | "all", origin: EditOrigin): void {
    for (const [place, cell] of this.sheet(id).cells) {
      const [row = 0, column = 0] = place.split(",").map(Number);
      if (row < area.row || row >= area.row + area.rows) continue;
      if (column < area.column || column >= area.column + area.columns) continue;
      if (what !== "formats") Object.assign(cell, { value: null, formula: null });
      if (what !== "contents") Object.assign(cell, { numberFormat: "General", format: PLAIN });
    }
    this.tell({ sheet: id, area, origin, change: "edited" });
  }

  readFormat(id: string, { row, column }: CellRef): EngineFormat {
    return this.sheet(id).cells.get(`${row},${column}`)?.format ?? PLAIN;
  }

  writeFormat(id: string, area: Area, format: Partial<EngineFormat>): void {
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = this.cell(id, row, column);
        cell.format = { ...cell.format, ...format };
      }
  }

  setColumnWidth(id: string, column: number, points: number): void {
    this.sheet(id).widths.set(column, points);
  }

  freezeRows(id: string, rows: number): void {
    this.sheet(id).frozenRows = rows;
  }

  spills(id: string): readonly Area[] {
    return this.sheet(id).spills;
  }

  hiddenRows(id: string): ReadonlySet<number> {
    return this.sheet(id).hiddenRows;
  }

  hiddenColumns(id: string): ReadonlySet<number> {
    return this.sheet(id).hiddenColumns;
  }

  setProtected(id: string, isProtected: boolean): void {
    this.sheet(id).isProtected = isProtected;
  }

  conditionalFormats(id: string): readonly EngineConditionalFormat[] {
    const { formats, others } = this.sheet(id);
    const custom = formats.map((format) => ({
      id: format.id,
      type: "custom" as const,
      areas: format.areas,
      formula: format.formula,
      stopIfTrue: false,
    }));
    return [...custom, ...others];
  }

  addConditionalFormat(id: string, format: NewConditionalFormat): string {
    this.last += 1;
    this.sheet(id).formats.unshift({ ...format, id: `format-${this.last}` });
    return `format-${this.last}`;
  }

  removeConditionalFormat(id: string, formatId: string): void {
    const { formats } = this.sheet(id);
    formats.splice(
      formats.findIndex((format) => format.id === formatId),
      1
    );
  }

  appliedConditionalFormats(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  tables(): readonly EngineTable[] {
    return this.listed;
  }

  definedNames(): readonly EngineName[] {
    return this.names;
  }

  setDefinedName(name: string, sheet: string | null, formula: string): void {
    this.names = this.names.map((one) =>
      one.name === name && one.sheet === sheet ? { ...one, formula } : one
    );
  }

  calculationMode(): "automatic" | "manual" {
    return this.mode;
  }

  setCalculationMode(mode: "automatic" | "manual"): void {
    this.mode = mode;
  }

  settled(): Promise<void> {
    return Promise.resolve();
  }

  setFunctions(): void {
    // Nothing is computed here.
  }

  onEdit(listener: (edit: EngineEdit) => void): () => void {
    this.edits.add(listener);
    return () => this.edits.delete(listener);
  }

  onSelection(listener: (sheet: string, area: Area) => void): () => void {
    this.selections.add(listener);
    return () => this.selections.delete(listener);
  }

  onActivate(listener: (sheet: string) => void): () => void {
    this.activations.add(listener);
    return () => this.activations.delete(listener);
  }

  isEditing(): boolean {
    return this.editing === "editing";
  }

  dispose(): void {
    this.edits.clear();
    this.selections.clear();
    this.activations.clear();
  }

  private tell(edit: EngineEdit): void {
    for (const listener of this.edits) listener(edit);
  }

  private grid<T>(id: string, area: Area, read: (cell: MemoryCell | undefined) => T): T[][] {
    const { cells } = this.sheet(id);
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (_, c) =>
        read(cells.get(`${area.row + r},${area.column + c}`))
      )
    );
  }
}
