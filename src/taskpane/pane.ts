import type {
  ActionResult,
  CallRequest,
  InsertableFunction,
  InsertedCall,
  MadePortable,
  OccupiedChoice,
  Restored,
} from "../actions/index.ts";
import type {
  Address,
  Applied,
  Book,
  Evaluation,
  ReadingCorrection,
  Refusal,
  WriteFailure,
} from "../core/index.ts";
import { failed, isTextSheet } from "../core/index.ts";
import type { DraftTasks } from "./draft-tasks.ts";
import { createDraftTasks } from "./draft-tasks.ts";
import type { Marking, PaneServices, RulesChange, ValidateRequest } from "./pane-services.ts";
import type { Task } from "./level.ts";
import type { Notice, PaneEvent, PaneState } from "./pane-state.ts";
import { reduce } from "./pane-state.ts";

/**
 * The pane's one state and everything that may happen to it. It lives as long as the runtime, so that results and
 * filters outlive a closed pane, and ribbon and pane see the same.
 */
export interface Pane extends DraftTasks {
  getState(): PaneState;
  /** Calls back after every change; returns the way to stop it. */
  subscribe(listener: () => void): () => void;
  dispatch(event: PaneEvent): void;
  validate(marking: Marking, scope?: ValidateRequest["scope"]): Promise<void>;
  cancel(): void;
  clearFlags(): Promise<void>;
  makeLedger(): Promise<void>;
  goTo(address: Address): Promise<void>;
  insertFunction(name: InsertableFunction): Promise<void>;
  /** Undefined where it failed or was refused; the notice then tells. */
  insertCall(request: CallRequest, occupied: OccupiedChoice): Promise<InsertedCall | undefined>;
  makePortable(): Promise<MadePortable | undefined>;
  restorePortable(): Promise<Restored | undefined>;
  /** What is looked at without a task of its own. */
  readonly workbook: WorkbookView;
  /** Has a line or zone read as the user says (or as before), and validates again in the way it was done last. */
  correctReading(correction: ReadingCorrection, how: "put" | "undo"): Promise<void>;
  readRules(): Promise<void>;
  /** Changes the 目标规则 sheet and reads it again. */
  changeRules(change: RulesChange): Promise<void>;
  /** Has every capability of the host tried; what comes of it stands in the state. */
  selfTest(): Promise<void>;
  retry(task: Task): Promise<void>;
  copy(text: string): Promise<void>;
  describeHost(): readonly string[];
  /** For errors nobody else catches. */
  report(error: unknown): void;
}

/** What a view may know of the workbook while it is shown. */
export type WorkbookView = Pick<
  PaneServices,
  "customFunctions" | "lookAtFunctions" | "readSelection" | "watchSelection" | "onEdited"
>;

export function createPane(initial: PaneState, services: PaneServices): Pane {
  let state = initial;
  let last: {
    address: Address | null;
    insert: () => Promise<unknown>;
    scope: "all" | "active";
    correction: { correction: ReadingCorrection; how: "put" | "undo" } | null;
  } = {
    address: null,
    correction: null,
    insert: () => Promise.resolve(),
    scope: "all",
  };
  const listeners = new Set<() => void>();

  function dispatch(event: PaneEvent): void {
    const next = reduce(state, event);
    if (next === state) return;
    if (event.kind === "locale-chosen") services.rememberLocale(event.locale);
    state = next;
    // A listener may take others away with it: a view that closes others.
    for (const listener of [...listeners]) if (listeners.has(listener)) listener();
  }

  /** One task at a time: a second click while one runs is no second run. */
  async function run<T>(
    task: Task,
    act: () => Promise<ActionResult<T>>,
    finish: (value: T) => void
  ): Promise<void> {
    if (state.busy !== null) return;
    dispatch({ kind: "started", task });
    try {
      const result = await act();
      if (result.ok) finish(result.value);
      else dispatch({ kind: "stopped", notice: noticeOfFailure(task, result.failure) });
    } catch (error) {
      dispatch({ kind: "stopped", notice: { kind: "broken", detail: describeError(error) } });
    }
  }

  function finishWith(task: Task, notice: Notice | null): (applied: Applied) => void {
    return ({ refused }) => {
      dispatch({ kind: "stopped", notice: noticeOfRefusals(task, refused) ?? notice });
    };
  }

  /** A task whose outcome the view that asked for it shows; what was refused is told by the notice. */
  async function runFor<T>(
    task: Task,
    act: () => Promise<ActionResult<T>>,
    refusedIn: (value: T) => readonly Refusal[]
  ): Promise<T | undefined> {
    let outcome: T | undefined;
    await run(task, act, (value) => {
      outcome = value;
      dispatch({ kind: "stopped", notice: noticeOfRefusals(task, refusedIn(value)) });
      dispatch({ kind: "edited" });
    });
    return outcome;
  }

  const draft = createDraftTasks(services, {
    getState: () => state,
    dispatch,
    run,
    noticeOfRefusals,
  });
  const pane: Pane = {
    ...draft.tasks,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    async validate(marking, scope = "all") {
      if (state.busy !== null) return;
      last = { ...last, scope };
      const task = marking === "mark" ? "validate" : "check-only";
      const onPhase: ValidateRequest["onPhase"] = (phase) => {
        dispatch({ kind: "phase", phase });
      };
      const show = (
        evaluation: Evaluation,
        marked: Marking,
        calculation: Book["calculation"],
        notice: Notice | null
      ): void => {
        const at = services.now();
        const result = { evaluation, at, marking: marked, isStale: false, calculation };
        dispatch({ kind: "validated", result, notice });
      };
      await run(
        task,
        async () => {
          const { locale } = state;
          const validated = await services.validate({ marking, scope, locale, onPhase });
          // The writing failed after the judging was done: its findings are as good as ever.
          const evaluation = validated.ok ? null : validated.failure.evaluation;
          if (!validated.ok && evaluation !== null) {
            show(evaluation, "check-only", "automatic", noticeOfFailure(task, validated.failure));
          }
          return validated;
        },
        ({ evaluation, book, applied, unflagged }) => {
          const isProtected = unflagged.map((sheet) => ({
            reason: "sheet-protected" as const,
            sheet,
          }));
          show(
            evaluation,
            marking,
            calculationOfResults(book),
            noticeOfRefusals(task, [...(applied?.refused ?? []), ...isProtected])
          );
        }
      );
    },
    cancel() {
      services.cancel();
    },
    clearFlags: () =>
      run("clear", () => services.clearFlags(), finishWith("clear", { kind: "cleared" })),
    async makeLedger() {
      if (state.result === null) await pane.validate("mark");
      const result = state.result;
      if (result === null) return; // The validation has told why.
      await run(
        "ledger",
        () => services.makeLedger(result.evaluation, state.locale),
        finishWith("ledger", { kind: "ledger-made" })
      );
    },
    goTo(address) {
      last = { ...last, address };
      return run("go-to", () => services.goTo(address), finishWith("go-to", state.notice));
    },
    insertFunction(name) {
      last = { ...last, insert: () => pane.insertFunction(name) };
      return run(
        "insert",
        () => services.insertFunction(name),
        (inserted) => {
          const { becomes } = inserted;
          finishWith("insert", { kind: "inserted", name, becomes })(inserted);
        }
      );
    },
    insertCall(request, occupied) {
      last = { ...last, insert: () => pane.insertCall(request, occupied) };
      return runFor(
        "insert",
        () => services.insertCall(request, occupied),
        (value) => (value.kind === "inserted" ? value.applied.refused : [])
      );
    },
    makePortable: () =>
      runFor(
        "portable",
        () => services.makePortable(),
        ({ applied }) => applied.refused
      ),
    restorePortable: () =>
      runFor(
        "restore",
        () => services.restorePortable(),
        ({ applied }) => applied.refused
      ),
    workbook: services,
    async correctReading(correction, how) {
      last = { ...last, correction: { correction, how } };
      await run(
        "correct",
        () => services.correctReading(correction, how),
        finishWith("correct", null)
      );
      if (state.notice === null)
        await pane.validate(state.result?.marking ?? "check-only", last.scope);
    },
    async readRules() {
      if (state.host !== "excel") return;
      await run(
        "rules",
        async () => {
          const read = await services.readRules();
          return read.ok ? read : failed({ failure: read.failure, done: [] });
        },
        (rules) => {
          dispatch({ kind: "rules-read", rules });
          dispatch({ kind: "stopped", notice: null });
        }
      );
    },
    async changeRules(change) {
      await run(
        "rules",
        () => services.changeRules(change),
        (applied) => {
          finishWith("rules", null)(applied);
          dispatch({ kind: "edited" });
        }
      );
      const { notice } = state;
      await pane.readRules();
      // Reading again must not take away what is to be said of the writing.
      if (notice !== null) dispatch({ kind: "noticed", notice });
    },
    async selfTest() {
      if (state.busy !== null || state.host !== "excel") return;
      dispatch({ kind: "self-test-started" });
      await run(
        "self-test",
        () =>
          services.selfTest((result) => {
            dispatch({ kind: "self-test-step", result });
          }),
        (report) => {
          dispatch({ kind: "self-test-done", report });
          dispatch({ kind: "stopped", notice: null });
        }
      );
    },
    async retry(task) {
      switch (task) {
        case "validate":
          return pane.validate("mark", last.scope);
        case "check-only":
          return pane.validate("check-only", last.scope);
        case "clear":
          return pane.clearFlags();
        case "ledger":
          return pane.makeLedger();
        case "go-to":
          if (last.address !== null) await pane.goTo(last.address);
          return;
        case "insert":
          await last.insert();
          return;
        case "correct":
          if (last.correction !== null)
            await pane.correctReading(last.correction.correction, last.correction.how);
          return;
        case "rules":
          return pane.readRules();
        case "self-test":
          return pane.selfTest();
        case "portable":
          await pane.makePortable();
          return;
        case "restore":
          await pane.restorePortable();
          return;
        case "compose":
        case "check-text":
        case "insert-text":
          return draft.retry(task);
      }
    },
    async copy(text) {
      const isCopied = await services.copy(text);
      dispatch({
        kind: "noticed",
        notice: isCopied ? { kind: "copied" } : { kind: "copy-by-hand", text },
      });
    },
    describeHost: () => services.describeHost(),
    report(error) {
      dispatch({ kind: "noticed", notice: { kind: "broken", detail: describeError(error) } });
    },
  };

  services.onEdited((sheet) => {
    // Our own writing raises the same event, and a composed text is no ground of any result.
    if (state.busy === null && !isTextSheet(sheet)) dispatch({ kind: "edited" });
  });
  return pane;
}

function calculationOfResults(book: Book | undefined): Book["calculation"] {
  if (book === undefined) return "automatic";
  const hasFormulas = book.sheets.some(({ formulas }) =>
    formulas.some((row) => row.some((formula) => formula !== null))
  );
  return hasFormulas ? book.calculation : "automatic";
}

function noticeOfFailure(task: Task, { failure, done }: WriteFailure): Notice | null {
  // Who cancels knows it; what was there before stays.
  if (failure.code === "cancelled" && done.length === 0) return null;
  return { kind: "failure", task, failure, done };
}

function noticeOfRefusals(
  task: Task,
  refusals: readonly Pick<Refusal, "reason" | "sheet">[]
): Notice | null {
  return refusals.length === 0 ? null : { kind: "refused", task, refusals };
}

/** Name, message and stack of an error: technical, and without cell values. */
export function describeError(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  return String(error);
}
