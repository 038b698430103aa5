import type { Locale } from "../../findings/locale.ts";
import type { TextOptions } from "../../report/to-text.ts";
import { wrap } from "../../report/text-width.ts";
import type { Claim, ClaimVerdict, DraftCheck, TextSpan } from "./draft-check.ts";
import { formatClaim, formatLint, verdictLabel } from "./draft-words.ts";

const SHOWN: readonly ClaimVerdict[] = ["disagrees", "within-rounding", "unverifiable"];
const SGR: Readonly<Record<ClaimVerdict | "lint" | "dim", string>> = {
  disagrees: "31",
  "within-rounding": "33",
  unverifiable: "34",
  agrees: "32",
  lint: "36",
  dim: "2",
};

/** The report people read on a terminal: what disagrees first, then 尾差, what could not be checked, the wording, the coverage. */
export function draftToText(
  draft: string,
  { coverage, claims, lint }: DraftCheck,
  options: TextOptions
): string {
  const lines: string[] = [];
  const lineOf = lineFinder(draft);
  const zh = options.locale === "zh-CN";
  for (const verdict of SHOWN) {
    const own = claims.filter((claim) => claim.verdict === verdict);
    if (own.length === 0) continue;
    lines.push(paint(`${verdictLabel(verdict, options.locale)} (${own.length})`, verdict, options));
    lines.push(...own.flatMap((claim) => claimLines(claim, lineOf(claim.start), options)), "");
  }
  if (lint.length > 0) {
    lines.push(paint(`${zh ? "文字" : "Wording"} (${lint.length})`, "lint", options));
    for (const note of lint) {
      lines.push(
        ...wrapped(
          `${place(lineOf(note.start), options.locale)} ${formatLint(note, options.locale)}`,
          options
        )
      );
    }
    lines.push("");
  }
  if (coverage.unclaimed.length > 0) {
    lines.push(
      paint(`${zh ? "未核对" : "Not checked"} (${coverage.unclaimed.length})`, "dim", options)
    );
    lines.push(
      ...wrapped(
        coverage.unclaimed.map((span) => context(draft, span)).join(zh ? "、" : ", "),
        options
      ),
      ""
    );
  }
  lines.push(...wrapLine(summary(coverage, claims, options.locale), options));
  return `${lines.join("\n")}\n`;
}

function summary(
  { numbers, checked, unclaimed }: DraftCheck["coverage"],
  claims: readonly Claim[],
  locale: Locale
): string {
  const count = (verdict: ClaimVerdict): number =>
    claims.filter((claim) => claim.verdict === verdict).length;
  const parts = (["agrees", "within-rounding", "disagrees", "unverifiable"] as const)
    .map((verdict) => `${verdictLabel(verdict, locale)} ${count(verdict)}`)
    .join(" · ");
  return locale === "zh-CN"
    ? `共识别 ${numbers} 个数字,核对 ${checked} 个,未核对 ${unclaimed.length} 个;论断 ${claims.length} 条:${parts}`
    : `${numbers} numbers found, ${checked} checked, ${unclaimed.length} not checked; ${claims.length} claims: ${parts}`;
}

function claimLines(claim: Claim, line: number, options: TextOptions): readonly string[] {
  const text = claim.text.replace(/\s+/gu, "");
  return wrapped(
    `${place(line, options.locale)} ${text}  ${formatClaim(claim, options.locale)}`,
    options
  );
}

function place(line: number, locale: Locale): string {
  return locale === "zh-CN" ? `第${line}行` : `line ${line}`;
}

/** The number with the words before it, as one would look for it. */
function context(draft: string, { start, end }: TextSpan): string {
  return draft.slice(Math.max(0, start - 6), Math.min(draft.length, end + 4)).replace(/\s+/gu, "");
}

function lineFinder(draft: string): (offset: number) => number {
  const starts = [0];
  for (let at = draft.indexOf("\n"); at >= 0; at = draft.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

function wrapped(text: string, options: TextOptions): readonly string[] {
  return wrap(text, Math.max(20, options.width - 4)).map(
    (line, index) => (index === 0 ? "  " : "    ") + line
  );
}

function wrapLine(text: string, options: TextOptions): readonly string[] {
  return wrap(text, Math.max(20, options.width));
}

function paint(text: string, style: keyof typeof SGR, { colour }: TextOptions): string {
  return colour === "none" ? text : `\u001B[${SGR[style]}m${text}\u001B[0m`;
}
