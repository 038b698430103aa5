import type {
  Applied,
  Book,
  Evaluation,
  LedgerOptions,
  Locale,
  Remark,
  WorkbookPort,
  WritePlan,
} from "../core/index.ts";
import {
  LEDGER_SHEET,
  areaOfCell,
  failed,
  planLedgerInSlices,
  planRemoveLedger,
  success,
} from "../core/index.ts";
import type { RemarksStand, Result, WriteFailure } from "../core/index.ts";
import type { ActionResult } from "./action-result.ts";
import { NOTHING_WRITTEN, nothingDone } from "./action-result.ts";

/** How a ledger is to be written. */
export interface LedgerChoice {
  readonly locale: Locale;
  /** When the validation was made; printed in local time. Null prints none. */
  readonly madeAt: Date | null;
  /** Lets what waits on this thread go first; absent where nobody waits. */
  readonly pause?: () => Promise<void>;
}

export interface MakeLedgerOptions extends LedgerChoice {
  /** New remarks (remarkOn), in place of those that stand on the same findings. */
  readonly remarks?: readonly Remark[];
  /** show: bring the ledger to the front · stay: leave the user where they are. */
  readonly then: "show" | "stay";
}

/** 审核台账: writes the ledger of an evaluation into its workbook, remarks kept. */
export async function makeLedger(
  port: WorkbookPort,
  evaluation: Evaluation,
  options: MakeLedgerOptions
): Promise<ActionResult<Applied>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const plan = await planInSlices(evaluation, read.value, options);
  return await port.apply(
    options.then === "show"
      ? [...plan, { kind: "select", sheet: LEDGER_SHEET, area: areaOfCell({ row: 0, column: 0 }) }]
      : plan
  );
}

/** Deletes the ledger; refused while a remark stands in it. */
export async function removeLedger(
  port: WorkbookPort
): Promise<Result<Applied, WriteFailure | RemarksStand>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const plan = planRemoveLedger(read.value);
  if (!plan.ok) return failed(plan.failure);
  return plan.value.length === 0 ? success(NOTHING_WRITTEN) : await port.apply(plan.value);
}

/** The ledger's plan, with a pause after each slice where there is one to be made. */
export async function planInSlices(
  evaluation: Evaluation,
  book: Book,
  choice: LedgerChoice & { readonly remarks?: readonly Remark[] }
): Promise<WritePlan> {
  const slices = planLedgerInSlices(evaluation, book, toLedgerOptions(choice));
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
    await choice.pause?.();
  }
}

/** The ledger's options for core: the time in words. */
function toLedgerOptions(
  choice: LedgerChoice & { readonly remarks?: readonly Remark[] }
): LedgerOptions {
  const { locale, madeAt, remarks } = choice;
  return {
    locale,
    time: madeAt === null ? null : formatLocalTime(madeAt),
    ...(remarks === undefined ? {} : { remarks }),
  };
}

/** 2023-07-05 10:00, on the clock of the machine. */
function formatLocalTime(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
