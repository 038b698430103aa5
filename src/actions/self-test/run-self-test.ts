import type { AbortSignalLike, Address } from "../../core/index.ts";
import type { Bench } from "./bench.ts";
import { attempt, settle } from "./bench.ts";
import type { SelfTestHost } from "./host.ts";
import type { Remark, SelfTestReport, StepId, StepOutcome, StepResult } from "./result.ts";
import { failedStep, limited, noted, PASSED } from "./result.ts";
import type { SelfTestStep } from "./step.ts";
import { HOST_STEPS, SHEET_STEPS } from "./steps.ts";

/** Names of scratch sheets; one that is taken is left alone. */
export const SCRATCH_SHEET = "ZoneCheck自检";

/** Every step in its order, for a view that shows what is still to come. */
export const STEP_IDS: readonly StepId[] = [
  ...HOST_STEPS.map(({ id }) => id),
  "sheet",
  ...SHEET_STEPS.map(({ id }) => id),
  "removal",
];

export interface SelfTestOptions {
  readonly signal: AbortSignalLike;
  readonly onResult: (result: StepResult) => void;
}

/**
 * Tries each capability of the host on a sheet made for it. Whatever happens in between, cancelling included, the sheet
 * is removed at the end and the user's selection is put back; where that fails too, the report names the sheet.
 */
export async function runSelfTest(
  host: SelfTestHost,
  { signal, onResult }: SelfTestOptions
): Promise<SelfTestReport> {
  const at = host.now();
  const results: StepResult[] = [];
  const add = (id: StepId, outcome: StepOutcome): void => {
    const result = { id, ...outcome };
    results.push(result);
    onResult(result);
  };
  const { sheet, left } = await chooseSheet(host);
  const bench: Bench = { host, sheet, signal, functionTrials: null };
  const tryAll = async (steps: readonly SelfTestStep[], hasSheet: boolean): Promise<void> => {
    for (const step of steps) {
      if (signal.aborted) return;
      const isSkipped = step.needs === "sheet" && !hasSheet;
      add(
        step.id,
        isSkipped ? { status: "skipped", remark: null } : await settle(() => step.run(bench))
      );
    }
  };

  await tryAll(HOST_STEPS, false);
  const selection = await selectionOf(host);
  const made = signal.aborted ? null : await makeSheet(host, sheet, left);
  if (made !== null) add("sheet", made);
  const hasSheet = made !== null && made.status !== "failed";
  try {
    await tryAll(SHEET_STEPS, hasSheet);
  } finally {
    // Also after a failure: it may have come when the sheet was there already.
    if (made !== null) {
      const removed = await removeSheet(host, sheet, hasSheet);
      if (selection !== null && removed.status === "passed") await showAgain(host, selection);
      add("removal", removed);
    }
  }
  return {
    at,
    abilities: host.abilities(),
    results,
    end: signal.aborted ? "cancelled" : "complete",
  };
}

/** A name that no sheet has, and the scratch sheets an interrupted test has left. */
async function chooseSheet(
  host: SelfTestHost
): Promise<{ readonly sheet: string; readonly left: readonly string[] }> {
  const outline = await host.outline();
  const names = outline.ok ? outline.value.sheets.map(({ name }) => name) : [];
  const left = names.filter((name) => name.startsWith(SCRATCH_SHEET));
  for (let n = 1; ; n++) {
    const sheet = n === 1 ? SCRATCH_SHEET : `${SCRATCH_SHEET}${n}`;
    if (!names.some((name) => name.toLowerCase() === sheet.toLowerCase())) return { sheet, left };
  }
}

async function selectionOf(host: SelfTestHost): Promise<Address | null> {
  const selection = await host.readSelection();
  return selection.ok ? selection.value : null;
}

function makeSheet(
  host: SelfTestHost,
  sheet: string,
  left: readonly string[]
): Promise<StepOutcome> {
  return settle(async () => {
    const problem = await attempt(host, [{ kind: "ensure-sheet", sheet, contents: "keep" }]);
    if (problem !== null) return failedStep(problem);
    return left.length === 0 ? PASSED : limited({ code: "left-before", sheets: left });
  });
}

const TRIES = 3;
const PAUSE = 500;

/** Tries again: a host that is busy, or a cell that is being edited, is often free a moment later. */
async function removeSheet(
  host: SelfTestHost,
  sheet: string,
  wasMade: boolean
): Promise<StepOutcome> {
  let why: Remark | null = null;
  for (let n = 0; n < TRIES; n++) {
    if (n > 0) await host.pause(PAUSE);
    const outcome = await settle(async () => {
      const problem = await attempt(host, [{ kind: "remove-sheet", sheet }]);
      return problem === null ? PASSED : failedStep(problem);
    });
    why = outcome.remark;
    if (why === null) return noted({ code: "removed" });
    if (why.code === "refused" && why.reason === "sheet-missing")
      return wasMade ? noted({ code: "removed" }) : { status: "skipped", remark: null };
  }
  if (!wasMade && !(await isThere(host, sheet))) return { status: "skipped", remark: null };
  return failedStep({
    code: "not-removed",
    sheet,
    why: why ?? { code: "broken", detail: "" },
  });
}

async function isThere(host: SelfTestHost, sheet: string): Promise<boolean> {
  const outline = await host.outline();
  return !outline.ok || outline.value.sheets.some(({ name }) => name === sheet);
}

/** The user comes back to where they were; where that is not possible, nothing is lost. */
async function showAgain(host: SelfTestHost, { sheet, area }: Address): Promise<void> {
  await settle(async () => {
    await host.port.apply([{ kind: "select", sheet, area }]);
    return PASSED;
  });
}
