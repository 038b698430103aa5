import type { ActionResult } from "../actions/index.ts";
import type { Refusal, Result } from "../core/index.ts";
import { failed } from "../core/index.ts";
import type { HouseStyle } from "../core/narrative/compose/index.ts";
import type { CheckTextRequest, PaneServices } from "./pane-services.ts";
import type { ComposedText, DraftState } from "./draft-state.ts";
import type { Task } from "./level.ts";
import type { Notice, PaneEvent, PaneState } from "./pane-state.ts";

/** What the 文稿 view may have done. */
export interface DraftTasks {
  changeDraft(change: Partial<DraftState>): void;
  /** 成文 in a style; null: that of the workbook's city. */
  composeText(style: HouseStyle | null): Promise<void>;
  /** Finds out which numbers of the composed text the workbook no longer says so; in silence, beside whatever runs. */
  compareText(): Promise<void>;
  checkText(request: Pick<CheckTextRequest, "draft" | "against">): Promise<void>;
  /** Puts the composed text into a new sheet. */
  insertText(): Promise<void>;
  copyText(text: string): Promise<void>;
  /** Saves text as a file; copies it where the host saves none. */
  saveText(name: string, text: string): Promise<void>;
}

/** What the pane lends: its state, and its way to run one task at a time. */
export interface TaskRunner {
  readonly getState: () => PaneState;
  readonly dispatch: (event: PaneEvent) => void;
  readonly run: <T>(
    task: Task,
    act: () => Promise<ActionResult<T>>,
    finish: (value: T) => void
  ) => Promise<void>;
  readonly noticeOfRefusals: (task: Task, refusals: readonly Refusal[]) => Notice | null;
}

type RetriedTask = Extract<Task, "compose" | "check-text" | "insert-text">;

export function createDraftTasks(
  services: PaneServices,
  runner: TaskRunner
): { readonly tasks: DraftTasks; retry(task: RetriedTask): Promise<void> } {
  const { getState, dispatch, run, noticeOfRefusals } = runner;
  let lastCheck: Pick<CheckTextRequest, "draft" | "against"> | null = null;
  const onPhase: CheckTextRequest["onPhase"] = (phase) => {
    dispatch({ kind: "phase", phase });
  };
  const stop = (notice: Notice | null): void => {
    dispatch({ kind: "stopped", notice });
  };

  const tasks: DraftTasks = {
    changeDraft(change) {
      dispatch({ kind: "draft-changed", change });
    },
    async composeText(style) {
      await run(
        "compose",
        async () => early(await services.composeText({ style, earlier: null, onPhase })),
        (answer) => {
          const composed = {
            composition: answer.composition,
            style: answer.style,
            outdated: null,
            workbook: "as-compared",
          } as const;
          stop(null);
          dispatch({ kind: "draft-changed", change: { composed, style } });
        }
      );
    },
    async compareText() {
      const { composed } = getState().draft;
      if (composed === null || composed.workbook === "comparing" || getState().busy !== null)
        return;
      const settle = (change: Partial<ComposedText>): void => {
        const now = getState().draft.composed;
        // A text composed meanwhile is another one; an edit made meanwhile is not in the comparison.
        if (now?.composition !== composed.composition) return;
        const workbook = now.workbook === "comparing" ? "as-compared" : "edited";
        dispatch({ kind: "draft-changed", change: { composed: { ...now, workbook, ...change } } });
      };
      settle({ workbook: "comparing" });
      try {
        const answer = await services.composeText({
          style: composed.style,
          earlier: composed.composition,
          onPhase: () => undefined,
        });
        settle(answer.ok ? { outdated: answer.value.outdated } : { workbook: "edited" });
      } catch (error) {
        settle({ workbook: "edited" });
        throw error;
      }
    },
    async checkText(request) {
      lastCheck = request;
      dispatch({ kind: "draft-changed", change: { text: request.draft } });
      await run(
        "check-text",
        async () => early(await services.checkText({ ...request, onPhase })),
        (check) => {
          const checked = { ...request, check, workbook: "as-compared" as const };
          stop(null);
          dispatch({ kind: "draft-changed", change: { checked } });
        }
      );
    },
    async insertText() {
      const { composed } = getState().draft;
      if (composed === null) return;
      await run(
        "insert-text",
        () => services.insertText(composed.composition.text),
        ({ sheet, applied }) => {
          const refused = noticeOfRefusals("insert-text", applied.refused);
          stop(refused ?? { kind: "text-inserted", sheet });
        }
      );
    },
    async copyText(text) {
      const isCopied = await services.copy(text);
      const notice: Notice = isCopied ? { kind: "text-copied" } : { kind: "copy-by-hand", text };
      dispatch({ kind: "noticed", notice });
    },
    async saveText(name, text) {
      if (!services.saveFile(name, text)) return tasks.copyText(text);
      dispatch({ kind: "noticed", notice: { kind: "saved", name } });
    },
  };

  return {
    tasks,
    async retry(task) {
      switch (task) {
        case "compose":
          return tasks.composeText(getState().draft.style);
        case "check-text":
          if (lastCheck !== null) await tasks.checkText(lastCheck);
          return;
        case "insert-text":
          return tasks.insertText();
      }
    },
  };
}

/** Reading writes nothing. */
function early<T>(result: Result<T>): ActionResult<T> {
  return result.ok ? result : failed({ failure: result.failure, done: [] });
}
