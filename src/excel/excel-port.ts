import type { WorkbookPort } from "../core/index.ts";
import { readBook } from "./read/read-book.ts";
import type { ExcelRunner } from "./runner.ts";
import { applyPlan } from "./write/apply-plan.ts";

/** The open workbook of Excel, through Office.js (ExcelApi 1.9). */
export function openExcelPort(run: ExcelRunner): WorkbookPort {
  return {
    read: (options) => readBook(run, options ?? {}),
    apply: (plan) => applyPlan(run, plan),
  };
}
