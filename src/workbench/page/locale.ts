export type Locale = "zh-CN" | "en-US";
export type Theme = "light" | "dark";

/**
 * How the page was asked for: ?locale=en-US, ?theme=dark, ?sample=FILE. Chinese, light, and a sample with faults to
 * find, where nothing is said. What the emulated Excel lacks is asked for besides: see simulation.ts.
 */
export function readAddress(search: string): {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly sample: string | null;
} {
  const query = new URLSearchParams(search);
  return {
    locale: query.get("locale") === "en-US" ? "en-US" : "zh-CN",
    sample: query.get("sample"),
    theme: query.get("theme") === "dark" ? "dark" : "light",
  };
}
