import type { RulesProblem } from "../../rules/rules-problem.ts";

/** What is wrong with a style file, and where: words.share-reference, paragraphs[0].zones[1]. */
export type StyleProblem =
  | Exclude<RulesProblem, { readonly code: "wrong-schema" | "missing-column" }>
  | { readonly code: "wrong-style-schema"; readonly path: string; readonly found: string | null }
  /** A phrase with a slot it does not have. */
  | {
      readonly code: "unknown-slot";
      readonly path: string;
      readonly found: string;
      readonly known: readonly string[];
    }
  /** { } or [ ] that do not pair, or stand in each other. */
  | { readonly code: "bad-brackets"; readonly path: string; readonly found: string }
  /** A line break or another control character. */
  | { readonly code: "control-character"; readonly path: string }
  | {
      readonly code: "out-of-range";
      readonly path: string;
      readonly low: number;
      readonly high: number;
    };
