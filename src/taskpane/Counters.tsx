import * as React from "react";
import type { Level } from "./level.ts";
import { countLevels } from "./level.ts";
import { usePane } from "./use-pane.tsx";

const COUNTED: readonly Level[] = ["error", "warning", "unmet", "not-evaluable"];

/** Four numbers that are filters as well: pressed ones alone are listed. */
export function Counters(): React.JSX.Element | null {
  const { pane, state, texts } = usePane();
  if (state.result === null) return null;
  const counts = countLevels(state.result.evaluation);
  return (
    <div className="zc-counters">
      {COUNTED.map((level) => (
        <button
          key={level}
          type="button"
          className={`zc-counter zc-level-${level}`}
          aria-pressed={state.filters.levels.includes(level)}
          aria-label={texts.counterLabel(texts.level[level], counts[level])}
          onClick={() => {
            pane.dispatch({ kind: "level-toggled", level });
          }}
        >
          <b>{counts[level]}</b>
          <span>{texts.level[level]}</span>
        </button>
      ))}
    </div>
  );
}
