import type { Locale } from "../core/index.ts";

export const LOCALES: readonly Locale[] = ["zh-CN", "en-US"];

/** The language of the machine, as the usual variables name it; Chinese where they say nothing (C, POSIX, unset). */
export function localeOf(variables: Readonly<Record<string, string | undefined>>): Locale {
  const named = [variables.LC_ALL, variables.LC_MESSAGES, variables.LANG].find(
    (value) => value !== undefined && value !== ""
  );
  if (named === undefined || /^(?:zh|C|POSIX)(?![A-Za-z])/i.test(named)) return "zh-CN";
  return "en-US";
}
