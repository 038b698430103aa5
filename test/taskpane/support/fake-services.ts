import type { Address, Evaluation } from "../../../src/core/index.ts";
import { lookAtFunctions } from "../../../src/actions/index.ts";
import { failed, success } from "../../../src/core/index.ts";
import { bookOf } from "../../support/grid.ts";
import type { PaneServices } from "../../../src/taskpane/pane-services.ts";

export interface FakeServices extends PaneServices {
  readonly visited: Address[];
  readonly copied: string[];
  edit(sheet: string): void;
}

/** Services that succeed at once with this evaluation, and remember what they were asked; `parts` replaces some. */
export function fakeServices(
  evaluation: Evaluation,
  parts: Partial<PaneServices> = {}
): FakeServices {
  const visited: Address[] = [];
  const copied: string[] = [];
  const editListeners: ((sheet: string) => void)[] = [];
  const nothing = { done: [], refused: [] };
  return {
    visited,
    copied,
    edit: (sheet) => {
      for (const listener of editListeners) listener(sheet);
    },
    validate: ({ marking }) =>
      Promise.resolve(
        success({ evaluation, applied: marking === "mark" ? nothing : null, unflagged: [] })
      ),
    cancel: () => undefined,
    clearFlags: () => Promise.resolve(success(nothing)),
    makeLedger: () => Promise.resolve(success(nothing)),
    goTo: (address) => {
      visited.push(address);
      return Promise.resolve(success(nothing));
    },
    insertFunction: () => Promise.resolve(success({ ...nothing, becomes: "function" })),
    customFunctions: () => "available",
    lookAtFunctions: () => Promise.resolve(success(lookAtFunctions(bookOf()))),
    insertCall: () => Promise.resolve(success({ kind: "occupied", cells: [] })),
    makePortable: () =>
      Promise.resolve(success({ cells: [], outer: [], settings: [], applied: nothing })),
    restorePortable: () =>
      Promise.resolve(
        success({ restored: [], left: [], outerRestored: [], outerLeft: [], applied: nothing })
      ),
    readSelection: () =>
      Promise.resolve(
        success({ sheet: "经济指标", area: { row: 0, column: 0, rows: 1, columns: 1 } })
      ),
    watchSelection: () => Promise.resolve(() => Promise.resolve()),
    correctReading: () => Promise.resolve(success(nothing)),
    readRules: () =>
      Promise.resolve(success({ sheet: "absent", rows: [], rules: [], problems: [] })),
    changeRules: () => Promise.resolve(success(nothing)),
    selfTest: () =>
      Promise.resolve(
        success({
          at: new Date(2023, 6, 5, 10, 32),
          abilities: {
            excelApi: "1.15",
            undo: "host-decides",
            customFunctions: "available",
            runtime: "shared",
            shortcuts: "available",
          },
          results: [],
          end: "complete",
        })
      ),
    composeText: () => Promise.resolve(failed({ code: "nothing-to-compose", sheets: [] })),
    checkText: () =>
      Promise.resolve(
        success({ coverage: { numbers: 0, checked: 0, unclaimed: [] }, claims: [], lint: [] })
      ),
    insertText: () => Promise.resolve(success({ sheet: "成文文稿", applied: nothing })),
    onEdited: (listener) => {
      editListeners.push(listener);
    },
    copy: (text) => {
      copied.push(text);
      return Promise.resolve(true);
    },
    saveFile: () => true,
    describeHost: () => ["version: test"],
    rememberLocale: () => undefined,
    now: () => new Date(2023, 6, 5, 10, 32),
    ...parts,
  };
}
