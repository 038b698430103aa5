import type { SaxesTagNS } from "saxes";
import { MAX_COLUMNS, MAX_ROWS } from "../../core/index.ts";
import { brokenPart, Fault } from "../fault.ts";
import { LIMITS } from "../limits.ts";
import { treeBuilder, truthOf, walkXml } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";

/** A worksheet part: its tree without the cells, and the cells as a lean list with the places where they stand. */
export interface SheetScan {
  readonly part: string;
  readonly text: string;
  /** The root; its sheetData child has no children here. */
  readonly root: XmlElement;
  readonly rows: readonly ScannedRow[];
}

export interface Place {
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

export interface ScannedRow extends Place {
  readonly row: number;
  readonly hidden: boolean;
  /** In points, where the row has a height of its own. */
  readonly height: number | null;
  /** Format of the row's blank cells, where it has one. */
  readonly style: number | null;
  readonly spans: string | null;
  readonly cells: readonly ScannedCell[];
}

export interface ScannedCell extends Place {
  readonly row: number;
  readonly column: number;
  readonly style: number | null;
  /** The t attribute; "n" where absent. */
  readonly type: string;
  /** Text of v, as written; null where there is no v. */
  readonly value: string | null;
  /** Text of an inline string. */
  readonly inline: string | null;
  readonly formula: ScannedFormula | null;
  /** The cm attribute: what makes an array formula one that spills. */
  readonly metadata: string | null;
}

export interface ScannedFormula extends Place {
  readonly type: "normal" | "shared" | "array" | "dataTable";
  readonly text: string;
  readonly ref: string | null;
  readonly sharedIndex: string | null;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Reads a worksheet part. Cells without a reference follow the one before them, rows likewise. */
export function scanSheet(part: string, text: string): SheetScan {
  const builder = treeBuilder();
  const rows: ScannedRow[] = [];
  const scanner = cellScanner(part, rows);
  let inside = false;
  walkXml(part, text, {
    open: (tag, start, openEnd) => {
      if (inside) scanner.open(tag, start, openEnd);
      else {
        builder.open(tag, start, openEnd);
        inside = tag.local === "sheetData";
      }
    },
    text: (piece) => {
      if (inside) scanner.text(piece);
      else builder.text(piece);
    },
    close: (tag, closeStart, end) => {
      if (tag.local === "sheetData") inside = false;
      if (inside) scanner.close(tag, closeStart, end);
      else builder.close(tag, closeStart, end);
    },
  });
  const root = builder.root();
  if (root?.local !== "worksheet") throw brokenPart(part, "is no worksheet");
  return { part, text, root, rows };
}

/** A worksheet's tree alone, where nobody asks for its cells. */
export function sheetTree(part: string, text: string): XmlElement {
  const builder = treeBuilder();
  let inside = false;
  walkXml(part, text, {
    open: (tag, start, openEnd) => {
      if (inside) return;
      builder.open(tag, start, openEnd);
      inside = tag.local === "sheetData";
    },
    text: (piece) => {
      if (!inside) builder.text(piece);
    },
    close: (tag, closeStart, end) => {
      if (tag.local === "sheetData") inside = false;
      if (!inside) builder.close(tag, closeStart, end);
    },
  });
  const root = builder.root();
  if (root?.local !== "worksheet") throw brokenPart(part, "is no worksheet");
  return root;
}

function cellScanner(part: string, rows: ScannedRow[]) {
  let nextRow = 0;
  let nextColumn = 0;
  let count = 0;
  let row: (Draft<ScannedRow> & { cells: ScannedCell[] }) | null = null;
  let cell: Draft<ScannedCell> | null = null;
  let formula: Draft<ScannedFormula> | null = null;
  let collecting: "v" | "f" | "t" | null = null;
  let guides = 0;
  let pieces = "";

  const openRow = (tag: SaxesTagNS, start: number, openEnd: number): void => {
    const number = tag.attributes.r?.value;
    const index = number === undefined ? nextRow : Number(number) - 1;
    if (!Number.isInteger(index) || index < 0 || index >= MAX_ROWS)
      throw brokenPart(part, `row ${number ?? index + 1}`);
    nextRow = index + 1;
    nextColumn = 0;
    const height = Number(tag.attributes.ht?.value ?? NaN);
    row = {
      row: index,
      hidden: truthOf(tag.attributes.hidden?.value) === true,
      height: Number.isFinite(height) ? height : null,
      style:
        truthOf(tag.attributes.customFormat?.value) === true
          ? indexOf(tag.attributes.s?.value)
          : null,
      spans: tag.attributes.spans?.value ?? null,
      cells: [],
      start,
      openEnd,
      closeStart: openEnd,
      end: openEnd,
    };
    rows.push(row);
  };

  const openCell = (tag: SaxesTagNS, start: number, openEnd: number): void => {
    if (row === null) throw brokenPart(part, "a cell outside a row");
    const reference = tag.attributes.r?.value;
    const column = reference === undefined ? nextColumn : columnOf(reference);
    if (column === undefined || column >= MAX_COLUMNS)
      throw brokenPart(part, `cell ${reference ?? ""}`);
    nextColumn = column + 1;
    cell = {
      row: row.row,
      column,
      style: indexOf(tag.attributes.s?.value),
      type: tag.attributes.t?.value ?? "n",
      value: null,
      inline: null,
      formula: null,
      metadata: tag.attributes.cm?.value ?? null,
      start,
      openEnd,
      closeStart: openEnd,
      end: openEnd,
    };
    row.cells.push(cell);
  };

  const openFormula = (tag: SaxesTagNS, start: number, openEnd: number): void => {
    const type = tag.attributes.t?.value;
    formula = {
      type: type === "shared" || type === "array" || type === "dataTable" ? type : "normal",
      text: "",
      ref: tag.attributes.ref?.value ?? null,
      sharedIndex: tag.attributes.si?.value ?? null,
      start,
      openEnd,
      closeStart: openEnd,
      end: openEnd,
    };
    if (cell !== null) cell.formula = formula;
  };

  const closeCell = (): void => {
    if (cell !== null && (cell.value !== null || cell.inline !== null || cell.formula !== null)) {
      count += 1;
      if (count > LIMITS.cells)
        throw new Fault({ code: "too-large", what: "cells", limit: LIMITS.cells });
    }
    cell = null;
  };

  return {
    open: (tag: SaxesTagNS, start: number, openEnd: number): void => {
      if (tag.local === "row") openRow(tag, start, openEnd);
      else if (tag.local === "c") openCell(tag, start, openEnd);
      else if (tag.local === "f") openFormula(tag, start, openEnd);
      else if (tag.local === "rPh") guides += 1;
      else if (tag.local === "is" && cell !== null) cell.inline = "";
      if (tag.local === "v" || tag.local === "f" || (tag.local === "t" && guides === 0)) {
        collecting = tag.local;
        pieces = "";
      }
    },
    text: (piece: string): void => {
      if (collecting !== null) pieces += piece;
    },
    close: (tag: SaxesTagNS, closeStart: number, end: number): void => {
      const place = tag.local === "row" ? row : tag.local === "c" ? cell : formula;
      if (place !== null && (tag.local === "row" || tag.local === "c" || tag.local === "f")) {
        place.closeStart = closeStart;
        place.end = end;
      }
      if (tag.local === "rPh") guides -= 1;
      if (tag.local === collecting) {
        if (collecting === "f" && formula !== null) formula.text = pieces;
        else if (collecting === "v" && cell !== null) cell.value = pieces;
        else if (cell !== null && cell.inline !== null) cell.inline += pieces;
        collecting = null;
      }
      if (tag.local === "f") formula = null;
      if (tag.local === "c") closeCell();
      if (tag.local === "row") row = null;
    },
  };
}

function indexOf(value: string | undefined): number | null {
  const index = Number(value ?? NaN);
  return Number.isInteger(index) && index >= 0 ? index : null;
}

function columnOf(reference: string): number | undefined {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index) & ~32;
    if (code < 65 || code > 90) return index === 0 || column > MAX_COLUMNS ? undefined : column - 1;
    column = column * 26 + code - 64;
  }
  return undefined;
}
