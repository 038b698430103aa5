import type { Locale } from "./locale.ts";

/** A key combination of shortcuts.json and the function it runs. */
export interface Shortcut {
  readonly functionName: string;
  readonly key: string;
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

interface ShortcutsFile {
  readonly actions?: readonly { readonly id: string; readonly type: string }[];
  readonly shortcuts?: readonly {
    readonly action: string;
    readonly key: Readonly<Record<string, string>>;
  }[];
}

/** Reads the file an add-in's manifest names; none of it where it cannot be had. */
export async function fetchShortcuts(
  url: string | null,
  locale: Locale
): Promise<readonly Shortcut[]> {
  if (url === null) return [];
  const response = await fetch(url).catch(() => null);
  if (response?.ok !== true) return [];
  const file = (await response.json()) as ShortcutsFile;
  const known = new Set((file.actions ?? []).map(({ id }) => id));
  return (file.shortcuts ?? []).flatMap(({ action, key }) => {
    const keys = key[locale] ?? key["default"];
    return known.has(action) && keys !== undefined ? [parseKeys(action, keys)] : [];
  });
}

function parseKeys(functionName: string, keys: string): Shortcut {
  const parts = keys.split("+").map((part) => part.trim().toLowerCase());
  return {
    functionName,
    key: parts.at(-1) ?? "",
    control: parts.includes("ctrl") || parts.includes("command"),
    shift: parts.includes("shift"),
    alt: parts.includes("alt"),
  };
}

/** Runs a shortcut's function when its keys are pressed anywhere on the page; the grid does not get to see them. */
export function listenForShortcuts(
  shortcuts: readonly Shortcut[],
  run: (functionName: string) => void
): void {
  window.addEventListener(
    "keydown",
    (event) => {
      const pressed = shortcuts.find(
        (shortcut) =>
          // With Alt, a Mac gives the letter another face; the key itself stays.
          (event.key.toLowerCase() === shortcut.key ||
            event.code.toLowerCase() === `key${shortcut.key}`) &&
          (event.ctrlKey || event.metaKey) === shortcut.control &&
          event.shiftKey === shortcut.shift &&
          event.altKey === shortcut.alt
      );
      if (pressed === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      run(pressed.functionName);
    },
    { capture: true }
  );
}
