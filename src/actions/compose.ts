import type {
  Evaluation,
  EvaluationRequest,
  Evaluator,
  Result,
  WorkbookPort,
} from "../core/index.ts";
import { success } from "../core/index.ts";
import type { Composition, HouseStyle } from "../core/narrative/compose/index.ts";
import { compose as composeText, styleOfCities } from "../core/narrative/compose/index.ts";

export interface ComposeOptions {
  /** null: the style of the city the workbook speaks of. */
  readonly style: HouseStyle | null;
  readonly rulesFile?: EvaluationRequest["rulesFile"];
}

export interface ComposeOutcome {
  readonly composition: Composition;
  readonly evaluation: Evaluation;
  readonly style: HouseStyle;
}

/** 成文: reads the workbook, judges it, and writes the report's paragraphs. Nothing is written into the workbook. */
export async function compose(
  port: WorkbookPort,
  evaluator: Evaluator,
  { style, rulesFile = null }: ComposeOptions
): Promise<Result<ComposeOutcome>> {
  const read = await port.read();
  if (!read.ok) return read;
  const evaluated = await evaluator.evaluate({ book: read.value, rulesFile, sheets: null });
  if (!evaluated.ok) return evaluated;
  const evaluation = evaluated.value;
  const worded = style ?? styleOfCities(evaluation.tables.map(({ city }) => city));
  const composed = composeText(evaluation, worded);
  if (!composed.ok) return composed;
  return success({ composition: composed.value, evaluation, style: worded });
}
