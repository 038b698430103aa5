import type { Address, Evaluation } from "../../../src/core/index.ts";
import { success } from "../../../src/core/index.ts";
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
    insertFunction: () => Promise.resolve(success(nothing)),
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
    onEdited: (listener) => {
      editListeners.push(listener);
    },
    copy: (text) => {
      copied.push(text);
      return Promise.resolve(true);
    },
    describeHost: () => ["version: test"],
    rememberLocale: () => undefined,
    now: () => new Date(2023, 6, 5, 10, 32),
    ...parts,
  };
}
