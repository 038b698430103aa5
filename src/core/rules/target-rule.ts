import type { Measure } from "../model/measure.ts";
import type { ReferenceScope, ZoneKind } from "../model/zone.ts";

/** at-least: 不低于, 达到 (the number itself counts) · above: 高于, 超过 · at-most: 不高于 · below. */
export type Comparison = "at-least" | "above" | "at-most" | "below";

/** Only the assessed tier (考核, 省定) is flagged; a missed stretch goal is told as information at most. */
export type TargetTier = "floor" | "ensure" | "assessed" | "strive" | "stretch";

/** Where a rule was read, so that a finding can point at it. */
export type RuleOrigin =
  | { readonly kind: "rules-sheet"; readonly sheet: string; readonly cell: string }
  | { readonly kind: "rules-file"; readonly file: string; readonly index: number }
  /** A target column of the indicator sheet itself; `cell` is the target cell of that zone. */
  | { readonly kind: "target-column"; readonly sheet: string; readonly cell: string };

/** A requirement: an indicator's measure compared with a value, for all zones of a kind but its exceptions. */
export interface TargetRule {
  readonly id: string;
  /** Indicator id, or a printed name that the catalog does not know (`other:…`). */
  readonly indicator: string;
  readonly measure: Measure;
  readonly comparison: Comparison;
  readonly value: number;
  /** As written; null where the measure says it (growth and share are in %). */
  readonly unit: string | null;
  /** Zones it is limited to (canonical names); empty means every zone of `kind`. */
  readonly zones: readonly string[];
  /** null: zones of every kind. */
  readonly zoneKind: ZoneKind | null;
  readonly except: readonly ZoneException[];
  /** 除河津外: zones (canonical names) it does not hold for at all. */
  readonly exempt: readonly string[];
  /** 高于全市平均, 高于全省2个百分点: the limit is what that whole has reached, and `value` is added to it. */
  readonly relativeTo: ReferenceScope | null;
  readonly tier: TargetTier;
  /** 省定 · 省初定 · 市定 …, as written; null where it says nothing. */
  readonly standing: string | null;
  /** Stable period text (formatPeriod) it is limited to, or null. */
  readonly period: string | null;
  /**
   * How it is judged: the level as it is, or by pace; rates are never scaled. yes-no: a verdict column must say yes
   * (全部以标准地出让), and `value` is 1.
   */
  readonly kind: "rate" | "share" | "level" | "pace-level" | "annual-level" | "count" | "yes-no";
  /** The office's own plan of an amount for the year, by months; empty: months over 12. */
  readonly pace: readonly PaceStep[];
  readonly remarkRequired: boolean;
  readonly origin: RuleOrigin;
}

/** 一季度22%: how much of the year's amount is due after so many months. */
export interface PaceStep {
  readonly months: number;
  readonly percent: number;
}

/** 河津开发区16%、其余17%: a zone with a value of its own. */
export interface ZoneException {
  readonly zone: string;
  readonly value: number;
  readonly origin: RuleOrigin;
}
