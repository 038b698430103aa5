import type { Address, Locale } from "../../core/index.ts";
import { formatAddress } from "../../core/index.ts";
import type { Claim, ClaimVerdict, DraftCheck } from "../../core/narrative/check/index.ts";
import { formatClaim, formatLint } from "../../core/narrative/check/index.ts";
import type { FindingGroup, Mark, MarkLook } from "./marks.ts";
import type { DraftTexts } from "./draft-texts.ts";

/** One thing to be said of a draft. */
export interface DraftFinding {
  readonly look: Exclude<MarkLook, "sourced" | "outdated">;
  /** The words it is about; of long ones, the beginning. */
  readonly words: string;
  readonly message: string;
  readonly cells: readonly Address[];
  /** Where in the draft. */
  readonly start: number;
  readonly end: number;
}

/** Findings and marks of a checked draft: a place has one mark, however much is to be said of it. */
export interface DraftFindings {
  readonly marks: readonly Mark[];
  /** By mark. */
  readonly atMark: readonly (readonly DraftFinding[])[];
  readonly groups: Readonly<Record<FindingGroup, readonly ListedFinding[]>>;
}

export interface ListedFinding extends DraftFinding {
  readonly mark: number;
}

const WORST_FIRST: readonly DraftFinding["look"][] = [
  "disagrees",
  "within-rounding",
  "unverifiable",
  "agrees",
  "lint",
  "unclaimed",
];

export function draftFindings(
  draft: string,
  check: DraftCheck,
  texts: DraftTexts,
  locale: Locale
): DraftFindings {
  const found: DraftFinding[] = [
    ...check.claims.map((claim) => ofClaim(claim, locale)),
    ...check.lint.map((note): DraftFinding => {
      const { start, end } = note;
      const words = short(draft.slice(start, end));
      return { look: "lint", words, message: formatLint(note, locale), cells: [], start, end };
    }),
    ...check.coverage.unclaimed.map(({ start, end }): DraftFinding => {
      const words = short(draft.slice(Math.max(0, start - 6), end + 4));
      return { look: "unclaimed", words, message: texts.notChecked, cells: [], start, end };
    }),
  ];
  found.sort((a, b) => a.start - b.start || a.end - b.end || rank(a) - rank(b));
  const atMark: DraftFinding[][] = [];
  const groups = {
    disagrees: [],
    "within-rounding": [],
    unverifiable: [],
    lint: [],
    unclaimed: [],
  };
  const listed: Record<FindingGroup, ListedFinding[]> = groups;
  for (const finding of found) {
    const last = atMark.at(-1);
    if (last?.[0]?.start === finding.start && last[0].end === finding.end) last.push(finding);
    else atMark.push([finding]);
    if (finding.look !== "agrees")
      listed[finding.look].push({ ...finding, mark: atMark.length - 1 });
  }
  return { marks: atMark.flatMap((own) => toMark(own, texts)), atMark, groups: listed };
}

function ofClaim(claim: Claim, locale: Locale): DraftFinding {
  const { verdict, start, end, cells } = claim;
  return {
    look: verdict satisfies ClaimVerdict,
    words: short(claim.text),
    message: formatClaim(claim, locale),
    cells,
    start,
    end,
  };
}

function toMark(findings: readonly DraftFinding[], texts: DraftTexts): readonly Mark[] {
  const [worst] = findings;
  if (worst === undefined) return [];
  const cells = findings.flatMap((finding) => finding.cells);
  const hints = [
    ...findings.map(({ message }) => message),
    ...cells.slice(0, 6).map(formatAddress),
  ];
  return [
    {
      start: worst.start,
      end: worst.end,
      look: worst.look,
      isLinted: findings.some(({ look }) => look === "lint"),
      label: [...new Set(findings.map(({ look }) => texts.look[look]))].join(" "),
      hint: [...new Set(hints)].join("\n"),
      cells,
    },
  ];
}

function rank({ look }: DraftFinding): number {
  return WORST_FIRST.indexOf(look);
}

/** Without the line breaks a page put in. */
function short(text: string): string {
  const words = text.replace(/\s+/gu, " ").trim();
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}
