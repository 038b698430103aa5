import { failed, success } from "../core/index.ts";
import type { Failure, Result } from "../core/index.ts";

/**
 * How the inner functions of this module give up on a file. A broken byte can turn up at any depth of a parse;
 * it travels as an exception inside the module and leaves it, at its doors, as a Failure (see guarded).
 */
export class Fault extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

export function brokenPart(part: string, detail: string): Fault {
  return new Fault({ code: "broken-part", part, detail });
}

/** Runs what may meet a broken file. Whatever is thrown becomes a Failure: hostile bytes never throw at a caller. */
export function guarded<T>(work: () => T): Result<T> {
  try {
    return success(work());
  } catch (error) {
    if (error instanceof Fault) return failed(error.failure);
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return failed({ code: "broken-part", part: "package", detail });
  }
}
