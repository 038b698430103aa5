import type {
  CallRequest,
  ExplainedCell,
  FunctionSight,
  InsertedCall,
  OccupiedChoice,
  OfferedColumn,
} from "../../actions/index.ts";
import type { Address, Failure } from "../../core/index.ts";
import { areaOfCell } from "../../core/index.ts";
import type { FunctionId } from "../../core/measures/index.ts";
import { getFunctionRecord } from "../../core/measures/index.ts";
import type { Pane } from "../pane.ts";
import { argumentsOf, choicesOf, fieldsOf } from "./fields.ts";

/** What follows the selection: the box of an argument, the box of the destination, or nothing. */
export type Picking = number | "at" | null;

/** A call that is being put together. */
export interface Draft {
  readonly name: FunctionId;
  /** One for each box. */
  readonly args: readonly string[];
  readonly at: Address;
  readonly picking: Picking;
}

export type InsertOutcome =
  | (InsertedCall & { readonly kind: "inserted" })
  /** Cells in the way, and what was asked for. */
  | {
      readonly kind: "occupied";
      readonly cells: readonly string[];
      readonly span: CallRequest["span"];
    };

export interface DeskState {
  /** Null until the workbook has been read, and where it could not be. */
  readonly sight: FunctionSight | null;
  readonly failure: Failure | null;
  readonly selection: Address | null;
  readonly explained: ExplainedCell | null;
  readonly offers: readonly OfferedColumn[];
  readonly draft: Draft | null;
  readonly outcome: InsertOutcome | null;
}

/**
 * What lies on the table of the 函数 view. It outlives the view, so that another tab may be looked at between two
 * arguments; it watches the workbook only while the view is shown.
 */
export interface Desk {
  getState(): DeskState;
  subscribe(listener: () => void): () => void;
  /** Watches selection and edits; returns the way to stop. */
  open(): () => void;
  refresh(): Promise<void>;
  choose(name: FunctionId | null): void;
  take(offer: OfferedColumn): void;
  pick(picking: Picking): void;
  type(index: number, text: string): void;
  insert(span: CallRequest["span"], occupied: OccupiedChoice): Promise<void>;
  forgetOutcome(): void;
}

const NOTHING: DeskState = {
  sight: null,
  failure: null,
  selection: null,
  explained: null,
  offers: [],
  draft: null,
  outcome: null,
};

/** Typing goes on cell after cell: the book is read again when it pauses. */
const PAUSE_MS = 300;

const desks = new WeakMap<Pane, Desk>();

/** The one desk of a pane. */
export function deskOf(pane: Pane): Desk {
  const known = desks.get(pane);
  if (known !== undefined) return known;
  const made = createDesk(pane);
  desks.set(pane, made);
  return made;
}

/** The request a draft stands for. */
export function requestOf(
  { name, args, at }: Draft,
  span: CallRequest["span"],
  customFunctions: CallRequest["customFunctions"]
): CallRequest {
  return { name, args: argumentsOf(name, args), at, span, customFunctions };
}

function createDesk(pane: Pane): Desk {
  const { workbook } = pane;
  const listeners = new Set<() => void>();
  let state = NOTHING;
  /** How often the view was opened; what belongs to an earlier time comes too late. */
  let opened = 0;
  let reading = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOpen = false;

  function set(change: Partial<DeskState>): void {
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  }

  /** What is said of the selection follows from the book as it was read last. */
  function look(sight: FunctionSight | null, selection: Address | null): Partial<DeskState> {
    if (sight === null || selection === null) return {};
    return { explained: explanationOf(sight, selection), offers: sight.offers(selection) };
  }

  function explanationOf(sight: FunctionSight, selection: Address): ExplainedCell | null {
    const explained = sight.explain(selection);
    if (explained !== undefined) return explained;
    // Whoever follows an operand to its cell goes on reading.
    const known = state.explained === null ? undefined : sight.explain(state.explained.at);
    const isOperand = known?.explained.calls.some(({ operands }) =>
      operands.some(({ place }) => place !== null && isSame(place, selection))
    );
    return isOperand === true ? (known ?? null) : null;
  }

  function select(selection: Address): void {
    const { draft, sight } = state;
    const seen = { selection, ...look(sight, selection) };
    if (draft === null || draft.picking === null || sight === null) {
      set(seen);
      return;
    }
    if (draft.picking === "at") {
      set({ ...seen, draft: { ...draft, at: firstCell(selection) }, outcome: null });
      return;
    }
    const field = fieldsOf(getFunctionRecord(draft.name)).find(
      ({ index }) => index === draft.picking
    );
    if (field === undefined) return;
    const text = sight.reference(selection, draft.at, field.kind);
    set({ selection, draft: withArgument(draft, field.index, text), outcome: null });
  }

  async function refresh(): Promise<void> {
    reading += 1;
    const own = reading;
    const read = await workbook.lookAtFunctions();
    if (own !== reading) return;
    if (read.ok) {
      const { selection, draft } = state;
      // While a box is pointed into, the selection is an argument and not the cell to talk about.
      const isPicking = draft !== null && draft.picking !== null && draft.picking !== "at";
      const seen = isPicking ? {} : look(read.value, selection);
      set({ sight: read.value, failure: null, ...seen });
    } else set({ failure: read.failure });
  }

  workbook.onEdited(() => {
    if (!isOpen) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isOpen) void refresh();
    }, PAUSE_MS);
  });

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open() {
      opened += 1;
      isOpen = true;
      const own = opened;
      const stops: (() => Promise<void>)[] = [];
      const begin = async (): Promise<void> => {
        const selection = await workbook.readSelection();
        if (own === opened && selection.ok) set({ selection: selection.value });
        await refresh();
        const stop = await workbook.watchSelection((address) => {
          if (own === opened) select(address);
        });
        if (own === opened) stops.push(stop);
        else await stop();
      };
      void begin();
      return () => {
        if (own === opened) {
          opened += 1;
          isOpen = false;
          clearTimeout(timer);
        }
        for (const stop of stops) void stop();
      };
    },
    refresh,
    choose(name) {
      const { selection, sight } = state;
      if (name === null) {
        set({ draft: null, outcome: null });
        return;
      }
      const here = firstCell(selection ?? { sheet: "", area: areaOfCell({ row: 0, column: 0 }) });
      // A draft keeps its cell until it has been written there.
      const at = state.outcome?.kind === "inserted" ? here : (state.draft?.at ?? here);
      const args = sight?.suggest(name, at) ?? [];
      const draft: Draft = { name, args, at, picking: null };
      set({ draft: { ...draft, picking: firstOpen(draft) }, outcome: null });
    },
    take(offer) {
      const { function: name, args, at } = offer;
      set({ draft: { name, args, at, picking: null }, outcome: null });
    },
    pick(picking) {
      if (state.draft === null || state.draft.picking === picking) return;
      set({ draft: { ...state.draft, picking } });
    },
    type(index, text) {
      if (state.draft === null) return;
      set({ draft: withArgument(state.draft, index, text), outcome: null });
    },
    async insert(span, occupied) {
      const { draft } = state;
      if (draft === null) return;
      set({ outcome: null, draft: { ...draft, picking: null } });
      const request = requestOf(draft, span, workbook.customFunctions());
      const inserted = await pane.insertCall(request, occupied);
      if (inserted?.kind === "occupied") {
        set({ outcome: { kind: "occupied", cells: inserted.cells, span } });
        return;
      }
      if (inserted !== undefined && pane.getState().notice === null) set({ outcome: inserted });
      await refresh();
    },
    forgetOutcome() {
      set({ outcome: null });
    },
  };
}

function withArgument(draft: Draft, index: number, text: string): Draft {
  const args = Array.from({ length: Math.max(draft.args.length, index + 1) }, (_one, at) =>
    at === index ? text : (draft.args[at] ?? "")
  );
  return { ...draft, args };
}

/** The first box that has to be filled by pointing. */
function firstOpen({ name, args }: Draft): Picking {
  const field = fieldsOf(getFunctionRecord(name)).find(
    ({ index, kind, presence }) =>
      presence === "required" &&
      choicesOf(kind, "zh-CN") === undefined &&
      (args[index] ?? "") === ""
  );
  return field?.index ?? null;
}

function firstCell({ sheet, area }: Address): Address {
  return { sheet, area: areaOfCell(area) };
}

function isSame(a: Address, b: Address): boolean {
  return (
    a.sheet === b.sheet &&
    a.area.row === b.area.row &&
    a.area.column === b.area.column &&
    a.area.rows === b.area.rows &&
    a.area.columns === b.area.columns
  );
}
