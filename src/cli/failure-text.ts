import type { Failure } from "../core/index.ts";
import { formatFailure } from "../core/index.ts";
import type { PathFailure } from "./book-file.ts";
import type { Locale } from "../core/index.ts";
import { textsOf } from "./texts.ts";

/** A failure in words, of core's or of the command line's own. */
export function failureText(failure: Failure | PathFailure, locale: Locale): string {
  switch (failure.code) {
    case "is-a-folder":
      return textsOf(locale).isFolder(failure.path);
    case "no-match":
      return textsOf(locale).noMatch(failure.pattern);
    default: {
      const { message, wayOut } = formatFailure(failure, locale);
      return locale === "zh-CN" ? `${message}${wayOut}` : `${message} ${wayOut}`;
    }
  }
}
