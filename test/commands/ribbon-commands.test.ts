import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { createRibbonCommands } from "../../src/commands/ribbon-commands.ts";
import { failed, success } from "../../src/core/index.ts";
import type { PaneServices } from "../../src/taskpane/pane-services.ts";
import { initialState } from "../../src/taskpane/pane-state.ts";
import type { Pane } from "../../src/taskpane/pane.ts";
import { createPane } from "../../src/taskpane/pane.ts";
import { textsZhCn } from "../../src/taskpane/texts.zh-CN.ts";
import { fullEvaluation } from "../taskpane/support/evaluations.ts";
import { fakeServices } from "../taskpane/support/fake-services.ts";

interface Ribbon {
  readonly pane: Pane;
  readonly commands: ReturnType<typeof createRibbonCommands>;
  readonly shown: () => number;
}

function ribbon(parts: Partial<PaneServices> = {}, showPane?: () => Promise<void>): Ribbon {
  const pane = createPane(initialState("zh-CN", "light"), fakeServices(fullEvaluation(), parts));
  let shown = 0;
  const show = (): Promise<void> => {
    shown += 1;
    return Promise.resolve();
  };
  return { pane, commands: createRibbonCommands(pane, showPane ?? show), shown: () => shown };
}

function event(): { readonly completed: () => void; readonly count: () => number } {
  let count = 0;
  return { completed: () => (count += 1), count: () => count };
}

describe("ribbon commands", () => {
  const { commands } = ribbon();
  const manifest = readFileSync("manifest.xml", "utf8");
  const named = [...manifest.matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(([, n]) => n);
  const shortcuts = JSON.parse(readFileSync("assets/shortcuts.json", "utf8")) as {
    readonly actions: readonly { readonly id: string }[];
  };

  test("there is one for every function the manifest and the shortcuts name", () => {
    expect(named.length).toBeGreaterThan(0);
    for (const name of [...named, ...shortcuts.actions.map(({ id }) => id)]) {
      expect(Object.keys(commands)).toContain(name);
    }
  });

  test("validating all shows its result in the pane and brings it up", async () => {
    const { pane, commands: own, shown } = ribbon();
    const call = event();
    await own.validateAll(call);
    expect(pane.getState().result?.evaluation.summary.error).toBe(1);
    expect(shown()).toBe(1);
    expect(call.count()).toBe(1);
  });

  test("validating the selection asks for the active sheet alone", async () => {
    const scopes: string[] = [];
    const { commands: own } = ribbon({
      validate: ({ scope }) => {
        scopes.push(scope);
        return Promise.resolve(
          success({ evaluation: fullEvaluation(), applied: null, unflagged: [] })
        );
      },
    });
    await own.validateSelection(event());
    expect(scopes).toEqual(["active"]);
  });

  test.each([
    ["insertZoneGap", "ZONE_GAP"],
    ["insertZoneShare", "ZONE_SHARE"],
    ["insertZoneGrowth", "ZONE_GROWTH"],
    ["insertZoneDiff", "ZONE_DIFF"],
    ["insertZoneStatus", "ZONE_STATUS"],
    ["insertZoneTarget", "ZONE_TARGET"],
  ] as const)("%s inserts %s without bringing the pane up", async (command, name) => {
    const inserted: string[] = [];
    const { commands: own, shown } = ribbon({
      insertFunction: (which) => {
        inserted.push(which);
        return Promise.resolve(success({ done: [], refused: [], becomes: "function" }));
      },
    });
    await own[command](event());
    expect(inserted).toEqual([name]);
    expect(shown()).toBe(0);
  });

  test.each([
    ["native", "改为插入等价的内置公式"],
    ["value", "没有等价公式的插入数值"],
  ] as const)(
    "an Excel without custom functions is told of the %s that stands there instead",
    async (becomes, told) => {
      const {
        pane,
        commands: own,
        shown,
      } = ribbon({
        insertFunction: () => Promise.resolve(success({ done: [], refused: [], becomes })),
      });
      await own.insertZoneGap(event());
      expect(pane.getState().notice).toEqual({ kind: "inserted", name: "ZONE_GAP", becomes });
      expect(textsZhCn.inserted("ZONE_GAP", becomes)).toContain(told);
      expect(shown()).toBe(1);
    }
  );

  test("a failure is told in the pane, which comes up for it", async () => {
    const {
      pane,
      commands: own,
      shown,
    } = ribbon({
      clearFlags: () => Promise.resolve(failed({ failure: { code: "cell-edit-mode" }, done: [] })),
    });
    await own.clearFlags(event());
    expect(pane.getState().notice).toMatchObject({ kind: "failure", task: "clear" });
    expect(shown()).toBe(1);
  });

  test("the button is released whatever happens", async () => {
    const thrown = ribbon({ clearFlags: () => Promise.reject(new Error("boom")) });
    const call = event();
    await thrown.commands.clearFlags(call);
    expect(call.count()).toBe(1);

    const noPane = ribbon({}, () => Promise.reject(new Error("no pane here")));
    const second = event();
    await noPane.commands.validateAll(second);
    expect(second.count()).toBe(1);
    expect(noPane.pane.getState().notice).toMatchObject({ kind: "broken" });
  });
});
