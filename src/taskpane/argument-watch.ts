/** Where the functions of a shared runtime tell what they were given: the other end is functions/argument-watch.ts. */
const NAME = "zoneCheckArgumentWatch";

/**
 * Watches what arrives at the functions until the returned function is called; one watches at a time. The functions are a
 * bundle of their own, which must not share a module with the pane's: they meet at the page's global object.
 */
export function watchArguments(listener: (args: readonly unknown[]) => void): () => void {
  Reflect.set(globalThis, NAME, listener);
  return () => Reflect.deleteProperty(globalThis, NAME);
}
