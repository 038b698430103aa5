/**
 * Lets what waits on the pane's thread (a click, a key) go first. By message and not by timer where there is a choice:
 * timers of a pane that is closed, but alive in the shared runtime, are slowed down to one a second.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof MessageChannel === "undefined") {
      setTimeout(resolve, 0);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
