/** A row or column named in a relation: 01, 3行, (3), 期末实有. */
export interface WrittenTerm {
  readonly code: string;
  /** What the word beside the number says: 行 or 列, 栏; null where none stands there. */
  readonly axis: "rows" | "columns" | null;
  /** (3): forms number their columns so. */
  readonly isBracketed: boolean;
  readonly sign: 1 | -1;
}

/** One relation as written, the larger side on the right. */
export interface WrittenRelation {
  readonly comparison: "equal" | "at-most";
  readonly left: readonly WrittenTerm[];
  readonly right: readonly WrittenTerm[];
  readonly words: string;
}

/**
 * relation: terms added and taken away · quotient: a share, a rate or a growth, which its own test judges · between: with
 * another table · unread: says a relation that no rule here reads.
 */
export type ReadRelation =
  | { readonly kind: "relation"; readonly relation: WrittenRelation }
  | { readonly kind: "quotient" | "between" | "unread"; readonly words: string };

/** What opens a paragraph of relations. */
export const RELATION_HEAD =
  /(?:审核|逻辑|平衡|勾稽|钩稽|校验|核对|对应|数量|计算|表[内间])(?:审核|逻辑)?(?:关系|公式)/u;
const OWN_TABLE = /本表(?:中|内)?|表内/gu;
const COMPARISON = /[=≥≤<>]/u;

/** Every relation in a text, in reading order. What holds no = ≥ ≤ is no relation and is left out. */
export function readRelations(text: string): readonly ReadRelation[] {
  const found: ReadRelation[] = [];
  for (const { words, key } of piecesOf(text)) {
    if (key.replace(OWN_TABLE, "").includes("表")) found.push({ kind: "between", words });
    else found.push(...readPiece(key.replace(OWN_TABLE, ""), words));
  }
  return found;
}

/** Unified signs; ①01≥02 loses its number, ①=②+③ keeps it. */
function unify(text: string): string {
  return (
    text
      .replace(/[①-⑳](?=\s*[\d(（第\p{Script=Han}])/gu, ";")
      .normalize("NFKC")
      // 01=02+03 (2)01≥04 · 01=02+03 2.04≤01 · 01=02+03 04≤01
      .replace(/\(\d{1,2}\)(?=\s*(?:\d|第|[A-Z]\d))/gu, ";")
      .replace(/([\d)行列栏])\s+(?:\d{1,2}[.、])?(?=[\d(第])/gu, "$1;")
      .replace(/(?:…|⋯|\.{2,}|·{2,})+/gu, "…")
      .replace(/[\t \u00A0\u3000]+/gu, "")
      .replace(/[−－–—‒―﹣]/gu, "-")
      .replace(/[~～∼〜]/gu, "~")
      .replace(/[×✕]/gu, "*")
      .replace(/÷/gu, "/")
      .replace(/[∑]/gu, "Σ")
      .replace(/≧|>=|=>|大于或?等于|不小于|不少于|不低于/gu, "≥")
      .replace(/≦|<=|=<|小于或?等于|不大于|不超过|不多于|不高于/gu, "≤")
      .replace(/==|恒?等于/gu, "=")
      .replace(/大于/gu, ">")
      .replace(/小于/gu, "<")
      .replace(/([\d)行列栏])加(?=[\d(第])/gu, "$1+")
      .replace(/([\d)行列栏])减(?=[\d(第])/gu, "$1-")
      // 01=02+03(其中:04≤03)
      .replace(/\(其中[:,]?([^()]*)\)/gu, ";$1")
  );
}

const ENUMERATOR =
  /^(?:\(\d{1,2}\)(?=[\d第代Σ(]|\p{Script=Han}{2})|\d{1,2}[.、:)](?!\d*%)|[一二三四五六七八九十]+[、.])+/u;

interface Piece {
  readonly key: string;
  readonly words: string;
}

/** Cut at ; 。 and line ends, and at commas: 02、03≤01 says of both what it says of one. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const part of unify(text).split(/[;。\n\r]+/u)) {
    let waiting: string[] = [];
    for (const raw of splitList(afterHead(part))) {
      const piece = raw.replace(ENUMERATOR, "");
      if (COMPARISON.test(piece)) {
        pieces.push({ key: piece, words: piece });
        for (const code of waiting) pieces.push(...alike(code, piece));
        waiting = [];
      } else if (CODE_ALONE.test(piece)) {
        waiting.push(piece);
      } else {
        waiting = [];
      }
    }
  }
  return pieces;
}

const CODE_ALONE = /^(?:第|代码|行次|栏次)?\(?\d{2,3}\)?(?:行|列|栏)?$|^\(?\d\)?(?:行|列|栏)$/u;

/** What stands before a colon names the paragraph: 审核关系:, 表内:. */
function afterHead(part: string): string {
  const at = part.lastIndexOf(":");
  return at >= 0 && !COMPARISON.test(part.slice(0, at)) && !/表间/u.test(part.slice(0, at))
    ? part.slice(at + 1)
    : part;
}

/** At commas outside brackets; 1、01=02 is numbered, not listed, and 02、03之和 is one side. */
function splitList(part: string): readonly string[] {
  const list = part.replace(/^[1-9][、.)](?=[\d(第])/u, "");
  return list.includes("之和") ? [list] : list.split(/[,、](?![^()]*\))/u);
}

/** 02、03≤01: for 02 the same as for 03. */
function alike(code: string, piece: string): readonly Piece[] {
  const at = piece.search(COMPARISON);
  const first = piece.slice(0, at);
  const key = code + piece.slice(at);
  return CODE_ALONE.test(first) ? [{ key, words: key }] : [];
}

type Comparison = "=" | "≥" | "≤";

function readPiece(key: string, words: string): readonly ReadRelation[] {
  const signs = [...key.matchAll(/[=≥≤<>]/gu)];
  const sides = key.split(/[=≥≤<>]/u);
  const read = sides.map(readSide);
  if (read.some((side) => side === "quotient")) return [{ kind: "quotient", words }];
  const found: ReadRelation[] = [];
  // 01≥02≥03 is two relations.
  for (const [i, sign] of signs.entries()) {
    const [left, right] = [read[i], read[i + 1]];
    if (!Array.isArray(left) || !Array.isArray(right)) return [{ kind: "unread", words }];
    found.push({ kind: "relation", relation: toRelation(left, right, toSign(sign[0]), words) });
  }
  return found;
}

function toSign(sign: string): Comparison {
  if (sign === "=") return "=";
  // 01>02 at the digits printed is 01≥02.
  return sign === "≥" || sign === ">" ? "≥" : "≤";
}

function toRelation(
  left: readonly WrittenTerm[],
  right: readonly WrittenTerm[],
  sign: Comparison,
  words: string
): WrittenRelation {
  if (sign === "≥") return { comparison: "at-most", left: right, right: left, words };
  return { comparison: sign === "=" ? "equal" : "at-most", left, right, words };
}

type Side = readonly WrittenTerm[] | "quotient" | "unread";

const TERM =
  /^(?:第|代码|指标|行次|栏次|序号)*(?:\((\d{1,3})\)|(\d{1,3}|[A-Z]{1,2}\d{1,3}))(行|列|栏|项|号)?次?/u;
const NAME = /^[\p{Script=Han}A-Z][\p{Script=Han}A-Z0-9()&]*?(?=[+\-~…至]|$)/u;

/** The terms of one side: 02+03+…+05, 02至05之和, 1列-2列, 01-(02+03), 期初+新增-退出. */
function readSide(text: string): Side {
  if (/[*/%]/u.test(text)) return "quotient";
  const isSummed = /^Σ|(?:之和|总和|合计数|相加)$/u.test(text);
  const body = text.replace(/^Σ/u, "").replace(/(?:的?之和|总和|合计数|相加)$/u, "");
  // 02、03与04之和 adds up; Σ02-05 and 02-05之和 run from 02 to 05.
  const key = isSummed ? body.replace(/[、,和与及]/gu, "+").replace(/-/gu, "~") : body;
  const terms = readTerms(key, 1);
  if (terms === undefined || terms.length === 0) return "unread";
  // 1列-2列, 第2、3行: a word beside one number holds for all of them.
  const axis = terms.find((term) => term.axis !== null)?.axis ?? null;
  return terms.map((term) => ({ ...term, axis: term.axis ?? axis }));
}

const FILLING = /^[+]?[~至…][+]?/u;
/** A bracket that holds more than one number. */
const GROUP = /^\(((?:[^()]|\(\d{1,3}\))*[+\-~…](?:[^()]|\(\d{1,3}\))*)\)/u;

/** Terms with + and − between them, turned where a minus stands before their bracket. */
function readTerms(text: string, outer: 1 | -1): readonly WrittenTerm[] | undefined {
  const terms: WrittenTerm[] = [];
  let rest = text;
  while (rest !== "") {
    const filling = terms.length === 0 ? undefined : FILLING.exec(rest)?.[0];
    const operator = filling ?? /^[+-]/u.exec(rest)?.[0] ?? "";
    if (operator === "" && terms.length > 0) return undefined;
    rest = rest.slice(operator.length);
    const sign = (operator === "-" ? -outer : outer) as 1 | -1;
    const group = GROUP.exec(rest);
    if (group?.[1] !== undefined) {
      const inner = readTerms(group[1], sign);
      if (inner === undefined) return undefined;
      terms.push(...inner);
      rest = rest.slice(group[0].length);
      continue;
    }
    const read = readTerm(rest, sign);
    if (read === undefined) return undefined;
    if (filling !== undefined) {
      const between = fillUp(terms.at(-1), read.term);
      if (between === undefined) return undefined;
      terms.push(...between);
    }
    terms.push(read.term);
    rest = rest.slice(read.length);
  }
  return terms;
}

function readTerm(
  rest: string,
  sign: 1 | -1
): { readonly term: WrittenTerm; readonly length: number } | undefined {
  const match = TERM.exec(rest);
  if (match === null) {
    const name = NAME.exec(rest)?.[0];
    if (name === undefined) return undefined;
    return { term: { code: name, axis: null, isBracketed: false, sign }, length: name.length };
  }
  const word = match[3] ?? "";
  const axis = /[行项]/u.test(word) ? "rows" : /[列栏]/u.test(word) ? "columns" : null;
  const term: WrittenTerm = {
    code: match[1] ?? match[2] ?? "",
    axis,
    isBracketed: match[1] !== undefined,
    sign,
  };
  return { term, length: match[0].length };
}

/** The numbers between 02 and 05. */
function fillUp(
  from: WrittenTerm | undefined,
  to: WrittenTerm
): readonly WrittenTerm[] | undefined {
  const [first, last] = [Number(from?.code ?? Number.NaN), Number(to.code)];
  if (!Number.isInteger(first) || !Number.isInteger(last)) return undefined;
  if (last <= first || last - first > 200) return undefined;
  return Array.from({ length: last - first - 1 }, (_, i) => ({
    ...to,
    code: String(first + 1 + i).padStart(to.code.length, "0"),
  }));
}
