import type { KeptCorrections } from "../corrections/parse-corrections.ts";
import type { Finding } from "../findings/finding.ts";
import type { Watched } from "../findings/watched.ts";
import type { NotEvaluableReason } from "../model/not-evaluable.ts";
import type { IndicatorTable, Unrecognised } from "../model/table.ts";
import type { TargetRule } from "../rules/target-rule.ts";
import type { Address } from "../workbook/address.ts";
import type { Book } from "../workbook/book.ts";
import type { Result } from "../workbook/failure.ts";
import type { Flag } from "../workbook/write-plan.ts";
import type { Identity } from "./localise/identity.ts";

export type { NotEvaluableReason };

/** One test at one cell. */
export type Outcome =
  | {
      readonly kind: "pass";
      readonly check: string;
      readonly at: Address;
      /** 尾差: agrees only within the operands' rounding. */ readonly withinRounding: boolean;
      /** What its flags need, should the test fail once cells change. */
      readonly watched?: readonly Watched[];
      /** What was held against each other, where it is arithmetic: it tells which cells are not at fault. */
      readonly identity: Identity | null;
    }
  | {
      readonly kind: "fail";
      readonly check: string;
      readonly at: Address;
      readonly finding: Finding;
      /** null: all that is known of the test is in the finding's trace. */
      readonly identity: Identity | null;
      /**
       * What its flag needs to go once the cells agree, where the finding's trace does not say it; after that, what
       * else may come to fail there.
       */
      readonly watched?: readonly Watched[];
    }
  | {
      readonly kind: "not-evaluable";
      readonly check: string;
      readonly at: Address;
      readonly reason: NotEvaluableReason;
      /** The same, for a number that is still to come. */ readonly watched?: readonly Watched[];
    };

export interface Summary {
  readonly error: number;
  readonly warning: number;
  /** target-unmet findings. */
  readonly unmet: number;
  /** The other information findings. */
  readonly information: number;
  /** Tests made: passes and failures, those that only follow from another too. */
  readonly checked: number;
  readonly passed: number;
  readonly notEvaluable: number;
}

/** The flags of one sheet. */
export interface SheetFlags {
  readonly sheet: string;
  readonly flags: readonly Flag[];
}

/** Everything a validation says of one workbook. Plain data: it crosses the border of a worker. */
export interface Evaluation {
  readonly book: string;
  readonly tables: readonly IndicatorTable[];
  /** Sheets in which no table was found, and what stood there instead. Our own sheets are not among them. */
  readonly unread: readonly {
    readonly sheet: string;
    readonly unrecognised: readonly Unrecognised[];
  }[];
  /** Corrections of the reading that stand in the workbook's part; absent where there was no workbook. */
  readonly kept?: KeptCorrections;
  readonly rules: readonly TargetRule[];
  /** In reading order: sheets as in the book, then severity, then row and column. */
  readonly findings: readonly Finding[];
  readonly notEvaluable: readonly Extract<Outcome, { kind: "not-evaluable" }>[];
  /** The conditional formats that show it, on the sheets that take any. */
  readonly flags: readonly SheetFlags[];
  readonly summary: Summary;
}

export interface EvaluationRequest {
  readonly book: Book;
  /** Text of a rules file, and its name for messages; null without one. */
  readonly rulesFile: { readonly name: string; readonly text: string } | null;
  /** Sheets to validate; null: all that are not ours. */
  readonly sheets: readonly string[] | null;
}

/** Book in, Evaluation out. In the pane a worker stands behind it, on the command line a direct call. */
export interface Evaluator {
  evaluate(request: EvaluationRequest): Promise<Result<Evaluation>>;
  /** Stops a running evaluation; its promise then gives a "cancelled" failure. */
  cancel(): void;
}
