import type { Locale } from "../../core/index.ts";
import type { DraftTexts } from "./draft-texts.ts";
import { english } from "./texts.en-US.ts";
import { chinese } from "./texts.zh-CN.ts";

export function draftTexts(locale: Locale): DraftTexts {
  return locale === "zh-CN" ? chinese : english;
}
