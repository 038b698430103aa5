import type { Locale } from "../../core/index.ts";
import type { FunctionsTexts } from "./functions-texts.ts";
import { english } from "./texts.en-US.ts";
import { chinese } from "./texts.zh-CN.ts";

export function functionsTexts(locale: Locale): FunctionsTexts {
  return locale === "zh-CN" ? chinese : english;
}
