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
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/u;
const BLANK = /[\s\u3000]/u;
/** A line that ends so ends a sentence; whatever else it ends with, the page broke it. */
const ENDS_SENTENCE = /[。!?;:”』】)〕]$/u;
const ENDS_CLOSED = /[”』】)〕]$/u;

/** Digits that are looked back over: no number of a report has more. */
const LONGEST_NUMBER = 40;

/** What each UTF-16 unit becomes, one more than its code; 0: not looked up yet. Every unit of a draft is looked up twice. */
const BECOMES = new Uint32Array(0x10000);
const IS_BLANK = 0x10001;
const IS_INVISIBLE = 0x10002;

/** What a unit becomes, one more than its code, or that it is a blank or shows nothing. */
function becomes(unit: number): number {
  const known = BECOMES[unit] ?? 0;
  if (known !== 0) return known;
  const letter = String.fromCharCode(unit);
  const found = INVISIBLE.test(letter)
    ? IS_INVISIBLE
    : BLANK.test(letter)
      ? IS_BLANK
      : foldLetter(letter).charCodeAt(0) + 1;
  BECOMES[unit] = found;
  return found;
}

/** One letter folded: ％ → %, － → -, 億 → 亿. Always one UTF-16 unit, so that offsets hold. */
function foldLetter(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code < 0x80) return letter === "~" ? "-" : letter;
  if (DASHES.test(letter)) return "-";
  if (code >= 0xff01 && code <= 0xff5e) return foldLetter(String.fromCharCode(code - 0xfee0));
  if (letter === "﹪") return "%";
  if (letter === "∶" || letter === "︰") return ":";
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
    const unit = raw.charCodeAt(i);
    const next = becomes(unit);
    if (next === unit + 1) continue;
    folded += raw.slice(from, i) + (next >= IS_BLANK ? "" : String.fromCharCode(next - 1));
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
    const next = becomes(raw.charCodeAt(i));
    if (next === IS_INVISIBLE) continue;
    if (next === IS_BLANK) {
      if (blank < 0) blank = i;
      continue;
    }
    if (blank >= 0 && out.keepsApart(next - 1, raw, i, i - blank)) out.push(SPACE, start + blank);
    blank = -1;
    out.push(next - 1, start + i);
  }
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const POINT = 0x2e;
/** Units turned into text at once: more arguments than an engine takes would be refused. */
const AT_ONCE = 4096;

function isOfNumber(unit: number | undefined): boolean {
  return unit !== undefined && ((unit >= 0x30 && unit <= 0x39) || unit === POINT);
}

class Output {
  private readonly units: Uint16Array;
  private readonly places: Int32Array;
  private length = 0;
  private blockStart = 0;
  private readonly tears: number[] = [];

  /** Of a draft of so many units: no letter and no line break becomes more than one. */
  constructor(size: number) {
    this.units = new Uint16Array(size + 1);
    this.places = new Int32Array(size + 1);
  }

  push(unit: number, at: number): void {
    this.units[this.length] = unit;
    this.places[this.length] = at;
    this.length += 1;
  }

  tear(): void {
    this.tears.push(this.length);
  }

  breakBlock(at: number): void {
    this.push(LINE_FEED, at);
    this.blockStart = this.length;
  }

  blockLength(): number {
    return this.length - this.blockStart;
  }

  /**
   * Whether a blank before a digit parts two numbers. Numbers whose digits were set apart (109. 24, 1 234, 6 1.53) are
   * one; a row of numbers without words is not.
   */
  keepsApart(unit: number, raw: string, index: number, width: number): boolean {
    const last = this.length === 0 ? undefined : this.units[this.length - 1];
    if (!isOfNumber(last) || !isOfNumber(unit)) return false;
    if (last === POINT || unit === POINT) return width > 3;
    let start = this.length - 1;
    const least = Math.max(0, start - LONGEST_NUMBER);
    while (start > least && isOfNumber(this.units[start - 1])) start -= 1;
    const lead = start === 0 ? undefined : this.units[start - 1];
    const after = /^[\d.]+/u.exec(raw.slice(index, index + 24))?.[0] ?? "";
    if (this.units.subarray(start, this.length).includes(POINT) && after.includes(".")) return true;
    if (width > 1 || lead === SPACE || lead === undefined || lead === LINE_FEED) return true;
    const tail = raw.charAt(index + after.length);
    return tail === "" || BLANK.test(tail);
  }

  finish(original: string): CleanText {
    let text = "";
    for (let from = 0; from < this.length; from += AT_ONCE) {
      const to = Math.min(this.length, from + AT_ONCE);
      // Spread out they would be copied one by one first.
      text += String(Reflect.apply(String.fromCharCode, null, this.units.subarray(from, to)));
    }
    return { original, text, at: this.places.slice(0, this.length), tears: this.tears };
  }
}
