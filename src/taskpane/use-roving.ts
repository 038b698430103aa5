import * as React from "react";
import type { Row } from "./rows.ts";

export interface Roving {
  /** The one row that Tab reaches. */
  readonly activeKey: string | undefined;
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: React.FocusEvent<HTMLElement>) => void;
}

/**
 * One tab stop for the whole list: arrow keys, Home and End go from row to row and stay in the column (address or
 * title); left closes and right opens. With thousands of findings Tab must still leave the list.
 */
export function useRoving(rows: readonly Row[], scrollTo: (index: number) => void): Roving {
  const [wanted, setWanted] = React.useState<string | undefined>(undefined);
  // A row that is filtered away hands its tab stop to the first one.
  const activeKey = rows.some(({ key }) => key === wanted) ? wanted : rows[0]?.key;

  const move = (container: HTMLElement, index: number, part: string): void => {
    const row = rows[index];
    if (row === undefined) return;
    setWanted(row.key);
    if (focusPart(container, row.key, part)) return;
    scrollTo(index);
    // The row is rendered once the scrolling has been seen.
    requestAnimationFrame(() => requestAnimationFrame(() => focusPart(container, row.key, part)));
  };

  return {
    activeKey,
    onKeyDown(event) {
      const place = placeOf(event.target);
      // Inside an opened trace the arrow keys belong to the reader.
      if (place === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const index = rows.findIndex(({ key }) => key === place.key);
      const row = rows[index];
      if (row === undefined) return;
      const container = event.currentTarget;
      const next = nextIndex(event.key, index, rows.length);
      if (next !== undefined) {
        event.preventDefault();
        move(container, next, place.part);
        return;
      }
      const isToggle =
        "isOpen" in row &&
        ((event.key === "ArrowLeft" && row.isOpen) || (event.key === "ArrowRight" && !row.isOpen));
      if (isToggle) {
        event.preventDefault();
        findPart(container, place.key, "main")?.click();
      }
    },
    onFocus(event) {
      const key = placeOf(event.target)?.key;
      if (key !== undefined && key !== wanted) setWanted(key);
    },
  };
}

function nextIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return index + 1;
    case "ArrowUp":
      return index - 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

function placeOf(target: EventTarget): { readonly key: string; readonly part: string } | undefined {
  if (!(target instanceof HTMLElement) || target.closest(".zc-trace") !== null) return undefined;
  const key = target.closest<HTMLElement>("[data-row]")?.dataset["row"];
  return key === undefined ? undefined : { key, part: target.dataset["part"] ?? "main" };
}

function findPart(container: HTMLElement, key: string, part: string): HTMLElement | undefined {
  const row = [...container.querySelectorAll<HTMLElement>("[data-row]")].find(
    (element) => element.dataset["row"] === key
  );
  return (
    row?.querySelector<HTMLElement>(`[data-part=${part}]`) ??
    row?.querySelector<HTMLElement>("[data-part]") ??
    undefined
  );
}

function focusPart(container: HTMLElement, key: string, part: string): boolean {
  const element = findPart(container, key, part);
  element?.focus();
  return element !== undefined;
}
