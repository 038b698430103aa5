/** The self-test, a door of its own: it is loaded when it is asked for. */
export * from "./host.ts";
export * from "./result.ts";
export { STEP_IDS, runSelfTest } from "./run-self-test.ts";
export type { SelfTestOptions } from "./run-self-test.ts";
