import type * as Actions from "../actions/index.ts";
import type { SelfTestHost } from "../actions/self-test/index.ts";
import type { Address, Evaluator, ReadOptions, Result, WorkbookPort } from "../core/index.ts";
import { failed, success } from "../core/index.ts";
import type { Narrator } from "../core/narrative/narrator/index.ts";
import { nextTask } from "./next-task.ts";
import type { PaneServices, ValidateRequest } from "./pane-services.ts";

/** What the root chooses for the place the pane runs in. */
export interface PaneHost extends Pick<
  PaneServices,
  | "onEdited"
  | "copy"
  | "saveFile"
  | "describeHost"
  | "rememberLocale"
  | "now"
  | "customFunctions"
  | "watchSelection"
> {
  readonly port: WorkbookPort;
  readonly evaluator: Evaluator;
  readonly narrator: Narrator;
  readSelection(): Promise<Result<Address>>;
  /** What the self-test asks of the host; comes with the first test. */
  openSelfTest(): Promise<SelfTestHost>;
}

/** What plans flags and ledgers is not needed before the first click, and so not in the first load. */
export function loadActions(): Promise<typeof Actions> {
  return import(/* webpackChunkName: "actions" */ "../actions/index.ts");
}

/** The actions, bound to one workbook and one evaluator. */
export function createPaneServices(host: PaneHost): PaneServices {
  const { port, evaluator, narrator } = host;
  let running = new AbortController();
  return {
    async validate({ marking, scope, locale, onPhase }) {
      running = new AbortController();
      const { signal } = running;
      const { validate } = await loadActions();
      let sheets: readonly string[] | null = null;
      if (scope === "active") {
        const selection = await host.readSelection();
        if (!selection.ok) {
          return failed({ failure: selection.failure, done: [], evaluation: null });
        }
        sheets = [selection.value.sheet];
      }
      return validate(port, evaluator, {
        flags: marking === "mark" ? "put" : "leave",
        sheets,
        // A ledger that stands is kept true, by runs that see the whole book; one that does not is made on demand.
        ...(marking === "mark" && scope === "all"
          ? { ledger: { when: "keep", locale, madeAt: host.now(), pause: nextTask } as const }
          : {}),
        onPhase,
        signal,
      });
    },
    cancel() {
      running.abort();
      narrator.cancel();
    },
    async clearFlags() {
      const { clearFlags } = await loadActions();
      return clearFlags(port);
    },
    async makeLedger(evaluation, locale) {
      const { makeLedger } = await loadActions();
      return makeLedger(port, evaluation, {
        locale,
        madeAt: host.now(),
        pause: nextTask,
        then: "show",
      });
    },
    async goTo(address) {
      const { goTo } = await loadActions();
      return goTo(port, address);
    },
    async insertFunction(name) {
      const { insertFunction, nothingDone } = await loadActions();
      const selection = await host.readSelection();
      if (!selection.ok) return nothingDone(selection.failure);
      const customFunctions = host.customFunctions();
      return insertFunction(port, { name, at: selection.value, customFunctions });
    },
    customFunctions: () => host.customFunctions(),
    async lookAtFunctions() {
      const { lookAtFunctions } = await loadActions();
      const read = await port.read();
      return read.ok ? success(lookAtFunctions(read.value)) : read;
    },
    async insertCall(request, occupied) {
      const { insertCall } = await loadActions();
      return insertCall(port, request, occupied);
    },
    async makePortable() {
      const { makePortable } = await loadActions();
      return makePortable(port);
    },
    async restorePortable() {
      const { restorePortable } = await loadActions();
      return restorePortable(port);
    },
    readSelection: () => host.readSelection(),
    watchSelection: (listener) => host.watchSelection(listener),
    async correctReading(correction, how) {
      const { correctReading, undoCorrection } = await loadActions();
      return how === "put" ? correctReading(port, correction) : undoCorrection(port, correction);
    },
    async readRules() {
      const { readRules } = await loadActions();
      return readRules(port);
    },
    async changeRules(change) {
      const { importRules, insertRules, saveRules } = await loadActions();
      switch (change.kind) {
        case "insert":
          return insertRules(port, change.content);
        case "save":
          return saveRules(port, change.edit);
        case "import":
          return importRules(port, change);
      }
    },
    async selfTest(onResult) {
      running = new AbortController();
      const { signal } = running;
      const { runSelfTest } = await import(
        /* webpackChunkName: "self-test-steps" */ "../actions/self-test/index.ts"
      );
      return success(await runSelfTest(await host.openSelfTest(), { signal, onResult }));
    },
    async composeText({ style, earlier, onPhase }) {
      const { compose } = await loadActions();
      return compose(port, narrator, { style, earlier, reading: reading(onPhase) });
    },
    async checkText({ draft, against, onPhase }) {
      const { checkText } = await loadActions();
      if (against === "text") return checkText(null, narrator, { draft });
      return checkText(port, narrator, { draft, reading: reading(onPhase) });
    },
    async insertText(text) {
      const { insertText } = await loadActions();
      return insertText(port, text);
    },
    onEdited: host.onEdited,
    copy: host.copy,
    saveFile: host.saveFile,
    describeHost: host.describeHost,
    rememberLocale: host.rememberLocale,
    now: host.now,
  };

  /** A new reading that cancel() stops, told phase by phase. */
  function reading(onPhase: ValidateRequest["onPhase"]): ReadOptions {
    running = new AbortController();
    const { signal } = running;
    const onProgress = (done: number, total: number): void => {
      onPhase({ kind: "reading", done, total });
    };
    return { signal, onProgress };
  }
}
