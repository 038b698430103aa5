import type { ICommandInfo, Injector, IUnitRange } from "@univerjs/core";
import { ICommandService } from "@univerjs/core";
import type { ISetFormulaCalculationNotificationMutation } from "@univerjs/engine-formula";
import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  OtherFormulaMarkDirty,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";

/** Univer waits 100 ms after the last change before it calculates; a change that has led to nothing by then never will. */
const DEBOUNCE_GUARD_MS = 160;
/** Nothing takes this long: a calculation that has not come back by now has died inside Univer. */
const GIVE_UP_MS = 60_000;
const POLL_MS = 5;

/** Mutations that calculate even in manual mode: asked for by us, or conditional formats, which Excel keeps live. */
const ALWAYS = new Set([SetTriggerFormulaCalculationStartMutation.id, OtherFormulaMarkDirty.id]);

/** Watches Univer's calculation, which has no promise of its own that can be trusted, and holds it back in manual mode. */
export class Calculation {
  readonly #commands: ICommandService;
  #isScheduled = false;
  #isRunning = false;
  #isManual = false;
  #guard: ReturnType<typeof setTimeout> | undefined;
  readonly #dispose: () => void;

  /** `isBusy` tells of work outside Univer that will end in another calculation (custom functions). */
  constructor(
    injector: Injector,
    private readonly isBusy: () => boolean
  ) {
    this.#commands = injector.get(ICommandService);
    const dirtiness = injector.get(IActiveDirtyManagerService);
    const lookUp = dirtiness.get.bind(dirtiness);
    // What this says is dirty is what Univer calculates: in manual mode, nothing is but what is asked for.
    dirtiness.get = (commandId) =>
      this.#isManual && !ALWAYS.has(commandId) ? undefined : lookUp(commandId);
    const subscription = this.#commands.onCommandExecuted((command) => {
      this.#follow(command, dirtiness.get(command.id) !== undefined);
    });
    this.#dispose = () => {
      subscription.dispose();
      clearTimeout(this.#guard);
    };
  }

  get mode(): "automatic" | "manual" {
    return this.#isManual ? "manual" : "automatic";
  }

  setMode(mode: "automatic" | "manual"): void {
    const wasManual = this.#isManual;
    this.#isManual = mode === "manual";
    if (wasManual && !this.#isManual) this.recalculateAll();
  }

  recalculateAll(): void {
    this.#start({ forceCalculation: true, dirtyRanges: [] });
  }

  /** Calculates some cells and what depends on them. */
  recalculate(dirtyRanges: readonly IUnitRange[]): void {
    if (dirtyRanges.length > 0)
      this.#start({ forceCalculation: false, dirtyRanges: [...dirtyRanges] });
  }

  /** Resolves when nothing is left to calculate; rejects if Univer's calculation has died. */
  async settled(): Promise<void> {
    const deadline = Date.now() + GIVE_UP_MS;
    let quiet = 0;
    // Twice quiet in a row: a result may lead, a moment later, to the next calculation (conditional formats do).
    while (quiet < 2) {
      if (Date.now() > deadline) throw new Error("the spreadsheet's calculation did not come back");
      quiet = this.#isScheduled || this.#isRunning || this.isBusy() ? 0 : quiet + 1;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  dispose(): void {
    this.#dispose();
  }

  #start(params: { forceCalculation: boolean; dirtyRanges: IUnitRange[] }): void {
    this.#commands.syncExecuteCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      {
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        clearDependencyTreeCache: {},
        ...params,
      },
      { onlyLocal: true }
    );
  }

  #follow(command: Readonly<ICommandInfo>, makesDirty: boolean): void {
    if (command.id === SetFormulaCalculationStartMutation.id) {
      clearTimeout(this.#guard);
      this.#isScheduled = false;
      this.#isRunning = true;
    } else if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const { functionsExecutedState } =
        command.params as ISetFormulaCalculationNotificationMutation;
      if (functionsExecutedState === undefined) return;
      // A stopped calculation is started again by Univer in the same breath.
      this.#isRunning = functionsExecutedState === FormulaExecutedStateType.STOP_EXECUTION;
    } else if (makesDirty) {
      this.#isScheduled = true;
      clearTimeout(this.#guard);
      this.#guard = setTimeout(() => {
        this.#isScheduled = false;
      }, DEBOUNCE_GUARD_MS);
    }
  }
}
