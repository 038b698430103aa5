/** Writes the sample workbooks: `npm run samples`. Their data and their planted faults stand in src/tools/samples. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { JINCHENG_FAULTS, YUNCHENG_FAULTS, plant } from "./samples/faults.ts";
import { jincheng } from "./samples/jincheng.ts";
import type { SampleBook } from "./samples/sample-book.ts";
import { writeWorkbook } from "./samples/write-workbook.ts";
import { yuncheng } from "./samples/yuncheng.ts";

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../../assets/samples");

/** Two cities, each once clean and once with planted faults. */
export function sampleBooks(): readonly SampleBook[] {
  return [
    yuncheng(),
    plant(yuncheng(), YUNCHENG_FAULTS),
    jincheng(),
    plant(jincheng(), JINCHENG_FAULTS),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  mkdirSync(FOLDER, { recursive: true });
  for (const book of sampleBooks())
    writeFileSync(join(FOLDER, book.file), await writeWorkbook(book));
}
