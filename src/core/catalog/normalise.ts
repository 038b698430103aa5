const ELLIPSIS = "\uE000";
/** Traditional characters of the trade's words, each followed by its simplified form. */
const TRADITIONAL =
  "開开發发區区業业產产億亿萬万總总計计縣县額额長长當当實实佔占數数進进規规資资濟济經经術术園园標标" +
  "稅税減减戶户個个畝亩與与較较環环預预劃划達达績绩評评級级類类稱称號号單单報报際际貿贸財财務务營营" +
  "備备註注說说內内貨货費费銷销餘余時时間间電电鐵铁鋼钢鋁铝機机構构專专審审動动員员處处場场庫库運运" +
  "項项歷历準准廠厂復复領领辦办區区聞闻榮荣絳绛鹽盐臨临晉晋陽阳東东廣广雲云鄉乡鎮镇國国別别寬宽綠绿";
const SIMPLIFIED = new Map<string, string>();
for (let i = 0; i + 1 < TRADITIONAL.length; i += 2) {
  SIMPLIFIED.set(TRADITIONAL.charAt(i), TRADITIONAL.charAt(i + 1));
}

/** 億 → 亿, for the letters of the trade's words; any other letter as it is. */
export function simplifyLetter(letter: string): string {
  return SIMPLIFIED.get(letter) ?? letter;
}

const TRADITIONAL_LETTERS = new RegExp(`[${[...SIMPLIFIED.keys()].join("")}]`, "gu");

const FOOTNOTE_MARKS = /[*※#☆★†‡①-⑳⑴-⒇]|[［[〔]\d{1,2}[］\]〕]|[(（]注\d*[)）]/gu;
/** 工业投资1), and not the end of a bracket that was opened before: (注册户1). */
const TRAILING_MARK = /([(（])?(?:\p{L}+|[)）])\d[)）]$/u;
const MAY_HOLD_FOOTNOTE = /[*※#☆★†‡①-⑳⑴-⒇［[〔)）]/u;
const DASHES = /[‐‑‒–—―─−－﹣~～∼〜]/gu;

/** Keys of the texts read last: a label is looked up in many tables one after the other. */
const recent = new Map<string, string>();
const MOST_RECENT = 4096;

/**
 * The key under which a word is looked up: blanks inside words, line breaks and footnote marks dropped, full-width forms
 * folded (NFKC), every bracket round, every dash "-", Latin letters in capitals. 合　计 → 合计, 同比⏎增长（％） → 同比增长(%).
 * An ellipsis survives, since NFKC would make three full stops of it.
 */
export function normaliseText(text: string): string {
  const before = recent.get(text);
  if (before !== undefined) return before;
  const key = toKey(text);
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(text, key);
  return key;
}

function toKey(text: string): string {
  return withoutFootnotes(text)
    .replace(/[…⋯]+/gu, ELLIPSIS)
    .normalize("NFKC")
    .replace(/[\s\u200B-\u200D\uFEFF]+/gu, "")
    .replace(/[[【〔「{]/gu, "(")
    .replace(/[\]】〕」}]/gu, ")")
    .replace(DASHES, "-")
    .replaceAll(ELLIPSIS, "…")
    .toUpperCase()
    .replace(TRADITIONAL_LETTERS, (letter) => SIMPLIFIED.get(letter) ?? letter);
}

/** A printed text without the blanks inside it and without footnote marks, otherwise as printed: 合　计 → 合计. */
export function cleanLabel(text: string): string {
  return withoutFootnotes(text).replace(/[\s\u200B-\u200D\uFEFF]+/gu, "");
}

function withoutFootnotes(text: string): string {
  if (!MAY_HOLD_FOOTNOTE.test(text)) return text;
  const trailing = TRAILING_MARK.exec(text);
  const isMark = trailing !== null && trailing[1] === undefined;
  return (isMark ? text.slice(0, -2) : text).replace(FOOTNOTE_MARKS, "");
}
