import type { Locale } from "../core/index.ts";
import type { PaneTexts } from "./pane-texts.ts";
import { textsEnUs } from "./texts.en-US.ts";
import { textsZhCn } from "./texts.zh-CN.ts";

export function getTexts(locale: Locale): PaneTexts {
  return locale === "zh-CN" ? textsZhCn : textsEnUs;
}

/** The pane's language for what the host calls its display language: Chinese of any kind, else English. */
export function toLocale(displayLanguage: string | undefined): Locale {
  if (displayLanguage === undefined || displayLanguage === "") return "zh-CN";
  return /^zh\b/i.test(displayLanguage) ? "zh-CN" : "en-US";
}
