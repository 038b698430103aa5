export type Locale = "zh-CN" | "en-US";
export type Theme = "light" | "dark";

/**
 * How the page was asked for: ?locale=en-US, ?theme=dark, ?sample=FILE, ?functions=missing for an older Excel without
 * custom functions. Chinese, light, a sample with faults to find, and the newest Excel, where nothing is said.
 */
export function readAddress(search: string): {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly sample: string | null;
  readonly customFunctions: "available" | "missing";
} {
  const query = new URLSearchParams(search);
  return {
    locale: query.get("locale") === "en-US" ? "en-US" : "zh-CN",
    sample: query.get("sample"),
    customFunctions: query.get("functions") === "missing" ? "missing" : "available",
    theme: query.get("theme") === "dark" ? "dark" : "light",
  };
}
