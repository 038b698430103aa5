/** A root: hands the ribbon's commands to Office. */
import { getSession, showPane } from "../taskpane/session.ts";
import { createRibbonCommands } from "./ribbon-commands.ts";

const { pane, ready } = getSession();

void ready.then(() => {
  if (pane.getState().host !== "excel") return;
  const commands = createRibbonCommands(pane, showPane);
  for (const [name, command] of Object.entries(commands)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void command(event);
    });
  }
});
