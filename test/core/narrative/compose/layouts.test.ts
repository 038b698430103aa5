import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { STYLE_NAMES } from "../../../../src/core/narrative/compose/index.ts";
import { checkAgainstBook, composeBook } from "../../../../src/core/narrative/narrator/index.ts";
import { openFilePort } from "../../../../src/xlsx/index.ts";
import { styleNamed } from "./books.ts";

const ROOT = join(__dirname, "../../../..");
const CASES = join(ROOT, "test/cases");
const SAMPLES = join(ROOT, "assets/samples");

/** The clean workbooks of the cases, each in a layout of its own, and the samples. */
const BOOKS: readonly string[] = [
  ...readdirSync(CASES)
    .filter((name) => name.endsWith("-clean"))
    .map((name) => join(CASES, name, "book.xlsx")),
  join(SAMPLES, "yuncheng-2023-h1.xlsx"),
  join(SAMPLES, "jincheng-2023-h1.xlsx"),
].filter((file) => existsSync(file));

async function composedAndChecked(file: string, style: string) {
  const read = await openFilePort(new Uint8Array(readFileSync(file)), file).read();
  if (!read.ok) throw new Error(read.failure.code);
  const book = read.value;
  const composed = composeBook({ book, rulesFile: null, style: styleNamed(style), earlier: null });
  if (!composed.ok) return null;
  const { text } = composed.value.composition;
  const checked = checkAgainstBook({ draft: text, book, rulesFile: null });
  if (!checked.ok) throw new Error(checked.failure.code);
  return { text, check: checked.value };
}

describe.each(STYLE_NAMES)("composed in %s", (style) => {
  test.each(BOOKS.map((file) => [file.slice(ROOT.length + 1), file]))(
    "%s: every number agrees with its cell, and the text says nothing twice",
    async (_name, file) => {
      const result = await composedAndChecked(file, style);
      if (result === null) return;
      const { text, check } = result;
      const doubtful = check.claims.filter(
        ({ verdict }) => verdict !== "agrees" && verdict !== "within-rounding"
      );
      expect(doubtful.map((claim) => [claim.text, claim.kind, claim.verdict])).toEqual([]);
      expect(check.coverage.unclaimed).toEqual([]);
      expect(text).not.toMatch(/(?:增长|下降|提高|减少|[高低]于?)-|完成完成|占占|,,|;;|,。|;。/u);
      expect(text).not.toMatch(/undefined|null|NaN|\{|\}|\[|\]/u);
    }
  );
});
