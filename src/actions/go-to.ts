import type { Address, Applied, WorkbookPort } from "../core/index.ts";
import type { ActionResult } from "./action-result.ts";

/** Shows a place of the workbook to the user. */
export async function goTo(port: WorkbookPort, address: Address): Promise<ActionResult<Applied>> {
  return await port.apply([{ kind: "select", sheet: address.sheet, area: address.area }]);
}
