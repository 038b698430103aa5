/**
 * How a growth rate may be recomputed.
 * nominal: from a base in the same table · same-scope (同口径): given by the statistics office, published levels do not
 * reproduce it · constant-price (可比价): given, never recomputed · count: exact whole numbers.
 */
export type GrowthBasis = "nominal" | "same-scope" | "constant-price" | "count";

export interface Indicator {
  /** Stable: kebab-case English for catalogued ones (industrial-investment), `other:` + printed name for those we do not know. */
  readonly id: string;
  /** The name as reports print it: 工业投资. */
  readonly name: string;
  readonly kind: "flow" | "stock" | "rate" | "count";
  readonly growthBasis: GrowthBasis;
  readonly direction: "higher-is-better" | "lower-is-better";
  /** What a level is counted in where nothing else says so: 亿元. */
  readonly unit: string | null;
  /** Indicator of which this one is a part, where the trade says so (转型项目投资 of 工业投资). */
  readonly partOf: string | null;
  readonly isCatalogued: boolean;
}
