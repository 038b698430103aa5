import type { Figure } from "../figures/figure.ts";
import type { LinkContext } from "../link/link-context.ts";
import type { LintCode, LintNote } from "./lint-note.ts";
import { noteAt } from "./lint-words.ts";

/** Faults at single numbers: their unit, their words, their digits. */
export function lintNumbers(context: LinkContext): readonly LintNote[] {
  const { clean, figures } = context;
  const notes: LintNote[] = [];
  const add = (code: LintCode, figure: Figure): void => {
    notes.push(noteAt(clean, code, figure.start, figure.end));
  };
  for (const figure of figures) {
    if (isPercentForPoints(figure, figures)) add("percent-for-points", figure);
    if (isExactWithMore(figure)) add("exact-with-more", figure);
    if (isWrongUnit(figure)) add("unit-of-indicator", figure);
    if (isTooFine(context, figure)) add("fine-precision", figure);
  }
  for (const claim of context.claims) {
    if (claim.working.notes.some(({ code }) => code === "basis")) {
      notes.push({ code: "rate-basis", start: claim.start, end: claim.end, found: claim.text });
    }
    if (claim.working.notes.some(({ code }) => code === "names")) {
      notes.push({
        code: "names-and-numbers",
        start: claim.start,
        end: claim.end,
        found: claim.text,
      });
    }
  }
  return notes;
}

const POINTS: readonly Figure["role"][] = ["difference", "change", "pace-lead", "gap", "pull"];

const RATE_WORD = /增速|增幅|降幅|涨幅|速度|幅度|[率面]|比重|占比|份额|进度|百分/u;
const AMOUNT_WORD = /增加值|产值|投资|收入|税|总额|利润|资金|面积|产量|外资|出口|进口/u;

function isPercentForPoints(figure: Figure, figures: readonly Figure[]): boolean {
  if (figure.unit?.name !== "%" || !POINTS.includes(figure.role)) return false;
  // 种植面积94公顷,比上年同期下降1.1%: an amount falls by percents; only a rate does by points.
  return !/比(?:上年|去年)(?:同期)?/u.test(figure.chunk) || isOfRate(figure, figures);
}

function isOfRate(figure: Figure, figures: readonly Figure[]): boolean {
  const own = figure.chunk.replace(/面积/gu, "");
  if (RATE_WORD.test(own)) return true;
  if (AMOUNT_WORD.test(figure.chunk) || /;/u.test(figure.lead)) return false;
  const previous = figures[figure.index - 1];
  return previous?.sentence === figure.sentence && previous.unit?.name === "%";
}

/** 157余个: a number exact to its last digit and a little more cannot both be. 150余个 is fine. */
function isExactWithMore({ hasMore, value, decimals, unit }: Figure): boolean {
  if (!hasMore) return false;
  return (unit?.factor ?? 1) > 1 ? decimals > 1 : value > 10 && value % 10 !== 0;
}

/** Enterprises in 亿元, investment in 户. */
function isWrongUnit({ topic, unit, role, chunk }: Figure): boolean {
  const indicator = topic?.indicator ?? null;
  if (indicator === null || unit === null || role !== "level") return false;
  const isMoneyUnit = unit.family === "money" || unit.family === "foreign-money";
  // 高新技术企业营收1125.1亿元, 规上工业企业利润: what enterprises have is no number of them.
  if (indicator.kind === "count")
    return (
      isMoneyUnit && !/投资|项目|产业|标准地|[收润税值额款资]/u.test((topic?.name ?? "") + chunk)
    );
  const isMoneyIndicator = indicator.unit === "亿元" || indicator.unit === "万元";
  return isMoneyIndicator && (unit.name === "户" || unit.name === "亩" || unit.name === "万平方米");
}

/** A difference with more digits than one of its rates has, in the text and in the column it comes from. */
function isTooFine({ figures, placesOf }: LinkContext, figure: Figure): boolean {
  if (figure.role !== "difference" || figure.decimals === 0) return false;
  const reference = figure.before[0] ?? figures[figure.index - 1];
  return (
    reference?.role === "reference-rate" &&
    reference.decimals < figure.decimals &&
    reference.decimals === 0 &&
    (placesOf.get(reference) ?? 0) < figure.decimals
  );
}
