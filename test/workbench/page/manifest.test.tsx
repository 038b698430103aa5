import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { RibbonButton, RibbonMenu } from "../../../src/workbench/page/manifest.ts";
import { readManifest } from "../../../src/workbench/page/manifest.ts";

const xml = readFileSync(resolve(__dirname, "../../../manifest.xml"), "utf8");

function control(
  of: ReturnType<typeof readManifest>,
  id: string
): RibbonButton | RibbonMenu | undefined {
  return of.tabs
    .flatMap(({ groups }) => groups.flatMap(({ controls }) => controls))
    .find((one) => one.id === id);
}

describe("the ribbon out of the manifest", () => {
  test("labels come in the default language, and in the other one where the manifest has it", () => {
    const zh = readManifest(xml, "zh-CN");
    const en = readManifest(xml, "en-US");
    expect([zh.tabs[0]?.label, en.tabs[0]?.label]).toEqual(["开发区", "Zones"]);
    expect(control(zh, "ZoneCheck.Validate")?.label).toBe("一键审核");
    expect(control(en, "ZoneCheck.Validate")?.label).toBe("Validate");
  });

  test("a button shows the pane or runs a function, a menu has items that run theirs", () => {
    const manifest = readManifest(xml, "zh-CN");
    const pane = control(manifest, "ZoneCheck.OpenPane");
    const validate = control(manifest, "ZoneCheck.Validate");
    const insert = control(manifest, "ZoneCheck.Insert");
    expect(pane?.kind === "button" && pane.action).toEqual({
      kind: "show-pane",
      url: manifest.taskpaneUrl,
    });
    expect(validate?.kind === "button" && validate.action).toEqual({
      kind: "run",
      functionName: "validateAll",
    });
    expect(
      insert?.kind === "menu" &&
        insert.items.every(({ action, label }) => action.kind === "run" && label !== "")
    ).toBe(true);
  });

  test("every control has its icons and a tip, and the cell menu an entry", () => {
    const manifest = readManifest(xml, "zh-CN");
    const controls = manifest.tabs.flatMap(({ groups }) =>
      groups.flatMap((group) => group.controls)
    );
    for (const { icons, tip } of controls) {
      expect([...icons.keys()]).toEqual([16, 32, 80]);
      expect([...icons.values()].every((url) => url.endsWith(".png"))).toBe(true);
      expect(tip.description).not.toBe("");
    }
    expect(manifest.contextMenu.map(({ label }) => label)).toEqual(["审核所选"]);
  });

  test("the addresses of functions and shortcuts follow the language where they differ by it", () => {
    expect(readManifest(xml, "zh-CN").functionsUrl).toMatch(/functions\.json$/);
    expect(readManifest(xml, "en-US").functionsUrl).toMatch(/functions\.en-US\.json$/);
    expect(readManifest(xml, "zh-CN").shortcutsUrl).toMatch(/shortcuts\.json$/);
  });

  test("something else than a manifest is refused", () => {
    expect(() => readManifest("<html></html>", "zh-CN")).toThrow("not a manifest");
    expect(() => readManifest("no xml", "zh-CN")).toThrow();
  });
});
