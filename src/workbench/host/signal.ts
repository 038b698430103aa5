/** Something that becomes true, and false again when the add-in is loaded anew. */
export class Signal {
  private isGiven = false;
  private waiters: (() => void)[] = [];

  give(): void {
    this.isGiven = true;
    const waiters = this.waiters;
    this.waiters = [];
    for (const wake of waiters) wake();
  }

  /** Whoever waits goes on waiting for the next time. */
  reset(): void {
    this.isGiven = false;
  }

  given(): Promise<void> {
    if (this.isGiven) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }
}
