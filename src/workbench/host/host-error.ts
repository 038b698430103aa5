/**
 * An error the host answers with. The batch stops at the action that met it; what was done before stays done.
 * Codes are those of Office.js' own tables.
 */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
    /** Class and member, as Excel reports them: WorksheetCollection.getItem. */
    readonly location: string
  ) {
    super(message);
    this.name = "HostError";
  }
}

export type HostErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidObjectPath"
  | "InvalidOperation"
  | "InvalidReference"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "NotImplemented";

/** Errors of the transport itself: the whole request is refused, nothing of it was done. Numbers of Office.js. */
export const TRANSPORT_ERRORS = {
  cellEditMode: 5004,
  sessionLost: 5012,
  modalDialogOpen: 5016,
  activityLimit: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  accessDenied: 7000,
} as const;

export function invalidArgument(location: string, why: string): HostError {
  return new HostError("InvalidArgument", why, location);
}

export function itemNotFound(location: string): HostError {
  return new HostError("ItemNotFound", "The requested resource doesn't exist.", location);
}

export function accessDenied(location: string): HostError {
  return new HostError(
    "AccessDenied",
    "You can't do this: the sheet or the workbook is protected.",
    location
  );
}

/** The emulator carries only what the add-in uses; everything else must be noticed at once, by name. */
export function unknownMember(member: string): HostError {
  return new HostError("ApiNotFound", `emulator: ${member} is not implemented`, member);
}
