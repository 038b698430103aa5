/**
 * `npm run twins`: writes build/twins/twins.xlsx, the native twins of random calls with what the functions give, for a
 * spreadsheet to compute.
 *   --rows 1000      calls of each function
 *   --seed 1         other calls
 *   --read FILE      what a spreadsheet made of it; ends with 1 where a twin differs or was not computed
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { readTwins } from "./twins/read-twins.ts";
import { writeTwins } from "./twins/write-twins.ts";

const FOLDER = resolve(import.meta.dirname, "../../build/twins");
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    read: { type: "string" },
  },
});

if (values.read === undefined) {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, "twins.xlsx");
  writeFileSync(file, await writeTwins(Number(values.rows), Number(values.seed)));
  console.log(file);
} else {
  const counts = await readTwins(values.read);
  for (const { id, compared, differ, listed } of counts) {
    const told = Number.isNaN(differ) ? "not computed" : `${differ} differ`;
    console.log(`${id.padEnd(16)}${compared} compared, ${told}, ${listed} listed only`);
  }
  const isSame = counts.length > 0 && counts.every(({ differ }) => differ === 0);
  process.exitCode = isSame ? 0 : 1;
}
