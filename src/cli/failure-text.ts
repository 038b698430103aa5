import type { Failure, Locale } from "../core/index.ts";
import { formatFailure } from "../core/index.ts";
import { textsOf } from "./texts.ts";

/** A failure as a line of stderr: whose it is, what it is, and the way out. */
export function failureLine(file: string, failure: Failure, locale: Locale): string {
  const { message, wayOut } = formatFailure(failure, locale);
  const isSentence = /[。.!?]$/u.test(message);
  const text =
    locale === "zh-CN"
      ? `${message}${isSentence ? "" : "。"}${wayOut}`
      : `${message}${isSentence ? " " : ". "}${wayOut}`;
  return `${message.includes(file) ? text : textsOf(locale).failure(file, text)}\n`;
}
