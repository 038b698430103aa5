import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { createRibbonCommands } from "../../src/commands/ribbon-commands.ts";
import type { Pane } from "../../src/taskpane/pane.ts";
import { checkManifest } from "../../src/tools/manifest/check-manifest.ts";
import type { ReadFile } from "../../src/tools/manifest/problem.ts";
import { COMMANDS, folderReader } from "../../src/tools/validate-manifest.ts";

const ROOT = join(__dirname, "../..");
const MANIFEST = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const source = folderReader(ROOT);

const check = (
  text: string,
  { build = null, files = source }: { build?: ReadFile | null; files?: ReadFile } = {}
) => checkManifest(text, { source: files, build, commands: COMMANDS, otherLocale: "en-US" });

/** The manifest with one text replaced; a text that is not there is a mistake in the test. */
function spoil(from: string | RegExp, to: string): string {
  const spoilt = MANIFEST.replace(from, to);
  if (spoilt === MANIFEST) throw new Error(`not in the manifest: ${String(from)}`);
  return spoilt;
}

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split("\n").length;

test("the committed manifest has no problems", () => {
  expect(check(MANIFEST)).toEqual([]);
});

test("it has no namespace, neither the element nor a string for one", () => {
  expect(MANIFEST).not.toMatch(/<Namespace|Functions\.Namespace/u);
});

describe("planted faults", () => {
  const faults: readonly (readonly [string, string | RegExp, string, RegExp])[] = [
    ["broken XML", "</OfficeApp>", "</OfficeAp>", /not well-formed/u],
    [
      "a namespace element",
      "<Metadata>",
      '<Namespace resid="Tab.Label" /><Metadata>',
      /<Namespace> must not be there/u,
    ],
    [
      "a TaskpaneId",
      '<Action xsi:type="ShowTaskpane">',
      '<Action xsi:type="ShowTaskpane"><TaskpaneId>Pane</TaskpaneId>',
      /<TaskpaneId> must not be there/u,
    ],
    [
      "a resid that leads nowhere",
      '<Label resid="Tab.Label" />',
      '<Label resid="Tab.Lable" />',
      /resid Tab\.Lable leads nowhere/u,
    ],
    [
      "a string nothing uses",
      '<Label resid="Tab.Label" />',
      '<Label resid="Clear.Label" />',
      /resource Tab\.Label is used by nothing/u,
    ],
    [
      "a resid of the wrong kind",
      '<Label resid="Tab.Label" />',
      '<Label resid="Clear.Tip" />',
      /<Label> needs a ShortString, resid Clear\.Tip is a LongString/u,
    ],
    [
      "elements out of order",
      /(<Label resid="Tab.Label" \/>\s*)(<\/CustomTab>)/u,
      "$2",
      /<CustomTab> lacks <Label>/u,
    ],
    [
      "a label before the groups",
      '<CustomTab id="ZoneCheck.Tab">',
      '<CustomTab id="ZoneCheck.Tab"><Label resid="Tab.Label" />',
      /<Group> must stand before <Label>|<CustomTab> has <Label> twice/u,
    ],
    [
      "permissions before settings",
      /(<DefaultSettings>[\s\S]*<\/DefaultSettings>)\s*(<Permissions>.*<\/Permissions>)/u,
      "$2$1",
      /<DefaultSettings> must stand before <Permissions>/u,
    ],
    ["an unknown element", "<Permissions>", "<Colour /><Permissions>", /<Colour> is not allowed/u],
    [
      "a bad xsi:type",
      '<Control xsi:type="Menu"',
      '<Control xsi:type="Menue"',
      /<Control> needs xsi:type Button or Menu/u,
    ],
    [
      "a missing action",
      /<Action xsi:type="ExecuteFunction">\s*<FunctionName>clearFlags<\/FunctionName>\s*<\/Action>/u,
      "",
      /<Control> lacks <Action>/u,
    ],
    [
      "no hosts",
      /<Hosts>\s*<Host Name="Workbook" \/>\s*<\/Hosts>/u,
      "",
      /<OfficeApp> lacks <Hosts>/u,
    ],
    [
      "a wrong namespace of elements",
      '<bt:String id="Tab.Label"',
      '<String id="Tab.Label"',
      /not well-formed|<String> is not in the namespace/u,
    ],
    [
      "an http address",
      'https://localhost:3000/functions.js"',
      'http://localhost:3000/functions.js"',
      /nothing but https/u,
    ],
    [
      "a relative address",
      'DefaultValue="https://localhost:3000/functions.js"',
      'DefaultValue="functions.js"',
      /not an absolute address/u,
    ],
    [
      "an address on another site",
      'DefaultValue="https://localhost:3000/functions.js"',
      'DefaultValue="https://example.com/functions.js"',
      /not on the add-in's own site/u,
    ],
    [
      "an icon of another size",
      "assets/commands/validate-32.png",
      "assets/commands/validate-16.png",
      /validate-16\.png is 16 × 16, declared 32 × 32/u,
    ],
    [
      "an odd declared size",
      '<bt:Image size="16" resid="Icon.Validate.16" />',
      '<bt:Image size="17" resid="Icon.Validate.16" />',
      /<Icon> lacks the size 16/u,
    ],
    ["an icon that is not there", "assets/icon-64.png", "assets/icon-65.png", /icon not found/u],
    ["an icon that is no PNG", "assets/icon-64.png", "assets/icons/app.svg", /no PNG: .*app\.svg/u],
    ["a bad GUID", /<Id>[^<]*<\/Id>/u, "<Id>zone-check</Id>", /Id is no GUID/u],
    [
      "a version in words",
      "<Version>1.0.0.0<",
      "<Version>1.0-beta<",
      /Version is not of the form/u,
    ],
    ["a version too large", "<Version>1.0.0.0<", "<Version>1.0.0.70000<", /Version is not of/u],
    ["a bad default locale", ">zh-CN<", ">zh_CN<", /DefaultLocale is no locale: zh_CN/u],
    [
      "a locale that does not exist",
      '<bt:Override Locale="en-US" Value="Zones" />',
      '<bt:Override Locale="en-US" Value="Zones" /><bt:Override Locale="xx-QY" Value="Zones" />',
      /Locale is no locale: xx-QY/u,
    ],
    [
      "a string without its English",
      '<bt:Override Locale="en-US" Value="Zones" />',
      "",
      /string Tab\.Label has no Override for en-US/u,
    ],
    [
      "metadata without its English",
      '<bt:Override Locale="en-US" Value="https://localhost:3000/functions.en-US.json" />',
      "",
      /string Functions\.Metadata\.Url has no Override/u,
    ],
    [
      "a display name without its English",
      '<Override Locale="en-US" Value="ZoneCheck" />',
      "",
      /DisplayName has no Override/u,
    ],
    [
      "a short string that is too long",
      'DefaultValue="打开面板"',
      `DefaultValue="${"长".repeat(126)}"`,
      /string OpenPane\.Label has 126 characters, at most 125/u,
    ],
    [
      "a long string that is too long",
      'DefaultValue="部分占总体的百分比。"',
      `DefaultValue="${"长".repeat(251)}"`,
      /has 251 characters, at most 250/u,
    ],
    [
      "an empty string",
      'DefaultValue="打开面板"',
      'DefaultValue=" "',
      /OpenPane\.Label is empty|needs the attribute DefaultValue/u,
    ],
    [
      "an id used twice",
      'id="ZoneCheck.Clear"',
      'id="ZoneCheck.Validate"',
      /id ZoneCheck\.Validate is used already in line \d+/u,
    ],
    [
      "an id that is too long",
      'id="ZoneCheck.Clear"',
      `id="ZoneCheck.${"C".repeat(23)}"`,
      /has 33 characters, at most 32/u,
    ],
    [
      "another runtime resid in Page",
      /(<Page>\s*<SourceLocation resid=")Taskpane\.Url/u,
      "$1Functions.Script.Url",
      /differs from the shared runtime's Taskpane\.Url/u,
    ],
    [
      "another runtime resid in FunctionFile",
      '<FunctionFile resid="Taskpane.Url" />',
      '<FunctionFile resid="Help.Url" />',
      /resid Help\.Url differs from the shared runtime's/u,
    ],
    [
      "another runtime resid in ShowTaskpane",
      /(<Action xsi:type="ShowTaskpane">\s*<SourceLocation resid=")Taskpane\.Url/u,
      "$1Help.Url",
      /resid Help\.Url differs from the shared runtime's/u,
    ],
    ["a runtime of short life", 'lifetime="long"', 'lifetime="short"', /needs lifetime="long"/u],
    [
      "the shared runtime asked of everyone",
      '<Set Name="ExcelApi" MinVersion="1.9" />',
      '<Set Name="ExcelApi" MinVersion="1.9" /><Set Name="SharedRuntime" MinVersion="1.1" />',
      /requirement SharedRuntime belongs into VersionOverrides/u,
    ],
    [
      "functions without their requirement",
      '<bt:Set Name="CustomFunctionsRuntime" MinVersion="1.1" />',
      "",
      /VersionOverrides must require CustomFunctionsRuntime/u,
    ],
    [
      "a command nobody associates",
      "<FunctionName>clearFlags<",
      "<FunctionName>clearAll<",
      /no command clearAll is associated/u,
    ],
    [
      "a command without a button",
      "<FunctionName>insertZoneDiff<",
      "<FunctionName>validateAll<",
      /command insertZoneDiff is on no button and no shortcut/u,
    ],
    [
      "too few rights",
      "ReadWriteDocument",
      "ReadDocument",
      /Permissions must be ReadWriteDocument/u,
    ],
    [
      "shortcuts that are not there",
      "assets/shortcuts.json",
      "assets/keys.json",
      /the file of the shortcuts is not there/u,
    ],
  ];
  test.each(faults)("%s is found", (_name, from, to, message) => {
    const messages = check(spoil(from, to)).map((problem) => problem.message);
    expect(messages).toContainEqual(expect.stringMatching(message));
  });

  test("a problem names the line it stands on", () => {
    const text = spoil('<Label resid="Tab.Label" />', '<Label resid="Nowhere" />');
    const problem = check(text).find(({ message }) => message.includes("leads nowhere"));
    expect(problem?.line).toBe(lineOf(text, '<Label resid="Nowhere"'));
  });

  test("all faults are told, not only the first", () => {
    const text = spoil(">zh-CN<", ">zh_CN<").replace("<Version>1.0.0.0<", "<Version>one<");
    expect(check(text)).toHaveLength(2);
  });
});

test("the commands are those the add-in associates with Office.actions", () => {
  const commands = createRibbonCommands({} as Pane, () => Promise.resolve());
  expect(Object.keys(commands).sort()).toEqual([...COMMANDS].sort());
});

describe("shortcuts", () => {
  const withShortcuts =
    (change: (text: string) => string): ReadFile =>
    (path) => {
      const file = source(path);
      if (path !== "assets/shortcuts.json" || file === undefined) return file;
      return new TextEncoder().encode(change(new TextDecoder().decode(file)));
    };
  test.each([
    [
      "an unknown action",
      "validateAll",
      "validateEverything",
      /shortcut action validateEverything/u,
    ],
    ["a key Excel uses", "Ctrl+Shift+Alt+V", "Ctrl+V", /Ctrl\+V is not of the form/u],
    ["a key given twice", "Ctrl+Shift+Alt+V", "Ctrl+Shift+Alt+C", /is given twice/u],
    [
      "a text without default",
      '"clearFlags_name"',
      '"clear_name"',
      /clearFlags_name is not among/u,
    ],
    ["broken JSON", "{", "", /is not there or is no JSON/u],
  ])("%s is found", (_name, from, to, message) => {
    const files = withShortcuts((text) => text.replaceAll(from, to));
    expect(check(MANIFEST, { files }).map((problem) => problem.message)).toContainEqual(
      expect.stringMatching(message)
    );
  });
});

describe("against a finished build", () => {
  const built = new Set([
    "taskpane.html",
    "functions.js",
    "functions.json",
    "functions.en-US.json",
    "help.html",
    "help.en-US.html",
  ]);
  const build: ReadFile = (path) => (built.has(path) ? new Uint8Array(1) : source(path));

  test("it is complete when every named file is there", () => {
    expect(check(MANIFEST, { build })).toEqual([]);
  });

  test.each([...built])("a build without %s is told", (path) => {
    const without: ReadFile = (wanted) => (wanted === path ? undefined : build(wanted));
    expect(check(MANIFEST, { build: without }).map(({ message }) => message)).toContain(
      `not in the build: ${path}`
    );
  });

  test("a build for another place is checked there", () => {
    const moved = MANIFEST.replaceAll("https://localhost:3000", "https://intranet.example/zone");
    expect(check(moved, { build })).toEqual([]);
    const half = MANIFEST.replace(
      "https://localhost:3000/taskpane.html",
      "https://a.example/taskpane.html"
    );
    expect(check(half, { build }).length).toBeGreaterThan(0);
  });
});
