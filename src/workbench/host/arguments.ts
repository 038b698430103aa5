import { invalidArgument } from "./host-error.ts";
import { Instance } from "./model.ts";
import type { Json } from "./wire.ts";

export type Argument = Instance | Json | readonly Argument[];

/** Arguments of a call as they came over the wire: an omitted one is null. Reading the wrong kind is InvalidArgument. */
export class Arguments {
  constructor(
    private readonly values: readonly Argument[],
    readonly location: string
  ) {}

  at(index: number): Argument {
    return this.values[index] ?? null;
  }

  text(index: number): string {
    const value = this.at(index);
    if (typeof value !== "string") throw this.wrong(index, "a text");
    return value;
  }

  optionalText(index: number): string | null {
    return this.at(index) === null ? null : this.text(index);
  }

  integer(index: number): number {
    const value = this.at(index);
    if (typeof value !== "number" || !Number.isInteger(value))
      throw this.wrong(index, "an integer");
    return value;
  }

  /** A flag the library may leave out: anything but true is false. */
  isTrue(index: number): boolean {
    return this.at(index) === true;
  }

  /** Plain data, without objects of the model inside. */
  json(index: number): Json {
    return toJson(this.at(index), this.location);
  }

  private wrong(index: number, expected: string): Error {
    return invalidArgument(this.location, `Argument ${index + 1} should be ${expected}.`);
  }
}

function isList(value: Argument): value is readonly Argument[] {
  return Array.isArray(value);
}

function toJson(value: Argument, location: string): Json {
  if (value instanceof Instance)
    throw invalidArgument(location, "An object stands where a value should.");
  if (isList(value)) return value.map((item) => toJson(item, location));
  return value;
}
