import type { ICellData, ICommandInfo, IExecutionOptions, IRange, Injector } from "@univerjs/core";
import { ICommandService } from "@univerjs/core";
import type { IMoveRangeMutationParams, ISetRangeValuesMutationParams } from "@univerjs/sheets";
import {
  InsertColMutation,
  InsertRowMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetRangeValuesMutation,
} from "@univerjs/sheets";

import type { Area } from "../../core/index.ts";
import type { EditOrigin, EngineEdit } from "./engine.ts";
import { areaAround, cellsOf, toArea } from "./ranges.ts";

const STRUCTURE: Readonly<Record<string, EngineEdit["change"]>> = {
  [InsertRowMutation.id]: "rows-inserted",
  [RemoveRowMutation.id]: "rows-deleted",
  [InsertColMutation.id]: "columns-inserted",
  [RemoveColMutation.id]: "columns-deleted",
};

interface SheetRangeParams {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly range: IRange;
}

/** Turns Univer's mutations into edits. Undo and redo are mutations too, so they are told like any other edit. */
export class Edits {
  readonly #listeners = new Set<(edit: EngineEdit) => void>();
  #origin: EditOrigin = "user";
  readonly #dispose: () => void;

  constructor(
    injector: Injector,
    private readonly unitId: string
  ) {
    const subscription = injector.get(ICommandService).onCommandExecuted((command, options) => {
      this.#follow(command, options);
    });
    this.#dispose = () => {
      subscription.dispose();
    };
  }

  listen(listener: (edit: EngineEdit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs a write; the edits it makes carry its origin. */
  as<T>(origin: EditOrigin, write: () => T): T {
    const before = this.#origin;
    this.#origin = origin;
    try {
      return write();
    } finally {
      this.#origin = before;
    }
  }

  dispose(): void {
    this.#listeners.clear();
    this.#dispose();
  }

  #follow(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    if (isOtherUnit(command.params, this.unitId)) return;
    if (command.id === SetRangeValuesMutation.id) {
      // Results of formulas come the same way as what is typed.
      if (
        options?.["fromFormula"] === true ||
        options?.["applyFormulaCalculationResult"] === true
      ) {
        return;
      }
      const params = command.params as ISetRangeValuesMutationParams;
      this.#tell(params.subUnitId, areaAround(changedCells(params.cellValue)), "edited");
      return;
    }
    if (command.id === MoveRangeMutation.id) {
      const { from, to } = command.params as IMoveRangeMutationParams;
      this.#tell(from.subUnitId, areaAround(changedCells(from.value)), "edited");
      this.#tell(to.subUnitId, areaAround(changedCells(to.value)), "edited");
      return;
    }
    const change = STRUCTURE[command.id];
    if (change === undefined) return;
    const { subUnitId, range } = command.params as SheetRangeParams;
    this.#tell(subUnitId, toArea(range), change);
  }

  #tell(sheet: string, area: Area | null, change: EngineEdit["change"]): void {
    if (area === null) return;
    const edit: EngineEdit = { sheet, area, origin: this.#origin, change };
    for (const listener of [...this.#listeners]) listener(edit);
  }
}

function isOtherUnit(params: object | undefined, unitId: string): boolean {
  return params !== undefined && "unitId" in params && params.unitId !== unitId;
}

/** Cells whose contents a mutation sets; formats alone are no edit. */
function* changedCells(matrix: ISetRangeValuesMutationParams["cellValue"]) {
  for (const [row, column, cell] of cellsOf(matrix)) {
    if (cell === null || cell === undefined || hasContents(cell)) yield { row, column };
  }
}

/** A formula alone, without a value, is one that was only adjusted: rows came or went above it. */
function hasContents(cell: ICellData): boolean {
  return cell.v !== undefined || cell.p !== undefined;
}
