import type { Locale } from "../core/index.ts";

/** Light or dark as the host says, else as the system does. `isDarkTheme` is undefined in Excel on the web. */
export function readTheme(
  isDarkTheme: boolean | undefined,
  system: MediaQueryList
): "light" | "dark" {
  return (isDarkTheme ?? system.matches) ? "dark" : "light";
}

const KEY = "zone-check:locale";

/** The language chosen earlier on this machine; null where none was, or where the browser keeps nothing for us. */
export function recallLocale(): Locale | null {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === "zh-CN" || stored === "en-US" ? stored : null;
  } catch {
    return null; // Storage of a third-party frame may be closed; the choice then lasts as long as the runtime.
  }
}

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // As above.
  }
}

/** Copies text: by the clipboard where the frame may, else the old way; false where neither works. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where a frame has no clipboard permission
  const isCopied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

/** Saves a text as a file of the user's: UTF-8 with a mark and line ends as Windows has them, so that Word and Notepad ask nothing. */
export function downloadText(name: string, text: string): boolean {
  const content = `\uFEFF${text.replace(/\r?\n/gu, "\r\n")}\r\n`;
  const url = URL.createObjectURL(new Blob([content], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return true;
}
