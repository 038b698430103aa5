export type Locale = "zh-CN" | "en-US";
export type Theme = "light" | "dark";

/** How the page was asked for: ?locale=en-US, ?theme=dark. Chinese and light where nothing is said. */
export function readAppearance(search: string): { readonly locale: Locale; readonly theme: Theme } {
  const query = new URLSearchParams(search);
  return {
    locale: query.get("locale") === "en-US" ? "en-US" : "zh-CN",
    theme: query.get("theme") === "dark" ? "dark" : "light",
  };
}
