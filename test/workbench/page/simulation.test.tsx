import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { WEB_REQUIREMENT_SETS } from "../../../src/workbench/host/requirements.ts";
import { fittedTo, readManifest } from "../../../src/workbench/page/manifest.ts";
import {
  SWITCHES,
  readSimulation,
  switchesOn,
  toggleSwitch,
} from "../../../src/workbench/page/simulation.ts";

describe("what the address takes from the emulated Excel", () => {
  test("nothing, where it says nothing or something unknown", () => {
    const web = {
      requirementSets: WEB_REQUIREMENT_SETS,
      functions: "on",
      blankArguments: "null",
      structure: "open",
      sheet: "open",
    };
    expect(readSimulation("")).toEqual(web);
    expect(readSimulation("?excelApi=new&functions=no&blank=?&protect=all&runtime=x")).toEqual(web);
  });

  test("sets, functions, blanks and protection, together as liked", () => {
    const simulation = readSimulation(
      "?excelApi=1.9&runtime=separate&functions=missing&blank=zero&protect=workbook&protect=sheet"
    );
    const { requirementSets, ...others } = simulation;
    expect(requirementSets["ExcelApi"]).toBe("1.9");
    for (const set of ["SharedRuntime", "CustomFunctionsRuntime", "CustomFunctions"])
      expect(requirementSets).not.toHaveProperty(set);
    expect(others).toEqual({
      functions: "missing",
      blankArguments: "zero",
      structure: "protected",
      sheet: "protected",
    });
  });

  test.each(SWITCHES)("%s is switched on and off again, beside what else is asked for", (one) => {
    const on = toggleSwitch("?locale=en-US", one);
    expect(switchesOn(on)).toEqual([one]);
    expect(new URLSearchParams(on).get("locale")).toBe("en-US");
    expect(toggleSwitch(on, one)).toBe("?locale=en-US");
  });

  test("of one name one value holds, but workbook and sheet may both be protected", () => {
    const older = toggleSwitch(toggleSwitch("", "excelApi=1.14"), "excelApi=1.9");
    expect(switchesOn(older)).toEqual(["excelApi=1.9"]);
    const both = toggleSwitch(toggleSwitch("", "protect=sheet"), "protect=workbook");
    expect(switchesOn(both)).toEqual(["protect=workbook", "protect=sheet"]);
    expect(switchesOn(toggleSwitch(both, "protect=workbook"))).toEqual(["protect=sheet"]);
  });
});

describe("the add-in as a host shows it", () => {
  const manifest = readManifest(
    readFileSync(resolve(__dirname, "../../../manifest.xml"), "utf8"),
    "zh-CN"
  );

  test("whole, where its sets are there", () => {
    expect(fittedTo(manifest, WEB_REQUIREMENT_SETS)).toBe(manifest);
  });

  test.each(["runtime=separate", "functions=missing"])(
    "with %s the pane alone: no tab, menu, functions or shortcuts",
    (one) => {
      const fitted = fittedTo(manifest, readSimulation(`?${one}`).requirementSets);
      expect(fitted).toMatchObject({
        tabs: [],
        contextMenu: [],
        functionsUrl: null,
        shortcutsUrl: null,
        taskpaneUrl: manifest.taskpaneUrl,
      });
    }
  );
});
