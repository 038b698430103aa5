import type { RenderResult } from "@testing-library/react";
import { act, render } from "@testing-library/react";
import * as React from "react";
import { App } from "../../../src/taskpane/App.tsx";
import { registerPaneIcons } from "../../../src/taskpane/icons.tsx";
import type { PaneServices } from "../../../src/taskpane/pane-services.ts";
import { initialState } from "../../../src/taskpane/pane-state.ts";
import type { Pane } from "../../../src/taskpane/pane.ts";
import { createPane } from "../../../src/taskpane/pane.ts";
import type { Locale } from "../../../src/core/index.ts";

registerPaneIcons();

export interface RenderedPane extends RenderResult {
  readonly pane: Pane;
}

/** The pane in a page, its host known. */
export function renderPane(services: PaneServices, locale: Locale = "zh-CN"): RenderedPane {
  const pane = createPane(initialState(locale, "light"), services);
  pane.dispatch({ kind: "host-known", host: "excel" });
  return { pane, ...render(<App pane={pane} />) };
}

/** Lets promises that stand and effects that follow them run out. */
export async function settle(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
