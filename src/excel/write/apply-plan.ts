import { failed, success } from "../../core/index.ts";
import type {
  Applied,
  Failure,
  Refusal,
  Result,
  WriteFailure,
  WritePlan,
} from "../../core/index.ts";
import { isOfficeError, toFailure } from "../failure.ts";
import type { ExcelRunner } from "../runner.ts";
import { planIntent } from "./steps.ts";
import type { Step } from "./step.ts";
import type { RefusalReason } from "./survey.ts";
import { surveyWorkbook } from "./survey.ts";

/** A request may have 5 MB in Excel on the web; a plan that needs more goes in several. */
const BATCH_BYTES = 1_500_000;

interface QueuedStep extends Step {
  /** Index in the plan where this step completes its intent. */
  readonly completes: number | null;
}

/**
 * Carries a plan out: a survey, then one batch (several only for a very big plan). Each finished intent leaves a trace in
 * the batch, and Excel tells in its error which traces it came to: so what was done is known exactly, not guessed.
 */
export async function applyPlan(
  run: ExcelRunner,
  plan: WritePlan
): Promise<Result<Applied, WriteFailure>> {
  const done = new Set<number>();
  const fail = (failure: Failure): Result<Applied, WriteFailure> =>
    failed({ failure, done: plan.filter((_, index) => done.has(index)) });
  try {
    return await run(async (context) => {
      const survey = await surveyWorkbook(context, plan);
      const refused: Refusal[] = [];
      const steps: QueuedStep[] = [];
      for (const [index, intent] of plan.entries()) {
        const planned = planIntent(survey, intent);
        refused.push(...planned.refusals);
        steps.push(...toQueued(planned.steps, index));
      }
      const written = await writeBatches(context, toBatches(steps), done);
      if (written.failure !== null) return fail(written.failure);
      for (const { index, reason } of written.refused) {
        const intent = plan[index];
        if (intent !== undefined) refused.push({ intent, reason, sheet: null });
      }
      return success({ done: plan.filter((_, index) => done.has(index)), refused });
    });
  } catch (error) {
    return fail(toFailure(error));
  }
}

/** An intent that needs nothing done (a sheet that is there already) still leaves its trace, in its turn. */
function toQueued(steps: readonly Step[] | null, index: number): readonly QueuedStep[] {
  if (steps === null) return [];
  const all = steps.length === 0 ? [{ bytes: 0, queue: () => undefined }] : steps;
  return all.map((step, i) => ({
    ...step,
    completes: i === all.length - 1 ? index : null,
  }));
}

function toBatches(steps: readonly QueuedStep[]): readonly (readonly QueuedStep[])[] {
  const batches: QueuedStep[][] = [];
  let bytes = Infinity;
  for (const step of steps) {
    if (bytes + step.bytes > BATCH_BYTES || step.isOptional === true) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)?.push(step);
    bytes = step.isOptional === true ? Infinity : bytes + step.bytes;
  }
  return batches;
}

interface Written {
  readonly failure: Failure | null;
  /** Intents whose optional step Excel did not take. */
  readonly refused: readonly { readonly index: number; readonly reason: RefusalReason }[];
}

/** Adds to `done` what Excel has done, and gives the Failure that stopped it, or null. */
async function writeBatches(
  context: Excel.RequestContext,
  batches: readonly (readonly QueuedStep[])[],
  done: Set<number>
): Promise<Written> {
  const refused: { index: number; reason: RefusalReason }[] = [];
  for (const batch of batches) {
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
    for (const step of batch) {
      step.queue(context);
      if (step.completes !== null) context.trace(String(step.completes));
    }
    try {
      // A batch is as big as a request may be: this is the loop over requests, not over cells.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
    } catch (error) {
      if (isOfficeError(error))
        for (const trace of error.traceMessages ?? []) done.add(Number(trace));
      const failure = toFailure(error);
      const [step] = batch;
      const isOfTheFormula = failure.code === "host-error" || failure.code === "access-denied";
      if (step?.isOptional !== true || step.completes === null || !isOfTheFormula) {
        return { failure, refused };
      }
      const isMissing = isOfficeError(error) && error.code === "ItemNotFound";
      refused.push({
        index: step.completes,
        reason: isMissing ? "place-missing" : "host-refused",
      });
      continue;
    }
    for (const { completes } of batch) if (completes !== null) done.add(completes);
  }
  return { failure: null, refused };
}
