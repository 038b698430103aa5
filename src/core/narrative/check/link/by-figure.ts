import type { Figure } from "../figures/figure.ts";

/** A set of numbers of one draft, by their places in reading order. */
export class FigureSet {
  private readonly isIn: Uint8Array;

  constructor(size: number) {
    this.isIn = new Uint8Array(size);
  }

  has({ index }: Figure): boolean {
    return this.isIn[index] === 1;
  }

  add({ index }: Figure): void {
    this.isIn[index] = 1;
  }

  delete({ index }: Figure): void {
    this.isIn[index] = 0;
  }
}

/** What is known of some numbers of one draft, by their places in reading order. */
export class FigureMap<Value> {
  private readonly values: (Value | undefined)[] = [];

  get({ index }: Figure): Value | undefined {
    return this.values[index];
  }

  has({ index }: Figure): boolean {
    return this.values[index] !== undefined;
  }

  set({ index }: Figure, value: Value): void {
    this.values[index] = value;
  }
}
