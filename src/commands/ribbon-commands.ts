import type { InsertableFunction } from "../actions/index.ts";
import type { Pane } from "../taskpane/pane.ts";

/** What the ribbon, the cell menu and the shortcuts can call; the names stand in manifest.xml and shortcuts.json. */
export type CommandName =
  | "openPane"
  | "validateAll"
  | "validateSelection"
  | "clearFlags"
  | "insertZoneGap"
  | "insertZoneShare"
  | "insertZoneGrowth"
  | "insertZoneDiff"
  | "insertZoneStatus"
  | "insertZoneTarget";

/** The part of Office.AddinCommands.Event that is needed: the button stays grey until it is called. */
export interface CommandEvent {
  completed(): void;
}

export type Command = (event: CommandEvent) => Promise<void>;

/**
 * Ribbon commands work on the pane's own state, so that an open pane shows what they did. What the user has to read
 * (findings, a failure, sheets that took no flags, a native formula in the place of a function) brings the pane up; clean work does not.
 */
export function createRibbonCommands(
  pane: Pane,
  showPane: () => Promise<void>
): Readonly<Record<CommandName, Command>> {
  const command =
    (act: () => Promise<void>, shows: "always" | "if-told"): Command =>
    async (event) => {
      try {
        await act();
        if (shows === "always" || hasToTell(pane)) await showPane();
      } catch (error) {
        pane.report(error);
      } finally {
        event.completed();
      }
    };
  const insert = (name: InsertableFunction): Command =>
    command(() => pane.insertFunction(name), "if-told");
  return {
    openPane: command(() => Promise.resolve(), "always"),
    validateAll: command(() => pane.validate("mark", "all"), "always"),
    validateSelection: command(() => pane.validate("mark", "active"), "always"),
    clearFlags: command(() => pane.clearFlags(), "if-told"),
    insertZoneGap: insert("ZONE_GAP"),
    insertZoneShare: insert("ZONE_SHARE"),
    insertZoneGrowth: insert("ZONE_GROWTH"),
    insertZoneDiff: insert("ZONE_DIFF"),
    insertZoneStatus: insert("ZONE_STATUS"),
    insertZoneTarget: insert("ZONE_TARGET"),
  };
}

function hasToTell(pane: Pane): boolean {
  const { notice } = pane.getState();
  switch (notice?.kind) {
    case "failure":
    case "broken":
    case "refused":
      return true;
    case "inserted":
      // Something else than was asked for.
      return notice.becomes !== "function";
    default:
      return false;
  }
}
