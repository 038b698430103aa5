import * as React from "react";

export interface Stops {
  /** The one that Tab reaches. */
  readonly active: string | null;
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: React.FocusEvent<HTMLElement>) => void;
}

/**
 * One tab stop for all elements with data-stop: arrow keys, Home and End go from one to the next. A text has hundreds of
 * numbers, and Tab must still leave it. `first` is the stop before any was reached.
 */
export function useStops(first: string | null): Stops {
  const [reached, setReached] = React.useState<string | null>(null);
  return {
    active: reached ?? first,
    onKeyDown(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-stop]")];
      const at = stops.findIndex((stop) => stop === event.target);
      if (at < 0) return;
      const next = nextOf(event.key, at, stops.length);
      if (next === undefined) return;
      event.preventDefault();
      stops[next]?.focus();
    },
    onFocus({ target }) {
      const stop = target.dataset["stop"];
      if (stop !== undefined) setReached(stop);
    },
  };
}

function nextOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
    case "ArrowRight":
      return Math.min(count - 1, at + 1);
    case "ArrowUp":
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
