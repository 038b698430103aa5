import type { CellOutput } from "./cell-error.ts";
import { evaluateCall, messageLocale, toCellOutputs } from "./cell-error.ts";

/** The functions whose code comes with the first call, so that all others start without it. */
export async function phraseInChunk(inputs: readonly unknown[]): Promise<CellOutput[][]> {
  const { ZONE_PHRASE } = await loaded(import("../core/measures/phrase.ts"));
  return evaluateCall(ZONE_PHRASE, inputs);
}

export async function checkInChunk(range: unknown, rules: unknown): Promise<CellOutput[][]> {
  const [{ checkTable }, { ZONE_CHECK }] = await loaded(
    Promise.all([import("../core/table-check/index.ts"), import("../core/measures/check.ts")])
  );
  return toCellOutputs(ZONE_CHECK, checkTable(range, rules, messageLocale()));
}

/** Without a connection, code that was never loaded cannot come: the cell says so. */
async function loaded<T>(code: Promise<T>): Promise<T> {
  try {
    return await code;
  } catch {
    const message =
      messageLocale() === "zh-CN"
        ? "函数的程序没有载入。请检查网络连接,然后重新计算。"
        : "The function's code could not be loaded. See to the connection, then recalculate.";
    // The host takes its own error class, which is no Error.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
  }
}
