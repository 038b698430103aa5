import type { CellRef, CellValue, PlannedCell, WritePlan } from "../../core/index.ts";
import { formatArea, isCellError } from "../../core/index.ts";
import type { FunctionId, FunctionRecord } from "../../core/measures/index.ts";
import { FUNCTION_RECORDS } from "../../core/measures/index.ts";
import type { Bench } from "./bench.ts";
import { attempt, need, shown, until } from "./bench.ts";
import type { FunctionTrials, StepOutcome } from "./result.ts";
import { PASSED, failedStep } from "./result.ts";

/** An example of the documentation as it is typed into the scratch sheet. */
interface Trial {
  readonly id: FunctionId;
  readonly at: CellRef;
  readonly formula: string;
  readonly expected: number | string;
  readonly operands: readonly {
    readonly at: CellRef;
    readonly cells: readonly (readonly PlannedCell[])[];
  }[];
}

const FIRST_ROW = 40;
/** Rows a trial has to itself, for its operands and for what it spills. */
const ROWS = 12;
/** Right of the widest operands, with room to spill on a small sheet. */
const FORMULA_COLUMN = 9;
const ANSWER_TIME = 30_000;

/** Ranges of an example are laid out on the sheet and pointed at; single values stand in the formula. */
export function layOutTrials(
  records: readonly FunctionRecord[] = FUNCTION_RECORDS
): readonly Trial[] {
  return records.flatMap((record, index) => {
    const [example] = record.examples;
    if (example === undefined) return [];
    const row = FIRST_ROW + index * ROWS;
    const operands: Trial["operands"][number][] = [];
    let column = 0;
    const args = example.inputs.map((input) => {
      if (!Array.isArray(input)) return literal(input);
      const grid = input as readonly (readonly unknown[])[];
      const columns = Math.max(0, ...grid.map((line) => line.length));
      const at = { row, column };
      operands.push({ at, cells: grid.map((line) => line.map(plannedCell)) });
      column += columns + 1;
      return formatArea({ ...at, rows: grid.length, columns });
    });
    return [
      {
        id: record.id,
        at: { row, column: FORMULA_COLUMN },
        formula: `=${record.id}(${args.join(",")})`,
        expected: example.result,
        operands,
      },
    ];
  });
}

function literal(input: unknown): string {
  return typeof input === "string" ? `"${input.replaceAll('"', '""')}"` : String(input);
}

function plannedCell(value: unknown): PlannedCell {
  if (typeof value === "number") return { kind: "number", value, numberFormat: "General" };
  return typeof value === "string" ? { kind: "text", text: value } : { kind: "blank" };
}

/** Types them all and waits until none is being computed any more. */
async function typeAll(bench: Bench): Promise<FunctionTrials> {
  const { host, sheet } = bench;
  const trials = layOutTrials();
  const plan: WritePlan = trials.flatMap(({ at, formula, operands }) => [
    ...operands.map((operand) => ({ kind: "write-block" as const, sheet, ...operand })),
    { kind: "set-formulas" as const, sheet, at, formulas: [[formula]] },
  ]);
  const problem = await attempt(host, plan);
  if (problem !== null) return { kind: "not-typed", outcome: failedStep(problem) };
  const area = {
    row: FIRST_ROW,
    column: FORMULA_COLUMN,
    rows: trials.length * ROWS,
    columns: 1,
  };
  const values = await until(bench, ANSWER_TIME, async () => {
    const grid = need(await host.readCells(sheet, area)).values;
    const read = new Map(
      trials.map(({ id, at }) => [id, grid[at.row - FIRST_ROW]?.[0] ?? null] as const)
    );
    return { done: ![...read.values()].some(isPending), value: read };
  });
  return { kind: "typed", values };
}

/** Excel shows #BUSY! while a function is computed; before its answer, older versions show #GETTING_DATA. */
export function isPending(value: CellValue): boolean {
  return isCellError(value) && /^#(?:BUSY!|GETTING_DATA)$/.test(value.error);
}

/** What came of one function. */
export async function functionOutcome(bench: Bench, id: FunctionId): Promise<StepOutcome> {
  bench.functionTrials ??= typeAll(bench);
  const trials = await bench.functionTrials;
  if (trials.kind === "not-typed") return trials.outcome;
  const trial = layOutTrials().find((one) => one.id === id);
  if (trial === undefined) throw new Error(`${id} has no example`);
  return judge(trial, trials.values.get(id) ?? null);
}

function judge({ formula, expected }: Trial, found: CellValue): StepOutcome {
  if (isCellError(found) && found.error === "#NAME?")
    return failedStep({ code: "function-unknown" });
  if (isPending(found)) return failedStep({ code: "function-unanswered" });
  if (shown(found) === shown(expected)) return PASSED;
  return failedStep({
    code: "function-differs",
    formula,
    expected: shown(expected),
    found: shown(found),
  });
}
