import { formatAddress, isCellError } from "../../core/index.ts";
import type { CellRef, CellValue } from "../../core/index.ts";
import type { FunctionCall } from "../engine/engine.ts";
import { isList } from "./wire.ts";
import type { Json, MessageEntry } from "./wire.ts";

/** One function of the add-in's functions.json, as far as the host reads it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly dimensionality?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
  };
  /** Error values reach the function; without it Excel hands the first error on and calls nothing. */
  readonly allowErrorForDataTypeAny?: boolean;
}

const INVOKE: readonly [number, number] = [1, 1000];
const CANCEL: readonly [number, number] = [1, 1001];
const FLAG = { cancelable: 1, streaming: 2, errorsAllowed: 4 } as const;

/** What a failed invocation shows, by the runtime's error code; the codes not listed show #VALUE!. */
const ERRORS: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  8: "#NULL!",
  10: "#N/A",
  11: "#NAME?",
};

const BLANKS = { null: null, zero: 0, text: "" } as const;

interface Pending {
  readonly message: MessageEntry;
  readonly isStreaming: boolean;
  readonly isCancelable: boolean;
  readonly resolve: (value: CellValue | CellValue[][]) => void;
}

/**
 * Carries custom functions between the spreadsheet and the add-in: a cell that calls one becomes a message, and the
 * answer comes back as a method call in a later batch. Calls made before the add-in is ready wait for it.
 */
export class FunctionBridge {
  private readonly functions = new Map<string, FunctionMetadata>();
  private readonly pending = new Map<number, Pending>();
  private readonly waiters = new Set<() => void>();
  private isReady = false;
  private last = 0;

  constructor(
    private readonly post: (entries: readonly MessageEntry[]) => void,
    private readonly blankArguments: "null" | "zero" | "text",
    /** A sheet's name out of its id. */
    private readonly sheetName: (sheet: string) => string
  ) {}

  /** Names in upper case, as formulas call them. */
  names(): readonly string[] {
    return [...this.functions.keys()];
  }

  define(functions: readonly FunctionMetadata[]): void {
    this.functions.clear();
    for (const metadata of functions) this.functions.set(metadata.name.toUpperCase(), metadata);
  }

  readonly call: FunctionCall = ({ name, args, sheet, cell }) => {
    const metadata = this.functions.get(name.toUpperCase());
    if (metadata === undefined) return Promise.resolve({ error: "#NAME?" });
    const prepared = this.prepare(metadata, args);
    if (!Array.isArray(prepared)) return Promise.resolve(prepared);
    return new Promise((resolve) => {
      this.start(metadata, prepared, sheet, cell, resolve);
    });
  };

  /** The add-in's runtime is up: everything that waited is sent, also what an earlier load never answered. */
  ready(): void {
    this.isReady = true;
    if (this.pending.size > 0) this.post([...this.pending.values()].map(({ message }) => message));
  }

  /** The add-in is gone (a reload): calls wait for the next one. */
  detached(): void {
    this.isReady = false;
  }

  /** Tells the add-in that an answer is no longer wanted; the cell gets #N/A. */
  cancel(id: number): void {
    const call = this.pending.get(id);
    if (call === undefined) return;
    this.pending.delete(id);
    if (this.isReady && (call.isCancelable || call.isStreaming))
      this.post([[...CANCEL, "", JSON.stringify({ invocationId: id }), "", false]]);
    call.resolve({ error: "#N/A" });
  }

  cancelAll(): void {
    for (const id of [...this.pending.keys()]) this.cancel(id);
  }

  /** Ids of the calls without an answer. */
  outstanding(): readonly number[] {
    return [...this.pending.keys()];
  }

  /** Tells once that the spreadsheet waits for the add-in, so that a batch never waits for its own sender. */
  onceOutstanding(listener: () => void): () => void {
    if (this.pending.size > 0) listener();
    else this.waiters.add(listener);
    return () => this.waiters.delete(listener);
  }

  /** SetInvocationArrayResults: [[id, isSuccess, value, error code if failed], …]. */
  answer(results: readonly Json[]): void {
    for (const result of results) {
      if (!isList(result)) continue;
      const [id, isSuccess, value, code] = result;
      const call = typeof id === "number" ? this.pending.get(id) : undefined;
      if (call === undefined || typeof id !== "number") continue;
      if (!call.isStreaming) this.pending.delete(id);
      call.resolve(
        isSuccess === true ? toCellValues(value ?? null) : { error: errorOf(code ?? null) }
      );
    }
  }

  private start(
    metadata: FunctionMetadata,
    args: readonly Json[],
    sheet: string,
    cell: CellRef,
    resolve: Pending["resolve"]
  ): void {
    this.last += 1;
    const id = this.last;
    const isCancelable = metadata.options?.cancelable === true;
    const isStreaming = metadata.options?.stream === true;
    const flags =
      (isCancelable ? FLAG.cancelable : 0) |
      (isStreaming ? FLAG.streaming : 0) |
      (metadata.allowErrorForDataTypeAny === true ? FLAG.errorsAllowed : 0);
    const address = formatAddress({
      sheet: this.sheetName(sheet),
      area: { ...cell, rows: 1, columns: 1 },
    });
    const body = JSON.stringify([id, metadata.id, args, address, flags, null]);
    const message: MessageEntry = [...INVOKE, "", body, "", false];
    this.pending.set(id, { message, isStreaming, isCancelable, resolve });
    if (this.isReady) this.post([message]);
    const waiting = [...this.waiters];
    this.waiters.clear();
    for (const wake of waiting) wake();
  }

  /** Arguments in the shape the function declares, or the error value that stands for the whole call. */
  private prepare(
    metadata: FunctionMetadata,
    args: readonly (CellValue | CellValue[][])[]
  ): Json[] | { readonly error: string } {
    const prepared: Json[] = [];
    const repeated: Json[] = [];
    for (const [index, argument] of args.entries()) {
      const parameter = metadata.parameters[index] ?? metadata.parameters.at(-1);
      const into = parameter?.repeating === true ? repeated : prepared;
      const grid = Array.isArray(argument) ? argument : [[argument]];
      const error = grid.flat().find(isCellError);
      if (error !== undefined && metadata.allowErrorForDataTypeAny !== true) return error;
      const values = grid.map((row) => row.map((value) => this.toArgument(value)));
      const isOmitted = argument === null && !Array.isArray(argument);
      if (isOmitted && parameter?.optional === true) into.push(null);
      else if (parameter?.dimensionality === "matrix") into.push(values);
      else if (values.length === 1 && values[0]?.length === 1) into.push(values[0][0] ?? null);
      else return { error: "#VALUE!" };
    }
    // The runtime puts the invocation after the arguments: without those left out it would stand in their place.
    const leftOut = metadata.parameters
      .slice(args.length)
      .filter(({ repeating }) => repeating !== true);
    // A parameter that repeats is the last, and its arguments come as one list.
    const repeats = metadata.parameters.some(({ repeating }) => repeating === true);
    return [...prepared, ...leftOut.map(() => null), ...(repeats ? [repeated] : [])];
  }

  private toArgument(value: CellValue): Json {
    if (value === null) return BLANKS[this.blankArguments];
    if (isCellError(value)) return { type: "CustomFunctionError", code: value.error };
    return value;
  }
}

function errorOf(code: Json): string {
  return typeof code === "number" ? (ERRORS[code] ?? "#VALUE!") : "#VALUE!";
}

function toCellValues(value: Json): CellValue | CellValue[][] {
  if (!isList(value)) return toCellValue(value);
  return value.map((row) => (isList(row) ? row.map(toCellValue) : [toCellValue(row)]));
}

/** A plain value, or one with a type of its own (a returned error, a formatted number), which shows its basic value. */
function toCellValue(value: Json): CellValue {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return { error: "#VALUE!" };
  const basic = (value as Readonly<Record<string, Json>>)["basicValue"];
  if ((value as Readonly<Record<string, Json>>)["type"] === "Error" && typeof basic === "string")
    return { error: basic };
  return basic === undefined || (typeof basic === "object" && basic !== null)
    ? { error: "#VALUE!" }
    : basic;
}
