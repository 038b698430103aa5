import type { Locale } from "../core/index.ts";
import type { CommandTexts } from "./command-texts.ts";
import { enUS } from "./texts.en-US.ts";
import { zhCN } from "./texts.zh-CN.ts";

/** The command line's own texts in a language. */
export function textsOf(locale: Locale): CommandTexts {
  return locale === "zh-CN" ? zhCN : enUS;
}
