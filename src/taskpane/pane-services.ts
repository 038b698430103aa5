import type {
  ActionResult,
  CallRequest,
  FunctionSight,
  InsertableFunction,
  InsertedFunction,
  InsertedCall,
  InsertedText,
  MadePortable,
  OccupiedChoice,
  Restored,
  RulesReading,
  ValidationFailure,
  ValidationOutcome,
  ValidationPhase,
} from "../actions/index.ts";
import type { SelfTestReport, StepResult } from "../actions/self-test/index.ts";
import type {
  Address,
  Applied,
  Evaluation,
  Locale,
  ReadingCorrection,
  Result,
  RulesEdit,
} from "../core/index.ts";
import type { Composition, HouseStyle } from "../core/narrative/compose/index.ts";
import type { DraftCheck } from "../core/narrative/check/index.ts";
import type { ComposeAnswer } from "../core/narrative/narrator/index.ts";

/** mark: put flags on the cells · check-only: change nothing in the workbook. */
export type Marking = "mark" | "check-only";

export interface ValidateRequest {
  readonly marking: Marking;
  /** active: the sheet the user is on · all: every sheet that is not ours. */
  readonly scope: "all" | "active";
  /** Of the ledger, where one stands and is rewritten. */
  readonly locale: Locale;
  readonly onPhase: (phase: ValidationPhase) => void;
}

export interface ComposeTextRequest {
  /** null: the style of the city the workbook speaks of. */
  readonly style: HouseStyle | null;
  /** A text composed before in this style, to be held against the workbook as it is now. */
  readonly earlier: Composition | null;
  readonly onPhase: ValidateRequest["onPhase"];
}

export interface CheckTextRequest {
  readonly draft: string;
  /** text: the draft is held against itself alone. */
  readonly against: "book" | "text";
  readonly onPhase: ValidateRequest["onPhase"];
}

/** `book` says how the workbook calculates; without it, nothing is said about the age of its results. */
/** What may be done to the 目标规则 sheet. */
export type RulesChange =
  | { readonly kind: "insert"; readonly content: "template" | "empty" }
  | { readonly kind: "save"; readonly edit: RulesEdit }
  | { readonly kind: "import"; readonly name: string; readonly text: string };

export type Validated = Pick<ValidationOutcome, "evaluation" | "applied" | "unflagged"> &
  Partial<Pick<ValidationOutcome, "book">>;

/** Everything the pane can have done. The root puts real services in; tests put fakes. */
export interface PaneServices {
  validate(request: ValidateRequest): Promise<Result<Validated, ValidationFailure>>;
  /** Stops what is reading or evaluating; it then fails with "cancelled". */
  cancel(): void;
  clearFlags(): Promise<ActionResult<Applied>>;
  makeLedger(evaluation: Evaluation, locale: Locale): Promise<ActionResult<Applied>>;
  goTo(address: Address): Promise<ActionResult<Applied>>;
  /** Writes the function at the user's selection, its operands taken from the columns to its left. */
  insertFunction(name: InsertableFunction): Promise<ActionResult<InsertedFunction>>;
  /** Keeps with the workbook how a line or zone is to be read, or takes that back. */
  correctReading(
    correction: ReadingCorrection,
    how: "put" | "undo"
  ): Promise<ActionResult<Applied>>;
  readRules(): Promise<Result<RulesReading>>;
  changeRules(change: RulesChange): Promise<ActionResult<Applied>>;
  /** Tries what the host can do, on a sheet of its own that is removed again; `cancel` stops it. */
  selfTest(onResult: (result: StepResult) => void): Promise<ActionResult<SelfTestReport>>;
  /** Whether this Excel knows custom functions; older ones get native formulas. */
  customFunctions(): "available" | "missing";
  /** Reads the workbook for the 函数 view. */
  lookAtFunctions(): Promise<Result<FunctionSight>>;
  insertCall(request: CallRequest, occupied: OccupiedChoice): Promise<ActionResult<InsertedCall>>;
  makePortable(): Promise<ActionResult<MadePortable>>;
  restorePortable(): Promise<ActionResult<Restored>>;
  readSelection(): Promise<Result<Address>>;
  /** Calls back with every new selection until it is stopped. Without selection events nothing follows, and that is all. */
  watchSelection(listener: (selection: Address) => void): Promise<() => Promise<void>>;
  composeText(request: ComposeTextRequest): Promise<Result<ComposeAnswer>>;
  checkText(request: CheckTextRequest): Promise<Result<DraftCheck>>;
  /** Writes a text into a new sheet. */
  insertText(text: string): Promise<ActionResult<InsertedText>>;
  /** Calls back with the sheet's name whenever the user (or a co-author) edits cells. */
  onEdited(listener: (sheet: string) => void): void;
  /** Puts text on the clipboard; false where the browser forbids it. */
  copy(text: string): Promise<boolean>;
  /** Saves text as a file; false where the host's browser saves none. */
  saveFile(name: string, text: string): boolean;
  /** Technical facts of host and build for the diagnostics, one a line; never a cell's value. */
  describeHost(): readonly string[];
  rememberLocale(locale: Locale): void;
  now(): Date;
}
