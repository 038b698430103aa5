import type { Applied, WorkbookPort } from "../core/index.ts";
import { planClear } from "../core/index.ts";
import type { ActionResult } from "./action-result.ts";

/** 清除标记: takes every flag of ours off the workbook. The ledger and its remarks stay. */
export async function clearFlags(port: WorkbookPort): Promise<ActionResult<Applied>> {
  return await port.apply(planClear());
}
