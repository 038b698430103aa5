import {
  clearFlags,
  goTo,
  insertFunction,
  makeLedger,
  nothingDone,
  validate,
} from "../actions/index.ts";
import type { Address, Evaluator, Result, WorkbookPort } from "../core/index.ts";
import { failed } from "../core/index.ts";
import type { PaneServices } from "./pane-services.ts";

/** What the root chooses for the place the pane runs in. */
export interface PaneHost extends Pick<
  PaneServices,
  "onEdited" | "copy" | "describeHost" | "rememberLocale" | "now"
> {
  readonly port: WorkbookPort;
  readonly evaluator: Evaluator;
  readSelection(): Promise<Result<Address>>;
}

/** The actions, bound to one workbook and one evaluator. */
export function createPaneServices(host: PaneHost): PaneServices {
  const { port, evaluator } = host;
  let running = new AbortController();
  return {
    async validate({ marking, scope, locale, onPhase }) {
      running = new AbortController();
      const { signal } = running;
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
        // A ledger that stands is kept true; one that does not is made when the user asks for it.
        ...(marking === "mark"
          ? { ledger: { when: "keep", locale, madeAt: host.now() } as const }
          : {}),
        onPhase,
        signal,
      });
    },
    cancel() {
      running.abort();
    },
    clearFlags: () => clearFlags(port),
    makeLedger: (evaluation, locale) =>
      makeLedger(port, evaluation, { locale, madeAt: host.now(), then: "show" }),
    goTo: (address) => goTo(port, address),
    async insertFunction(name) {
      const selection = await host.readSelection();
      if (!selection.ok) return nothingDone(selection.failure);
      return insertFunction(port, { name, at: selection.value });
    },
    onEdited: host.onEdited,
    copy: host.copy,
    describeHost: host.describeHost,
    rememberLocale: host.rememberLocale,
    now: host.now,
  };
}
