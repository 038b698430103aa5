import { failed, success } from "../core/index.ts";
import type { Failure, Result } from "../core/index.ts";

/** The parts of an OfficeExtension.Error that are read; it is told by its shape, as it may come from another realm. */
export interface OfficeError {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly traceMessages?: readonly string[];
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string };
}

export function isOfficeError(error: unknown): error is OfficeError {
  return (
    error instanceof Error &&
    error.name === "RichApi.Error" &&
    "code" in error &&
    typeof error.code === "string"
  );
}

/** The one place where an error of Office.js becomes a Failure. Anything else is a programmer's mistake and is thrown on. */
export function toFailure(error: unknown): Failure {
  if (!isOfficeError(error)) throw error;
  const location = error.debugInfo?.errorLocation ?? "";
  switch (error.code) {
    case "InvalidOperationInCellEditMode":
      return { code: "cell-edit-mode" };
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
      return { code: "payload-too-large" };
    case "ApiNotFound":
    case "NotImplemented":
      return { code: "api-missing", member: location };
    case "AccessDenied":
      return { code: "access-denied" };
    case "InvalidOrTimedOutSession":
    case "InvalidRequestContext":
      return { code: "session-lost" };
    case "WriteNotSupportedWhenModalDialogOpen":
      return { code: "modal-open" };
    default:
      // Messages are localised and may hold names of the user's sheets: code and place are enough for a diagnosis.
      return {
        code: "host-error",
        detail: location === "" ? error.code : `${error.code} at ${location}`,
      };
  }
}

/** Waits for something of Excel's and gives its value, or the Failure it ended in. */
export async function toResult<T>(pending: Promise<T>): Promise<Result<T>> {
  try {
    return success(await pending);
  } catch (error) {
    return failed(toFailure(error));
  }
}
