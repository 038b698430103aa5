import type { SetFormula } from "../core/index.ts";
import type {
  NotRestored,
  OuterNotRestored,
  PortableOuter,
  ValueReason,
} from "../core/portable/index.ts";
import type { UsageProblem } from "./parse-command.ts";

/** What the command line says of itself; what it says of workbooks comes from core. */
export interface CommandTexts {
  readonly help: string;
  readonly usageProblem: (problem: UsageProblem) => string;
  readonly seeHelp: string;
  readonly outputIsFolder: (path: string) => string;
  readonly sameFile: (path: string) => string;
  readonly otherExtension: (input: string, output: string) => string;
  readonly failure: (file: string, message: string) => string;
  readonly flagged: (file: string, error: number, warning: number, unmet: number) => string;
  /** How many formulas became native ones, how many cells hold their value. */
  readonly madePortable: (file: string, formulas: number, values: number) => string;
  readonly notNative: (
    place: string,
    became: "value" | "left",
    reason: ValueReason | "sheet-protected" | "array-formula" | "not-calculated" | "host-refused"
  ) => string;
  /** Of a name or a table's column. */
  readonly outerNotNative: (
    place: string,
    became: Exclude<PortableOuter["became"], { readonly kind: "formula" }>
  ) => string;
  /** Of a validation, a conditional format or a chart. */
  readonly setFormula: (setting: SetFormula) => string;
  readonly outerNotRestored: (place: string, reason: OuterNotRestored["reason"]) => string;
  readonly restored: (file: string, count: number) => string;
  readonly notRestored: (place: string, reason: NotRestored["reason"]) => string;
  readonly cleared: (file: string) => string;
  readonly protectedSheet: (sheet: string) => string;
  readonly refused: (sheet: string) => string;
}
