/** What a claim cannot be recomputed for. */
export type Missing =
  | "whole"
  | "part"
  | "base"
  | "reference"
  | "earlier-rate"
  | "own-rate"
  | "target"
  | "attained"
  | "members"
  | "ranking"
  | "parts"
  | "operands"
  | "counterpart"
  | "cell";

/** What is to be said of a claim besides its arithmetic. */
export type Note =
  | { readonly code: "missing"; readonly what: Missing }
  /** Given by the statistics office: never recomputed into a fault. */
  | { readonly code: "given"; readonly basis: "constant-price" | "same-scope" }
  /** What the missing operand would have to be. */
  | { readonly code: "implied"; readonly low: number; readonly high: number; readonly unit: string }
  | { readonly code: "sign" }
  | { readonly code: "truncated" }
  | { readonly code: "power-of-ten" }
  | { readonly code: "wholes"; readonly first: number; readonly last: number }
  | { readonly code: "infeasible" }
  | { readonly code: "robust" }
  | { readonly code: "weights" }
  /** A rate that fits a basis, and what the other bases would give. */
  | { readonly code: "basis"; readonly fits: string | null; readonly others: readonly string[] }
  | { readonly code: "names"; readonly names: number; readonly numbers: number }
  | { readonly code: "threshold" }
  | { readonly code: "elsewhere"; readonly text: string }
  | { readonly code: "order"; readonly relation: "part" | "falling" | "rising" }
  | { readonly code: "split" };

/** How a verdict was reached: the arithmetic as one line of figures, the same in every language, and what else matters. */
export interface Working {
  readonly arithmetic: string | null;
  readonly notes: readonly Note[];
}
