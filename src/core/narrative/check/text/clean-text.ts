import { simplifyLetter } from "../../../catalog/normalise.ts";
import { isHeading, isPageNumber, isTitle, startsPart } from "./lines.ts";

/**
 * A draft as it is read: full-width forms folded, blanks gone, lines that a page tore joined, one line a paragraph.
 * `at[i]` is where the letter i stands in the draft, in UTF-16 units.
 */
export interface CleanText {
  readonly original: string;
  readonly text: string;
  readonly at: Int32Array;
  /** Places in `text` where blank lines of the draft fell inside a sentence. */
  readonly tears: readonly number[];
}

/** The place in the draft of a piece of the clean text. */
export function placeOf(clean: CleanText, start: number, end: number): readonly [number, number] {
  const first = clean.at[start] ?? clean.original.length;
  const last = clean.at[Math.max(start, end - 1)] ?? clean.original.length - 1;
  return [first, Math.min(clean.original.length, last + 1)];
}

const DASHES = /[‐‑‒–—―─−－﹣~～∼〜]/u;
const KINDS = new Map<string, "letter" | "blank" | "invisible">();

function kindOf(letter: string): "letter" | "blank" | "invisible" {
  const known = KINDS.get(letter);
  if (known !== undefined) return known;
  const kind = INVISIBLE.test(letter) ? "invisible" : BLANK.test(letter) ? "blank" : "letter";
  KINDS.set(letter, kind);
  return kind;
}

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/u;
const BLANK = /[\s\u3000]/u;
/** A line that ends so ends a sentence; whatever else it ends with, the page broke it. */
const ENDS_SENTENCE = /[。!?;:”』】)〕]$/u;
const ENDS_CLOSED = /[”』】)〕]$/u;

/** Digits that are looked back over: no number of a report has more. */
const LONGEST_NUMBER = 40;

/** What each letter becomes: every one is looked up twice. Filled as letters come. */
const FOLDED = new Map<string, string>();

/** One letter folded: ％ → %, － → -, 億 → 亿. Always one UTF-16 unit, so that offsets hold. */
function fold(letter: string): string {
  const known = FOLDED.get(letter);
  if (known !== undefined) return known;
  const folded = foldLetter(letter);
  FOLDED.set(letter, folded);
  return folded;
}

function foldLetter(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code < 0x80) return letter === "~" ? "-" : letter;
  if (DASHES.test(letter)) return "-";
  if (code >= 0xff01 && code <= 0xff5e) return foldLetter(String.fromCharCode(code - 0xfee0));
  if (letter === "﹪") return "%";
  if (letter === "﹒") return ".";
  return simplifyLetter(letter);
}

/** Reads a draft. Linear in its length; never fails. */
export function cleanText(original: string): CleanText {
  const out = new Output(original.length);
  const lines = linesOf(original);
  let block: Line | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.isBlank) continue;
    const before = block;
    const next = nextFilled(lines, index);
    if (isPageNumber(line.folded, before?.folded ?? "", next?.folded ?? "")) continue;
    const joins = before !== null && isTorn(before, line, out.blockLength(), hasGap(lines, index));
    if (before !== null) {
      // A paragraph in lines of one width tears nothing; a gap in the middle of a sentence does.
      if (joins && hasGap(lines, index)) out.tear();
      if (!joins) out.breakBlock(before.end);
    }
    appendLine(out, line);
    block = line;
  }
  return out.finish(original);
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** Folded, without blanks. */
  readonly folded: string;
  readonly isBlank: boolean;
  /** Begins with the two blanks of a new paragraph. */
  readonly isIndented: boolean;
}

function linesOf(original: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const raw of original.split(/\r\n|[\n\r\u2028\u2029\f\v]/u)) {
    const end = start + raw.length;
    const folded = foldedLine(raw);
    const isIndented = /^(?:\u3000{2}| {4,}|\t)/u.test(raw);
    lines.push({ start, end, raw, folded, isBlank: folded === "", isIndented });
    start = end + (original.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

/** A line folded, its blanks left out. */
function foldedLine(raw: string): string {
  let folded = "";
  let from = 0;
  for (let i = 0; i < raw.length; i++) {
    const letter = raw.charAt(i);
    const becomes = kindOf(letter) === "letter" ? fold(letter) : "";
    if (becomes === letter) continue;
    folded += raw.slice(from, i) + becomes;
    from = i + 1;
  }
  return folded + raw.slice(from);
}

function nextFilled(lines: readonly Line[], index: number): Line | undefined {
  for (let i = index + 1; i < lines.length && i < index + 8; i++) {
    if (lines[i]?.isBlank === false) return lines[i];
  }
  return undefined;
}

function hasGap(lines: readonly Line[], index: number): boolean {
  return lines[index - 1]?.isBlank === true;
}

/** Whether a line goes on with the sentence of the one before it. */
function isTorn(before: Line, line: Line, blockLength: number, gap: boolean): boolean {
  // What can begin no sentence goes on with one: ",同比…", "%,", "亿元".
  if (/^[,、。;:%)]|^(?:个百分点|亿元|万元|的\d)/u.test(line.folded)) return true;
  if (/[,、(]$/u.test(before.folded)) return !startsPart(line.folded);
  if (line.isIndented || startsPart(line.folded) || isHeading(before.folded)) return false;
  if (ENDS_SENTENCE.test(before.folded)) {
    return ENDS_CLOSED.test(before.folded) && !gap && before.folded.length > 24;
  }
  const isWholeBlock = blockLength === before.folded.length;
  return !(isWholeBlock && isTitle(before.folded));
}

/** Puts a line's letters out; of its blanks, those that keep two numbers apart. */
function appendLine(out: Output, line: Line): void {
  const { raw, start } = line;
  let blank = -1;
  for (let i = 0; i < raw.length; i++) {
    const letter = raw.charAt(i);
    const kind = kindOf(letter);
    if (kind === "invisible") continue;
    if (kind === "blank") {
      if (blank < 0) blank = i;
      continue;
    }
    const folded = fold(letter);
    if (blank >= 0 && out.keepsApart(folded, raw, i, i - blank)) out.push(" ", start + blank);
    blank = -1;
    out.push(folded, start + i);
  }
}

class Output {
  private letters: string[] = [];
  private readonly places: Int32Array;
  private length = 0;
  private blockStart = 0;
  private readonly tears: number[] = [];

  constructor(size: number) {
    this.places = new Int32Array(size + 1);
  }

  push(letter: string, at: number): void {
    this.letters.push(letter);
    this.places[this.length] = at;
    this.length += 1;
  }

  tear(): void {
    this.tears.push(this.length);
  }

  breakBlock(at: number): void {
    this.push("\n", at);
    this.blockStart = this.length;
  }

  blockLength(): number {
    return this.length - this.blockStart;
  }

  /**
   * Whether a blank before a digit parts two numbers. Numbers whose digits were set apart (109. 24, 1 234, 6 1.53) are
   * one; a row of numbers without words is not.
   */
  keepsApart(letter: string, raw: string, index: number, width: number): boolean {
    const last = this.letters[this.length - 1] ?? "";
    if (!/[\d.]/u.test(last) || !/[\d.]/u.test(letter)) return false;
    if (last === "." || letter === ".") return width > 3;
    let start = this.length - 1;
    const least = Math.max(0, start - LONGEST_NUMBER);
    while (start > least && /[\d.]/u.test(this.letters[start - 1] ?? "")) start -= 1;
    const before = this.letters.slice(start, this.length).join("");
    const lead = this.letters[start - 1] ?? "";
    const after = /^[\d.]+/u.exec(raw.slice(index, index + 24))?.[0] ?? "";
    if (before.includes(".") && after.includes(".")) return true;
    if (width > 1 || lead === " " || lead === "" || lead === "\n") return true;
    const tail = raw.charAt(index + after.length);
    return tail === "" || BLANK.test(tail);
  }

  finish(original: string): CleanText {
    return {
      original,
      text: this.letters.join(""),
      at: this.places.slice(0, this.length),
      tears: this.tears,
    };
  }
}
