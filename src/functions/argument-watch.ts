/**
 * What a function was really given, for the self-test: which kind of empty cell a host passes is seen in no result. The
 * pane and the functions are bundles of their own, so in a shared runtime the page's global object is where they meet.
 */
/** Its other end is taskpane/argument-watch.ts. */
const NAME = "zoneCheckArgumentWatch";

type Listener = (args: readonly unknown[]) => void;

/** Hands the arguments on as they are, and tells of them where somebody watches. */
export function noteArguments<Args extends readonly unknown[]>(args: Args): Args {
  const listener: unknown = Reflect.get(globalThis, NAME);
  if (typeof listener === "function") (listener as Listener)(args);
  return args;
}
