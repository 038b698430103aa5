import type { HostAbilities, SelfTestHost, TextStore } from "../../src/actions/self-test/index.ts";
import type {
  Area,
  CellRef,
  CellValue,
  Failure,
  Result,
  WriteIntent,
} from "../../src/core/index.ts";
import { failed, parseArea, success } from "../../src/core/index.ts";
import type { FunctionId } from "../../src/core/measures/index.ts";
import { MEASURE_FUNCTIONS } from "../../src/core/measures/index.ts";
import { checkTable } from "../../src/core/table-check/index.ts";

export interface FakeHostParts {
  readonly abilities?: Partial<HostAbilities>;
  readonly sheets?: readonly { readonly name: string; readonly isProtected: boolean }[];
  readonly structure?: "open" | "protected";
  /** What a function gets for an empty cell; seen: whether the test may watch arguments. */
  readonly blank?: unknown;
  readonly arguments?: "seen" | "elsewhere";
  readonly functions?: "answer" | "unknown" | "silent";
  readonly spills?: "yes" | "no";
  readonly events?: "come" | "do-not-come";
  readonly recalculates?: "yes" | "no";
  /** Called before every request with its number from 1; what it returns is the failure of that request. */
  readonly fault?: (request: number, what: string) => Failure | "throw" | undefined;
}

export interface FakeSelfTestHost extends SelfTestHost {
  sheetNames(): readonly string[];
  readonly selected: string[];
  readonly kept: ReadonlyMap<string, string>;
  requests(): number;
}

interface FakeCell {
  value: CellValue;
  formula: string | null;
}

const ERRORS: Readonly<Record<string, string>> = {
  missing: "#N/A",
  "zero-base": "#DIV/0!",
};

/** A host that computes just what the self-test types, and fails where it is told to. Its clock runs by its pauses. */
export function fakeSelfTestHost(parts: FakeHostParts = {}): FakeSelfTestHost {
  const sheets = [...(parts.sheets ?? [{ name: "经济指标", isProtected: false }])];
  const cells = new Map<string, FakeCell>();
  const flags: string[] = [];
  const kept = new Map<string, string>();
  const selected: string[] = [];
  const editListeners = new Set<(sheet: string) => void>();
  const selectionListeners = new Set<(selection: { sheet: string; area: Area }) => void>();
  let watcher: ((args: readonly unknown[]) => void) | null = null;
  let time = 0;
  let requests = 0;

  async function ask<T>(what: string, act: () => T): Promise<Result<T>> {
    requests += 1;
    const fault = parts.fault?.(requests, what);
    await Promise.resolve();
    if (fault === "throw") throw new Error(`a fault in ${what}`);
    return fault === undefined ? success(act()) : failed(fault);
  }

  const key = (at: CellRef): string => `${at.row},${at.column}`;
  const put = (at: CellRef, value: CellValue, formula: string | null): void => {
    cells.set(key(at), { value, formula });
  };
  const valueAt = (at: CellRef): CellValue => cells.get(key(at))?.value ?? null;

  function compute(): void {
    for (const [place, cell] of cells) {
      if (cell.formula === null) continue;
      const [row = 0, column = 0] = place.split(",").map(Number);
      const grid = evaluate(cell.formula);
      cell.value = grid[0]?.[0] ?? null;
      if (parts.spills === "no") continue;
      grid.forEach((line, r) => {
        line.forEach((value, c) => {
          if (r + c > 0) put({ row: row + r, column: column + c }, value, null);
        });
      });
    }
  }

  function evaluate(formula: string): CellValue[][] {
    const sum = /^=([A-Z]+\d+|\d+)([*+])(\d+)$/.exec(formula);
    if (sum !== null) {
      const left = Number(operand(sum[1] ?? ""));
      const right = Number(sum[3]);
      return [[sum[2] === "*" ? left * right : left + right]];
    }
    const total = /^=SUM\((.*)\)$/.exec(formula);
    if (total !== null) {
      const values = evaluate(`=${total[1] ?? ""}`).flat();
      const error = values.find((value) => typeof value === "object" && value !== null);
      return [[error ?? values.reduce<number>((a, b) => a + Number(b), 0)]];
    }
    const call = /^=(ZONE_[A-Z]+)\((.*)\)$/.exec(formula);
    if (call === null) throw new Error(`the fake host cannot compute ${formula}`);
    if (parts.functions === "unknown") return [[{ error: "#NAME?" }]];
    if (parts.functions === "silent") return [[{ error: "#BUSY!" }]];
    const args = (call[2] ?? "").match(/"(?:[^"]|"")*"|[^,]+/g)?.map(operand) ?? [];
    const id = call[1] as FunctionId;
    if (id === "ZONE_GAP" && parts.arguments !== "elsewhere")
      watcher?.(
        [...args.map((arg) => (Array.isArray(arg) ? (arg as unknown[]) : [[arg]])), null].slice(
          0,
          3
        )
      );
    const results =
      id === "ZONE_CHECK"
        ? checkTable(args[0], args[1], "zh-CN")
        : MEASURE_FUNCTIONS.find((one) => one.id === id)?.evaluate(args);
    return (results ?? []).map((line) =>
      line.map((result) =>
        result.ok ? result.value : { error: ERRORS[result.failure.reason] ?? "#VALUE!" }
      )
    );
  }

  function operand(text: string): unknown {
    if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
    const area = /^[A-Z]+\d/.test(text) ? parseArea(text) : undefined;
    if (area === undefined) return Number(text);
    const grid = Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (__, c) => {
        const value = valueAt({ row: area.row + r, column: area.column + c });
        return value === null && "blank" in parts ? parts.blank : value;
      })
    );
    return area.rows * area.columns === 1 ? grid[0]?.[0] : grid;
  }

  function carryOut(intent: WriteIntent): "sheet-missing" | "workbook-protected" | null {
    const { structure = "open" } = parts;
    if (intent.kind === "ensure-sheet") {
      if (structure === "protected") return "workbook-protected";
      sheets.push({ name: intent.sheet, isProtected: false });
      return null;
    }
    if ("sheet" in intent && !sheets.some(({ name }) => name === intent.sheet))
      return "sheet-missing";
    switch (intent.kind) {
      case "remove-sheet":
        sheets.splice(
          sheets.findIndex(({ name }) => name === intent.sheet),
          1
        );
        cells.clear();
        return null;
      case "write-block":
        intent.cells.forEach((row, r) => {
          row.forEach((cell, c) => {
            const at = { row: intent.at.row + r, column: intent.at.column + c };
            if (cell.kind === "text") put(at, cell.text, null);
            else if (cell.kind === "number") put(at, cell.value, null);
            else if (cell.kind === "formula") put(at, null, cell.formula);
          });
        });
        if (parts.events !== "do-not-come") for (const tell of editListeners) tell(intent.sheet);
        return null;
      case "set-formulas":
        intent.formulas.forEach((row, r) => {
          row.forEach((formula, c) => {
            put({ row: intent.at.row + r, column: intent.at.column + c }, null, formula);
          });
        });
        return null;
      case "put-flags":
        flags.push(...intent.flags.map(({ formula }) => formula));
        return null;
      case "remove-flags":
        flags.length = 0;
        return null;
      case "select":
        selected.push(intent.sheet);
        if (parts.events !== "do-not-come")
          for (const tell of selectionListeners) tell({ sheet: intent.sheet, area: intent.area });
        return null;
      default:
        throw new Error(`the fake host has no ${intent.kind}`);
    }
  }

  const store = (name: string): TextStore => ({
    put: (at, text) =>
      ask(`${name}.put`, () => {
        kept.set(name + at, text);
        return null;
      }),
    read: (at) => ask(`${name}.read`, () => kept.get(name + at) ?? null),
    remove: (at) =>
      ask(`${name}.remove`, () => {
        kept.delete(name + at);
        return null;
      }),
  });

  let computed = 0;
  return {
    port: {
      apply: async (plan) => {
        const kinds = plan.map(({ kind }) => kind).join("+");
        const applied = await ask(kinds, () => {
          const refused = plan.flatMap((intent) => {
            const reason = carryOut(intent);
            return reason === null ? [] : [{ intent, reason, sheet: null }];
          });
          if (parts.recalculates !== "no" || computed === 0) compute();
          if (kinds.includes("set-formulas") || kinds === "write-block") computed += 1;
          return { done: plan, refused };
        });
        return applied.ok ? applied : failed({ failure: applied.failure, done: [] });
      },
    },
    abilities: () => ({
      excelApi: "1.15",
      undo: "host-decides",
      customFunctions: "available",
      runtime: "shared",
      shortcuts: "available",
      ...parts.abilities,
    }),
    outline: () => ask("outline", () => ({ sheets, structure: parts.structure ?? "open" })),
    readCells: (sheet, area) =>
      ask("readCells", () => {
        const at = (r: number, c: number): FakeCell | undefined =>
          cells.get(key({ row: area.row + r, column: area.column + c }));
        const grid = <T>(of: (cell: FakeCell | undefined) => T): T[][] =>
          Array.from({ length: area.rows }, (_, r) =>
            Array.from({ length: area.columns }, (__, c) => of(at(r, c)))
          );
        return {
          values: grid((cell) => cell?.value ?? null),
          formulas: grid((cell) => cell?.formula ?? null),
        };
      }),
    readFlags: () => ask("readFlags", () => [...flags]),
    readSelection: () =>
      ask("readSelection", () => ({
        sheet: "经济指标",
        area: { row: 3, column: 3, rows: 1, columns: 1 },
      })),
    watchEdits: (listener) =>
      ask("watchEdits", () => {
        editListeners.add(listener);
        return () => Promise.resolve(void editListeners.delete(listener));
      }),
    watchSelection: (listener) =>
      ask("watchSelection", () => {
        selectionListeners.add(listener);
        return () => Promise.resolve(void selectionListeners.delete(listener));
      }),
    settings: store("settings"),
    parts: store("parts"),
    watchArguments: (listener) => {
      watcher = listener;
      return () => {
        watcher = null;
      };
    },
    pause: (milliseconds) => {
      time += milliseconds;
      return Promise.resolve();
    },
    now: () => new Date(Date.UTC(2026, 0, 5) + time),
    sheetNames: () => sheets.map(({ name }) => name),
    selected,
    kept,
    requests: () => requests,
  };
}
