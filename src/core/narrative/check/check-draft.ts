import type { IndicatorTable } from "../../model/table.ts";
import type { TargetRule } from "../../rules/target-rule.ts";
import type { Claim, DraftCheck, TextSpan } from "./draft-check.ts";
import { readBookCells } from "./book/book-cells.ts";
import { linkCells } from "./book/link-cells.ts";
import { linkNamedRanks } from "./book/link-named-ranks.ts";
import { linkRankCells } from "./book/link-ranks.ts";
import { linkTargetCells } from "./book/link-targets.ts";
import { linkZoneCells } from "./book/link-zones.ts";
import { NO_NAMES } from "./figures/known-names.ts";
import { readFrames } from "./figures/frames.ts";
import { readFigures } from "./figures/read-figures.ts";
import { assignRoles } from "./figures/roles.ts";
import { linkAggregates } from "./link/aggregates.ts";
import { linkAttainments } from "./link/attainments.ts";
import { linkBalances, linkComplements } from "./link/complements.ts";
import { linkContributions } from "./link/contributions.ts";
import { linkCountedPlaces } from "./link/counted-places.ts";
import { linkZoneCounts } from "./link/counts.ts";
import { linkDifferences } from "./link/differences.ts";
import { linkFractions } from "./link/fractions.ts";
import { linkGrowths } from "./link/growths.ts";
import { linkLeftovers } from "./link/leftovers.ts";
import type { LinkContext } from "./link/link-context.ts";
import { createContext } from "./link/link-context.ts";
import { linkMembers } from "./link/members.ts";
import { linkNeeded } from "./link/needed.ts";
import { linkParts } from "./link/parts.ts";
import { linkQuotients } from "./link/quotients.ts";
import { linkRankings } from "./link/rankings.ts";
import { linkRates } from "./link/rates.ts";
import { linkRepeats } from "./link/repeats.ts";
import { linkRunningTotals } from "./link/running-totals.ts";
import { linkSaidInWords } from "./link/said-in-words.ts";
import { linkShares } from "./link/shares.ts";
import { linkTargets } from "./link/targets.ts";
import { linkThresholds } from "./link/thresholds.ts";
import { lintDraft } from "./lint/lint-draft.ts";
import { cleanText, placeOf } from "./text/clean-text.ts";

export interface DraftRequest {
  readonly draft: string;
  /** The tables it was written from; null: it is held against itself alone. */
  readonly tables: readonly IndicatorTable[] | null;
  /** Targets of the rules sheet and of a rules file; those of target columns stand in the tables. */
  readonly rules?: readonly TargetRule[];
}

/**
 * Checks a draft: every number becomes a claim that is held against the workbook, where there is one, and against the other
 * numbers of the text, or is told as unclaimed. Pure; linear in the length of the text.
 */
export function checkDraft({ draft, tables, rules = [] }: DraftRequest): DraftCheck {
  const clean = cleanText(draft);
  const cells = tables === null ? null : readBookCells(tables, rules);
  const names = cells?.names ?? NO_NAMES;
  const { sentences, figures } = readFigures(clean.text, names);
  assignRoles(figures);
  const frames = readFrames(figures, clean.text, names);
  const context = createContext(clean, figures, frames);
  if (cells !== null) {
    linkCells(context, cells);
    linkTargetCells(context, cells);
    linkZoneCells(context, cells);
    linkRankCells(context, cells);
    linkNamedRanks(context, cells, sentences);
  }
  linkThresholds(context);
  linkRunningTotals(context);
  linkNeeded(context);
  linkCountedPlaces(context);
  linkAggregates(context);
  linkFractions(context);
  linkShares(context);
  linkBalances(context);
  linkDifferences(context);
  linkAttainments(context);
  linkRankings(context);
  linkGrowths(context);
  linkContributions(context);
  linkTargets(context);
  linkRates(context);
  linkQuotients(context);
  linkZoneCounts(context, sentences);
  linkParts(context);
  linkComplements(context);
  linkRepeats(context);
  linkMembers(context, sentences);
  linkSaidInWords(context, sentences);
  linkLeftovers(context, tables === null ? "text" : "book");
  return {
    coverage: coverageOf(context),
    claims: [...context.claims].sort(byPlace),
    lint: lintDraft(context, sentences),
  };
}

function byPlace(a: Claim, b: Claim): number {
  return a.start - b.start || a.end - b.end;
}

function coverageOf(context: LinkContext): DraftCheck["coverage"] {
  const { clean, figures, claimed, used } = context;
  const unclaimed = figures
    .filter((figure) => !claimed.has(figure) && !used.has(figure))
    .map((figure): TextSpan => {
      const [start, end] = placeOf(clean, figure.start, figure.end);
      return { text: clean.original.slice(start, end), start, end };
    });
  return { numbers: figures.length, checked: figures.length - unclaimed.length, unclaimed };
}
