import type { Locale } from "../../core/index.ts";
import type { SelfTestTexts } from "./texts-shape.ts";
import { selfTestEnUs } from "./texts.en-US.ts";
import { selfTestZhCn } from "./texts.zh-CN.ts";

export function selfTestTexts(locale: Locale): SelfTestTexts {
  return locale === "zh-CN" ? selfTestZhCn : selfTestEnUs;
}
