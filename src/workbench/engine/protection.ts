import type { Injector } from "@univerjs/core";
import { IPermissionService } from "@univerjs/core";
import { WorksheetEditPermission } from "@univerjs/sheets";

/**
 * Opens or closes a sheet for the user's own hands: the grid then refuses typing, pasting, inserting and the rest with a
 * message, as Excel does. What the add-in asks for is refused by the host; the engine's own writes are not looked at.
 */
export function setEditable(
  injector: Injector,
  unitId: string,
  sheetId: string,
  edits: "allowed" | "refused"
): void {
  injector
    .get(IPermissionService)
    .updatePermissionPoint(new WorksheetEditPermission(unitId, sheetId).id, edits === "allowed");
}
