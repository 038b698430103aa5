import type { StillNeeded } from "../needed/still-needed.ts";
import type { Measure } from "../model/measure.ts";
import type { Period } from "../model/period.ts";
import type { FindingBase, Hint } from "./finding-base.ts";

/** Progress of an amount or a count set for the year, against the part of the year that is over. */
export type TargetBehindPace = FindingBase<
  "target-behind-pace",
  {
    readonly actual: number;
    readonly target: number;
    /** actual ÷ target × 100. */ readonly progress: number;
    /** months ÷ 12 × 100, or the office's own plan. */ readonly pace: number;
    readonly unit: string | null;
    /** Absent where nothing can be said of it. */
    readonly needed?: StillNeeded;
  }
>;
/** weights: met for some members' targets and not for others' · rounding: the shown number says otherwise than the stored one. */
export type TargetUndecided = FindingBase<
  "target-undecided",
  {
    readonly actual: number;
    readonly targets: readonly number[];
    readonly reason: "weights" | "rounding";
    /** The number as the cell shows it; null where it plays no part. */
    readonly shown: number | null;
    readonly unit: string | null;
  }
>;
/** What a rate of projects is counted in: the same name means different things in different offices. */
export type RateBasis =
  | "count"
  | "investment"
  | "completed-investment"
  | "output"
  | "amount"
  /** One amount over another, not in per cent: 亩均税收. */
  | "quotient"
  /** Points: a rate of what an indicator is marked out of. */
  | "points"
  /** What most rows of the column show, whatever its header calls it. */
  | "shown";
export type RateMismatch = FindingBase<
  "rate-mismatch",
  {
    readonly part: number;
    readonly whole: number;
    readonly basis: RateBasis;
    /** Of a quotient, 万元/亩; null where it is not told, and of rates in per cent. */
    readonly unit: string | null;
    /** The header names the basis. */ readonly isDeclared: boolean;
    readonly computed: number;
    /** Another basis that does fit, in its own operands; null where none does. */
    readonly fits: {
      readonly basis: RateBasis;
      readonly part: string;
      readonly whole: string;
    } | null;
    readonly wholeColumn: boolean;
    readonly hint: Hint | null;
  }
>;
export type RankMismatch = FindingBase<
  "rank-mismatch",
  {
    /** What is ranked. */ readonly ranked: Measure;
    readonly value: number;
    /** The places ties leave open. */
    readonly low: number;
    readonly high: number;
    readonly rows: number;
    readonly ascending: boolean;
  }
>;
/** done: done above total · part: 其中 above its whole · new: new above the stock · funnel: a stage above the one before · share: a share above 100 · fall: a growth below −100. */
export type OrderViolation = FindingBase<
  "order-violation",
  {
    readonly relation: "done" | "part" | "new" | "funnel" | "share" | "fall";
    readonly part: number;
    readonly whole: number;
    readonly partName: string;
    readonly wholeName: string;
    readonly unit: string | null;
    readonly wholeColumn: boolean;
  }
>;
export type AggregateOutOfRange = FindingBase<
  "aggregate-out-of-range",
  { readonly low: number; readonly high: number; readonly members: number }
>;
export type CumulativeDecrease = FindingBase<
  "cumulative-decrease",
  {
    readonly before: number;
    readonly now: number;
    /** formatPeriod texts. */
    readonly beforePeriod: string;
    readonly nowPeriod: string;
    readonly unit: string | null;
  }
>;
export type RemainderMismatch = FindingBase<
  "remainder-mismatch",
  {
    readonly done: number;
    /** Of how many columns `done` is the sum: 已整改 and 正在整改 beside 未整改 are two. */
    readonly parts: number;
    readonly total: number;
    readonly computed: number;
    readonly unit: string | null;
    readonly wholeColumn: boolean;
  }
>;
export type CrossSheetMismatch = FindingBase<
  "cross-sheet-mismatch",
  {
    readonly other: number;
    readonly otherSheet: string;
    /** 快报 against 定案: figures of different standing may differ. */ readonly otherStanding: boolean;
    readonly wholeColumn: boolean;
    readonly hint: Hint | null;
  }
>;
export type IntegerInfeasible = FindingBase<
  "integer-infeasible",
  {
    readonly count: number;
    /** The whole numbers nearest to the stated percentage, and what they give. */
    readonly nearest: readonly { readonly whole: number; readonly percent: number }[];
  }
>;
export type ResidualImplausible = FindingBase<
  "residual-implausible",
  {
    /** The reference less the development zones. */ readonly rest: number;
    readonly restGrowth: number | null;
    readonly wholeGrowth: number | null;
    readonly zonesGrowth: number | null;
    readonly wholeName: string;
    readonly unit: string | null;
  }
>;
export type SmallBase = FindingBase<
  "small-base",
  { readonly growth: number; readonly base: number; readonly unit: string | null }
>;
export type ZoneMissing = FindingBase<
  "zone-missing",
  {
    /** The zone that is not there; null where only the number of zones differs. */
    readonly zone: string | null;
    readonly stated: number | null;
    readonly rows: number;
    /** Where the zone is named: sheets, or the rules. */ readonly namedIn: readonly string[];
    /** What a row's number should be, where it does not run with the others; null of zones. */
    readonly serial: number | null;
  }
>;
/** header: title and header disagree · headers: two headers are not a year apart · sheet-name: title and sheet name · other-sheets: title and those of the other zones' sheets · whole-year: 上年同期 holds a whole year. */
export type PeriodConflict = FindingBase<
  "period-conflict",
  {
    readonly between: "header" | "headers" | "sheet-name" | "other-sheets" | "whole-year";
    /** Of headers: the later of both. */
    readonly title: Period;
    /** What the header, the sheet's name or the other sheets say; null of whole-year. */
    readonly other: Period | null;
    /** Of whole-year: the growth the column implies, in %. */
    readonly impliedGrowth: number | null;
  }
>;

/** Findings of targets and of relations between numbers. */
export type RelationFinding =
  | TargetBehindPace
  | TargetUndecided
  | RateMismatch
  | RankMismatch
  | OrderViolation
  | AggregateOutOfRange
  | CumulativeDecrease
  | RemainderMismatch
  | CrossSheetMismatch
  | IntegerInfeasible
  | ResidualImplausible
  | SmallBase
  | ZoneMissing
  | PeriodConflict;
