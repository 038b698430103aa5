import type { EvaluationRequest, ReadOptions, Result, WorkbookPort } from "../core/index.ts";
import type { DraftCheck } from "../core/narrative/check/index.ts";
import type { Narrator } from "../core/narrative/narrator/index.ts";

export interface CheckTextOptions {
  readonly draft: string;
  readonly rulesFile?: EvaluationRequest["rulesFile"];
  readonly reading?: ReadOptions;
}

/** 核稿: every number of a draft, held against the others and against a workbook; null where it is held against itself alone. */
export async function checkText(
  port: WorkbookPort | null,
  narrator: Narrator,
  { draft, rulesFile = null, reading }: CheckTextOptions
): Promise<Result<DraftCheck>> {
  if (port === null) return await narrator.check({ draft, book: null, rulesFile });
  const read = await port.read(reading);
  if (!read.ok) return read;
  return await narrator.check({ draft, book: read.value, rulesFile });
}
