import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { drawIcons } from "../../src/tools/build-icons.ts";

const ROOT = join(__dirname, "../..");

test("the committed icons are those their drawings give", () => {
  for (const icon of drawIcons()) {
    expect({ path: icon.path, same: icon.png.equals(readFileSync(join(ROOT, icon.path))) }).toEqual(
      { path: icon.path, same: true }
    );
  }
});

test("every drawing is used by an icon", () => {
  const names = drawIcons().map(({ path }) =>
    path.replace(/^assets\/(?:commands\/)?/u, "").replace(/-\d+\.png$/u, "")
  );
  const used = new Set(names.map((name) => (name === "icon" ? "app" : name)));
  const drawn = readdirSync(join(ROOT, "assets/icons")).map((file) =>
    file.replace(/(?:-(?:16|32))?\.svg$/u, "")
  );
  expect([...new Set(drawn)].sort()).toEqual([...used].sort());
});
