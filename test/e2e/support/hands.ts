import type { CellValue } from "../../../src/core/index.ts";
import { site, type Workbench } from "./workbench.ts";

/** What a user does with mouse and keyboard, and what is to be seen afterwards. */

/** Clicks a button of the ribbon by its label. */
export async function pressRibbon(workbench: Workbench, label: string): Promise<void> {
  await workbench.page.locator(".ribbon").getByRole("button", { name: label }).first().click();
}

/** 一键审核 from the ribbon, until the pane shows what came of it. */
export async function validate(workbench: Workbench): Promise<void> {
  await pressRibbon(workbench, "一键审核");
  await validated(workbench);
}

/** Waits for the pane to show the outcome of a run. */
export async function validated(workbench: Workbench): Promise<void> {
  await workbench.pane().waitForSelector(".zc-summary");
  await workbench.pane().waitForSelector("main[aria-busy=false]");
  await workbench.door("idle");
}

/** Types into the grid: the cell is selected, the keys go to whatever has the focus. */
export async function typeInto(
  workbench: Workbench,
  sheet: string,
  cell: string,
  keys: string
): Promise<void> {
  await focusGrid(workbench);
  await workbench.door("select", sheet, cell);
  await workbench.page.keyboard.type(keys, { delay: 15 });
  await workbench.page.keyboard.press("Enter");
  await workbench.door("idle");
}

/** Gives the grid the focus with a click into its middle. */
export async function focusGrid(workbench: Workbench): Promise<void> {
  const { x, y } = await gridPoint(workbench);
  await workbench.page.mouse.click(x, y);
}

/** The middle of the grid on the page. */
export async function gridPoint(workbench: Workbench): Promise<{ x: number; y: number }> {
  const box = await workbench.page
    .locator("canvas[id^=univer-sheet-main-canvas]")
    .first()
    .boundingBox();
  if (box === null) throw new Error("no grid");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Lets a file fall on the grid. */
export async function dropFile(
  workbench: Workbench,
  name: string,
  bytes: Uint8Array
): Promise<void> {
  const transfer = await workbench.page.evaluateHandle(
    ([file, content]) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([new Uint8Array(content)], file));
      return dropped;
    },
    [name, [...bytes]] as const
  );
  const grid = workbench.page.locator("main.grid");
  await grid.dispatchEvent("dragenter", { dataTransfer: transfer });
  await grid.dispatchEvent("dragover", { dataTransfer: transfer });
  await grid.dispatchEvent("drop", { dataTransfer: transfer });
  await transfer.dispose();
}

/** Drops a workbook and waits until it is on the screen with the add-in beside it. */
export async function openDropped(
  workbench: Workbench,
  name: string,
  bytes: Uint8Array
): Promise<void> {
  await dropFile(workbench, name, bytes);
  await workbench.page.waitForFunction(
    (wanted) =>
      document.querySelector(".file-name")?.textContent === wanted &&
      document.querySelector<HTMLElement>(".veil")?.hidden === true,
    name
  );
  await workbench.door("idle");
  await workbench.pane().waitForSelector("button.ms-Button--primary:not(.is-disabled)");
}

/** Our rules of a sheet. */
export async function ourRules(workbench: Workbench, sheet: string): Promise<readonly string[]> {
  const rules = await workbench.door("conditionalFormats", sheet);
  return rules.flatMap(({ formula }) =>
    formula?.includes("zone-check") === true ? [formula] : []
  );
}

/** Our rules that paint a cell now. */
export async function flagsOn(
  workbench: Workbench,
  sheet: string,
  cell: string
): Promise<readonly string[]> {
  const painted = await workbench.door("painted", sheet, cell);
  return painted.flatMap(({ formula }) =>
    formula?.includes("zone-check") === true ? [formula] : []
  );
}

/** The value of one cell. */
export async function valueOf(
  workbench: Workbench,
  sheet: string,
  cell: string
): Promise<CellValue | undefined> {
  return (await workbench.door("values", sheet, cell))[0]?.[0];
}

/** Requests that left for elsewhere, violations of the policy, and errors of scripts: there are never any. */
export function troubles(workbench: Workbench): readonly string[] {
  const elsewhere = workbench.requests.filter(
    (url) => !url.startsWith(site) && !url.startsWith("blob:") && !url.startsWith("data:")
  );
  return [...elsewhere, ...workbench.problems];
}
