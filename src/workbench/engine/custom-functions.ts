import type { Injector, IUnitRange, Nullable } from "@univerjs/core";
import type { BaseValueObject } from "@univerjs/engine-formula";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FormulaDataModel,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";

import type { CellValue } from "../../core/index.ts";
import { isCellError } from "../../core/index.ts";
import type { FunctionCall } from "./engine.ts";
import { cellsOf } from "./ranges.ts";

type Argument = CellValue | CellValue[][];
type Answer = { readonly state: "waiting" } | { readonly state: "done"; readonly value: Argument };

/** Answers kept for calls that may come back unchanged; beyond this the oldest go. */
const KEPT_ANSWERS = 20_000;

/**
 * Functions that are computed elsewhere and later. Univer's own asynchronous functions run one after the other, show
 * nothing meanwhile and lose edits; so a call gives #BUSY! at once, and when its answer is there, the cell is
 * calculated again and finds it.
 */
export class CustomFunctions {
  readonly #functions: IFunctionService;
  readonly #formulas: FormulaDataModel;
  readonly #answers = new Map<string, Answer>();
  readonly #answered: IUnitRange[] = [];
  #names: readonly string[] = [];
  #call: FunctionCall | null = null;
  #waiting = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #generation = 0;

  constructor(
    injector: Injector,
    private readonly unitId: string,
    private readonly recalculate: (cells: readonly IUnitRange[]) => void
  ) {
    this.#functions = injector.get(IFunctionService);
    this.#formulas = injector.get(FormulaDataModel);
  }

  /** Whether an answer is still out, or in but not yet in its cell. */
  get isBusy(): boolean {
    return this.#waiting > 0 || this.#timer !== undefined;
  }

  /** Replaces all custom functions; cells that call them are calculated again. */
  register(names: readonly string[], call: FunctionCall): void {
    this.#forget();
    const gone = this.#names.filter((name) => !names.includes(name));
    this.#functions.unregisterExecutors(...gone);
    this.#names = [...names];
    this.#call = call;
    this.#functions.registerExecutors(
      ...names.map((name) => new RemoteFunction(name, (at, args) => this.#answer(name, at, args)))
    );
    // Univer keeps parsed formulas, in which an unknown name is an error for good.
    const touched = [...names, ...gone];
    this.#functions.deleteFormulaAstCacheKey(...touched);
    this.recalculate(this.#callers(touched));
  }

  dispose(): void {
    this.#forget();
    clearTimeout(this.#timer);
    this.#functions.unregisterExecutors(...this.#names);
  }

  #forget(): void {
    this.#generation++;
    this.#answers.clear();
    this.#waiting = 0;
  }

  /** The cells whose formula has one of the names in it. */
  #callers(names: readonly string[]): IUnitRange[] {
    const pattern = new RegExp(`(?<![\\w.])(?:${names.join("|")})\\s*\\(`, "i");
    const callers: IUnitRange[] = [];
    if (names.length === 0) return callers;
    const sheets = this.#formulas.getFormulaData()[this.unitId] ?? {};
    for (const [sheetId, cells] of Object.entries(sheets)) {
      for (const [row, column] of cellsOf(cells ?? {})) {
        const formula = this.#formulas.getFormulaStringByCell(row, column, sheetId, this.unitId);
        if (typeof formula === "string" && pattern.test(formula)) {
          callers.push(cellRange(this.unitId, sheetId, row, column));
        }
      }
    }
    return callers;
  }

  #answer(name: string, at: Caller, args: readonly Argument[]): Argument {
    const key = JSON.stringify([name, at.sheetId, at.row, at.column, args]);
    const known = this.#answers.get(key);
    if (known?.state === "done") return known.value;
    if (known === undefined) this.#ask(key, name, at, args);
    return { error: "#BUSY!" };
  }

  #ask(key: string, name: string, at: Caller, args: readonly Argument[]): void {
    const call = this.#call;
    if (call === null) return;
    const generation = this.#generation;
    this.#answers.set(key, { state: "waiting" });
    if (this.#answers.size > KEPT_ANSWERS) this.#dropOldest();
    this.#waiting++;
    const cell = { row: at.row, column: at.column };
    Promise.resolve()
      .then(() => call({ name, args, sheet: at.sheetId, cell }))
      .catch((): Argument => ({ error: "#VALUE!" }))
      .then((value) => {
        if (generation !== this.#generation) return;
        this.#waiting--;
        this.#answers.set(key, { state: "done", value });
        this.#answered.push(cellRange(this.unitId, at.sheetId, at.row, at.column));
        this.#timer ??= setTimeout(() => {
          this.#timer = undefined;
          this.recalculate(this.#answered.splice(0));
        }, 0);
      })
      // Nothing above can reject; a floating promise would end the process if that ever changed.
      .catch(() => undefined);
  }

  #dropOldest(): void {
    for (const [key, answer] of this.#answers) {
      if (answer.state === "waiting") continue;
      this.#answers.delete(key);
      return;
    }
  }
}

interface Caller {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** A throw inside any function ends Univer's calculation for good: nothing leaves `calculate` but a value. */
class RemoteFunction extends BaseFunction {
  override minParams = 0;
  override maxParams = 255;

  constructor(
    name: string,
    private readonly answer: (at: Caller, args: readonly Argument[]) => Argument
  ) {
    super(name);
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    try {
      const at = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
      return toValueObject(this.answer(at, variants.map(toArgument)));
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }
}

function toArgument(variant: BaseValueObject): Argument {
  if (!(variant instanceof ArrayValueObject)) return toScalar(variant);
  const grid = variant.getArrayValue().map((line) => line.map(toScalar));
  const only = grid[0]?.[0];
  return grid.length === 1 && grid[0]?.length === 1 && only !== undefined ? only : grid;
}

function toScalar(variant: Nullable<BaseValueObject>): CellValue {
  if (!variant || variant.isNull()) return null;
  if (variant instanceof ErrorValueObject) return { error: variant.getErrorType() };
  return variant.getValue();
}

function toValueObject(value: Argument): BaseValueObject {
  if (!Array.isArray(value)) return toScalarObject(value);
  const columns = Math.max(0, ...value.map((line) => line.length));
  if (columns === 0) return ErrorValueObject.create(ErrorType.CALC);
  return ArrayValueObject.create({
    calculateValueList: value.map((line) =>
      Array.from({ length: columns }, (_, column) =>
        column < line.length
          ? toScalarObject(line[column] ?? null)
          : ErrorValueObject.create(ErrorType.NA)
      )
    ),
    rowCount: value.length,
    columnCount: columns,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function toScalarObject(value: CellValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (isCellError(value)) return errorObject(value.error);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (typeof value === "string") return StringValueObject.create(value);
  return Number.isFinite(value)
    ? NumberValueObject.create(value)
    : ErrorValueObject.create(ErrorType.NUM);
}

/** Univer carries any error, but its type lists only its own: #BUSY! is not among them. */
function errorObject(error: string): BaseValueObject {
  const create: (type: never) => BaseValueObject = ErrorValueObject.create.bind(ErrorValueObject);
  return create(error as never);
}

function cellRange(unitId: string, sheetId: string, row: number, column: number): IUnitRange {
  const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  return { unitId, sheetId, range };
}
