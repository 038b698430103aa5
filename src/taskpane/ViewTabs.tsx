import * as React from "react";
import type { TabName } from "./level.ts";
import { PANE_VIEWS } from "./level.ts";
import { usePane } from "./use-pane.tsx";

export const tabId = (view: TabName): string => `zc-tab-${view}`;
export const VIEW_PANEL = "zc-view";

/** The views, side by side; one tab stop, arrow keys between them. */
export function ViewTabs(): React.JSX.Element {
  const { pane, state, texts } = usePane();
  // The self-test is no tab: the first one can then be reached by the keyboard.
  const current: TabName = state.view === "self-test" ? PANE_VIEWS[0] : state.view;
  const choose = (view: TabName | undefined): void => {
    if (view === undefined) return;
    pane.dispatch({ kind: "view-chosen", view });
    document.getElementById(tabId(view))?.focus();
  };
  return (
    <div
      className="zc-tabs"
      role="tablist"
      aria-label={texts.viewsLabel}
      onKeyDown={(event) => {
        const at = PANE_VIEWS.indexOf(current);
        const last = PANE_VIEWS.length - 1;
        const next: Readonly<Record<string, number>> = {
          ArrowRight: at === last ? 0 : at + 1,
          ArrowLeft: at === 0 ? last : at - 1,
          Home: 0,
          End: last,
        };
        const index = next[event.key];
        if (index === undefined) return;
        event.preventDefault();
        choose(PANE_VIEWS[index]);
      }}
    >
      {PANE_VIEWS.map((view) => (
        <button
          key={view}
          id={tabId(view)}
          type="button"
          role="tab"
          aria-selected={view === state.view}
          aria-controls={VIEW_PANEL}
          tabIndex={view === current ? 0 : -1}
          onClick={() => {
            choose(view);
          }}
        >
          {texts.views[view]}
        </button>
      ))}
    </div>
  );
}
