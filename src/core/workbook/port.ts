import type { Book } from "./book.ts";
import type { Failure, Result } from "./failure.ts";
import type { Applied, WriteIntent, WritePlan } from "./write-plan.ts";

/** A write that stopped half-way: what was done is listed, so that the user can be told exactly. */
export interface WriteFailure {
  readonly failure: Failure;
  readonly done: readonly WriteIntent[];
}

/** Told now and then while a workbook is read; `done` of `total` cells. */
export type Progress = (done: number, total: number) => void;

export interface ReadOptions {
  readonly onProgress?: Progress;
  /** Stops the reading at the next chunk; the result is then a "cancelled" failure. */
  readonly signal?: AbortSignalLike;
}

/** The part of AbortSignal core needs; core has no DOM types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
}

/** A workbook that can be read and written: Excel through Office.js, or a file. One contract suite holds all adapters to it. */
export interface WorkbookPort {
  read(options?: ReadOptions): Promise<Result<Book>>;
  apply(plan: WritePlan): Promise<Result<Applied, WriteFailure>>;
}
