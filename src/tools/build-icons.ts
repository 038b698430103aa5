/**
 * Draws the icons: `npm run icons`. Sources are assets/icons/*.svg. A source named `x-16` (or `x-32`) is drawn for that
 * size alone, on a pixel grid of its own; the other sizes come from `x`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Sizes Office asks for: the list of add-ins 32 and 64, the store 128, the ribbon 16, 32 and 80. */
const APP_SIZES = [16, 32, 64, 80, 128] as const;
const COMMAND_SIZES = [16, 32, 80] as const;

const COMMANDS = [
  "open-pane",
  "validate",
  "validate-selection",
  "clear-flags",
  "insert-function",
  "zone-gap",
  "zone-share",
  "zone-growth",
  "zone-diff",
  "zone-status",
  "zone-target",
] as const;

export interface IconFile {
  /** Path under the project's root. */
  readonly path: string;
  readonly size: number;
  readonly png: Buffer;
}

/** Every icon of the product, drawn. */
export function drawIcons(root: string = ROOT): readonly IconFile[] {
  const app = APP_SIZES.map((size) => draw(root, "app", size, `assets/icon-${size}.png`));
  const commands = COMMANDS.flatMap((name) =>
    COMMAND_SIZES.map((size) => draw(root, name, size, `assets/commands/${name}-${size}.png`))
  );
  return [...app, ...commands];
}

function draw(root: string, name: string, size: number, path: string): IconFile {
  const own = join(root, `assets/icons/${name}-${size}.svg`);
  const source = existsSync(own) ? own : join(root, `assets/icons/${name}.svg`);
  const image = new Resvg(readFileSync(source), { fitTo: { mode: "width", value: size } });
  return { path, size, png: image.render().asPng() };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const icon of drawIcons()) {
    const file = join(ROOT, icon.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, icon.png);
  }
}
