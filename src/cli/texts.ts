import type { Locale } from "../core/index.ts";
import type { UsageProblem } from "./parse-command.ts";
import { enUS } from "./texts.en-US.ts";
import { zhCN } from "./texts.zh-CN.ts";

/** What the command line says of itself; what it says of workbooks comes from core. */
export interface CommandTexts {
  readonly help: string;
  readonly usageProblem: (problem: UsageProblem) => string;
  readonly seeHelp: string;
  readonly outputIsFolder: (path: string) => string;
  readonly sameFile: (path: string) => string;
  readonly otherExtension: (input: string, output: string) => string;
  readonly failure: (file: string, message: string) => string;
  readonly flagged: (file: string, error: number, warning: number, unmet: number) => string;
  readonly cleared: (file: string) => string;
  readonly protectedSheet: (sheet: string) => string;
  readonly refused: (sheet: string) => string;
}

export function textsOf(locale: Locale): CommandTexts {
  return locale === "zh-CN" ? zhCN : enUS;
}
