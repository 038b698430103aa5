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
      const written = await writeBatches(context, toBatches(steps), plan, done);
      if (written.failure !== null) return fail(written.failure);
      refused.push(...written.refused);
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
    const before = batches.at(-1)?.[0];
    const isOther = (before?.pieces === undefined) !== (step.pieces === undefined);
    if (bytes + step.bytes > BATCH_BYTES || step.isOptional === true || isOther) {
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
  /** What Excel did not take of what it may refuse. */
  readonly refused: readonly Refusal[];
}

/** Adds to `done` what Excel has done, and gives the Failure that stopped it, or null. */
async function writeBatches(
  context: Excel.RequestContext,
  batches: readonly (readonly QueuedStep[])[],
  plan: WritePlan,
  done: Set<number>
): Promise<Written> {
  const refused: Refusal[] = [];
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
      if (!isOfTheFormula(failure)) return { failure, refused };
      const [step] = batch;
      if (step?.pieces !== undefined) {
        const pieces = await writePieces(context, batch, refused);
        if (pieces !== null) return { failure: pieces, refused };
      } else {
        const intent = plan[step?.completes ?? -1];
        if (step?.isOptional !== true || intent === undefined) return { failure, refused };
        const isMissing = isOfficeError(error) && error.code === "ItemNotFound";
        const reason = isMissing ? "place-missing" : "host-refused";
        refused.push({ intent, reason, sheet: null });
        continue;
      }
    }
    for (const { completes } of batch) if (completes !== null) done.add(completes);
  }
  return { failure: null, refused };
}

/** What Excel says of a formula it does not take, or of a cell it does not let change; not what ends the session. */
function isOfTheFormula({ code }: Failure): boolean {
  return code === "host-error" || code === "access-denied";
}

/** Where nothing at all may be written, it is not asked ten thousand times. */
const MOST_IN_A_ROW = 100;

/** Each piece of a refused batch by itself; a Failure where more is wrong than one of them. */
async function writePieces(
  context: Excel.RequestContext,
  batch: readonly QueuedStep[],
  refused: Refusal[]
): Promise<Failure | null> {
  let inARow = 0;
  for (const { queue, intent } of batch.flatMap(({ pieces = [] }) => pieces)) {
    queue(context);
    try {
      // Only where a batch was refused, to find out for which cells.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      inARow = 0;
    } catch (error) {
      const failure = toFailure(error);
      inARow += 1;
      if (!isOfTheFormula(failure) || inARow > MOST_IN_A_ROW) return failure;
      const sheet = "sheet" in intent ? intent.sheet : null;
      refused.push({ intent, reason: "host-refused", sheet });
    }
  }
  return null;
}
