/** What a user does, once for every face: pane, ribbon and command line. */
export * from "./action-result.ts";
export * from "./check-text.ts";
export * from "./clear-flags.ts";
export * from "./compose.ts";
export * from "./correct-reading.ts";
export * from "./decode-text.ts";
export * from "./go-to.ts";
export * from "./function-sight.ts";
export * from "./insert-call.ts";
export * from "./insert-function.ts";
export * from "./ledger.ts";
export * from "./portable-copy.ts";
export * from "./prepare-call.ts";
export * from "./target-rules.ts";
export * from "./validate.ts";
