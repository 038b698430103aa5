import type {
  MadePortable,
  OfferedColumn,
  PreparedArgument,
  PreparedCall,
  Restored,
} from "../../actions/index.ts";
import type { OuterPlace } from "../../core/index.ts";
import type { FunctionId } from "../../core/measures/index.ts";

type Because = Extract<PreparedCall["becomes"], { kind: "nothing" }>["because"];
type Problem = NonNullable<PreparedArgument["problem"]>;
type Became = MadePortable["cells"][number]["became"];
type OuterBecame = MadePortable["outer"][number]["became"];

/** What the 函数 view says; it comes with the view, not with the pane. */
export interface FunctionsTexts {
  readonly title: Readonly<Record<FunctionId, string>>;
  readonly offerTitle: (name: OfferedColumn["function"], line: OfferedColumn["line"]) => string;
  readonly choose: string;
  readonly noneChosen: string;
  readonly close: string;
  readonly more: string;
  readonly older: string;
  readonly notRead: string;
  readonly retry: string;
  readonly reading: string;

  readonly offers: string;
  readonly offersNote: string;
  readonly allOffers: (count: number) => string;
  readonly ownLine: Readonly<Record<OfferedColumn["line"], (name: string) => string>>;
  readonly freeLine: Readonly<Record<OfferedColumn["line"], (name: string) => string>>;

  readonly optional: (name: string) => string;
  readonly picking: string;
  readonly at: string;
  readonly cells: (count: number) => string;
  readonly hundredfold: (cell: string) => string;
  readonly problem: Readonly<Record<Exclude<Problem, "missing">, string>>;

  readonly result: string;
  readonly noResultYet: string;
  readonly resultInExcel: string;
  readonly spills: (rows: number, columns: number) => string;
  readonly willInsert: string;
  readonly guard: string;
  readonly native: string;
  readonly value: string;
  readonly nothing: Readonly<Record<Exclude<Because, "arguments">, string>>;
  readonly shownAsPercent: (cell: string) => string;
  readonly header: (cell: string, text: string) => string;
  readonly insert: string;
  readonly fill: (cells: number) => string;
  readonly inserted: (
    what: "function" | "native" | "value",
    cells: number,
    skipped: number
  ) => string;
  readonly headed: (cell: string, text: string) => string;
  readonly occupied: (cells: readonly string[]) => string;
  readonly skip: string;
  readonly replace: string;
  readonly cancel: string;

  readonly explained: string;
  readonly rule: string;
  readonly operands: string;
  readonly arithmetic: string;
  readonly gives: string;
  readonly isCopy: string;
  readonly noName: string;
  readonly noSpill: string;
  readonly blank: string;
  readonly truth: Readonly<Record<"true" | "false", string>>;

  readonly portable: string;
  readonly portableNote: string;
  readonly makePortable: string;
  readonly restore: string;
  readonly kept: (count: number) => string;
  readonly taken: (names: readonly string[]) => string;
  readonly noCalls: string;
  readonly nothingKept: string;
  readonly madeFormulas: (count: number) => string;
  readonly madeValues: (count: number) => string;
  readonly madeLeft: (count: number) => string;
  readonly valueReason: Readonly<Record<Extract<Became, { kind: "value" }>["reason"], string>>;
  readonly leftReason: Readonly<Record<Extract<Became, { kind: "left" }>["reason"], string>>;
  readonly outerPlace: (place: OuterPlace) => string;
  /** Of a name or table column that has no native formula. */
  readonly outerReason: (became: Exclude<OuterBecame, { readonly kind: "formula" }>) => string;
  readonly outerNotRestoredReason: Readonly<
    Record<Restored["outerLeft"][number]["reason"], string>
  >;
  readonly restored: (count: number) => string;
  readonly notRestored: (count: number) => string;
  readonly notRestoredReason: Readonly<Record<Restored["left"][number]["reason"], string>>;
  readonly andMore: (count: number) => string;
}
