/**
 * A unit of the trade. `factor` is to the family's first unit (元, 平方米, …); units of different families never compare.
 * Source: the unit table of the trade's forms (元 · 万元 10⁴ · 亿元 10⁸; 公顷 = 15 亩).
 */
export interface Unit {
  /** As written in a header: 亿元, %, 个百分点. */
  readonly name: string;
  readonly family:
    | "money"
    | "foreign-money"
    | "floor"
    | "land"
    | "count"
    | "mass"
    | "power"
    | "energy"
    | "intensity"
    | "rate"
    | "points"
    | "rank"
    | "score"
    | "other";
  readonly factor: number;
}
