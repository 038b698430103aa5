import { afterEach, expect, jest, test } from "@jest/globals";
import { act, cleanup, render, screen } from "@testing-library/react";
import * as React from "react";
import { initialState } from "../../src/taskpane/pane-state.ts";
import type { Pane } from "../../src/taskpane/pane.ts";
import { createPane } from "../../src/taskpane/pane.ts";
import { PaneProvider, usePane } from "../../src/taskpane/use-pane.tsx";
import { fullEvaluation } from "./support/evaluations.ts";
import { fakeServices } from "./support/fake-services.ts";

afterEach(cleanup);

function Outer(): React.ReactElement {
  return usePane().state.locale === "en-US" ? <Inner /> : <p>outer</p>;
}

function Inner(): React.ReactElement {
  return <p>{usePane().state.locale}</p>;
}

/** Drawn between the two: what Inner has to end is ended by then. */
function Beside(): React.ReactElement {
  return <p>beside, {usePane().state.locale}</p>;
}

/** As a task of the pane does it: after a promise, where React puts no changes together. */
async function choose(pane: Pane, locale: "zh-CN" | "en-US"): Promise<void> {
  await act(async () => {
    await Promise.resolve();
    pane.dispatch({ kind: "locale-chosen", locale });
  });
}

test("a view that goes away with a change is not told of that change", async () => {
  const complaints = jest.spyOn(console, "error").mockImplementation(() => undefined);
  const pane = createPane(initialState("zh-CN", "light"), fakeServices(fullEvaluation()));
  render(
    <PaneProvider value={pane}>
      <Outer />
      <Beside />
    </PaneProvider>
  );
  await choose(pane, "en-US");
  expect(screen.getByText("en-US")).toBeTruthy();
  await choose(pane, "zh-CN");
  expect(screen.getByText("outer")).toBeTruthy();
  expect(complaints.mock.calls).toEqual([]);
  complaints.mockRestore();
});
