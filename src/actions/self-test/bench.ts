import type { AbortSignalLike, CellValue, Failure, Result, WritePlan } from "../../core/index.ts";
import { parseArea } from "../../core/index.ts";
import type { CellGrids, SelfTestHost } from "./host.ts";
import type { FunctionTrials, Remark, StepOutcome } from "./result.ts";

/** What the steps work on: the host, and the sheet that is the test's own. */
export interface Bench {
  readonly host: SelfTestHost;
  /** Name of the scratch sheet. */
  readonly sheet: string;
  readonly signal: AbortSignalLike;
  /** All functions are typed at once, by the first step that asks. */
  functionTrials: Promise<FunctionTrials> | null;
}

/** A step is either cut short by an outcome, or goes on with a value. */
export class Stopped extends Error {
  constructor(readonly outcome: StepOutcome) {
    super("the step has its outcome");
  }
}

/** The value, or the end of the step with what the host refused. */
export function need<T>(result: Result<T>): T {
  if (!result.ok) throw new Stopped(failedBy(result.failure));
  return result.value;
}

function failedBy(failure: Failure): StepOutcome {
  return { status: "failed", remark: { code: "failure", failure } };
}

/** Carries out a plan all of which must be done. */
export async function carryOut(host: SelfTestHost, plan: WritePlan): Promise<void> {
  const problem = await attempt(host, plan);
  if (problem !== null) throw new Stopped({ status: "failed", remark: problem });
}

/** What kept a plan from being carried out whole; null where it was. */
export async function attempt(host: SelfTestHost, plan: WritePlan): Promise<Remark | null> {
  const applied = await host.port.apply(plan);
  if (!applied.ok) return { code: "failure", failure: applied.failure.failure };
  const [refusal] = applied.value.refused;
  return refusal === undefined ? null : { code: "refused", reason: refusal.reason };
}

/** Cells of the scratch sheet. */
export async function cells({ host, sheet }: Bench, a1: string): Promise<CellGrids> {
  return need(await host.readCells(sheet, areaOf(a1)));
}

export function areaOf(a1: string) {
  const area = parseArea(a1);
  if (area === undefined) throw new Error(`${a1} is no place`);
  return area;
}

const POLL = 200;

/** Asks again until the answer is there; gives the last one when the time is over or the test is cancelled. */
export async function until<T>(
  bench: Bench,
  milliseconds: number,
  ask: () => Promise<{ readonly done: boolean; readonly value: T }>
): Promise<T> {
  const end = bench.host.now().getTime() + milliseconds;
  for (;;) {
    const { done, value } = await ask();
    if (done || bench.signal.aborted || bench.host.now().getTime() >= end) return value;
    await bench.host.pause(POLL);
  }
}

/** As a user would read it; numbers short of the noise of doubles. */
export function shown(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return value.error;
  return typeof value === "number" ? String(Number(value.toPrecision(12))) : String(value);
}

/** Turns what a step throws for its end into its outcome. */
export async function settle(run: () => Promise<StepOutcome>): Promise<StepOutcome> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Stopped) return error.outcome;
    // A fault of ours must not keep the scratch sheet from being removed.
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { status: "failed", remark: { code: "broken", detail } };
  }
}
