import type { Finding } from "./finding.ts";

/** What one language has to say a trace with. */
export interface TraceWords {
  readonly roles: Readonly<Record<string, string | undefined>>;
  line(label: string, text: string): string;
  operand(text: string, place: string): string;
  /** Of a finding in whose trace no number takes part: its own cell. */
  readonly cell: string;
  /** Before arithmetic with numbers; before a sentence of how it was compared. */
  readonly computed: string;
  readonly compared: string;
  readonly rounded: string;
  readonly passes: string;
  allowed(low: string, high: string): string;
  readonly blank: string;
  /** How it was compared, beside the arithmetic or in its place; null where the arithmetic says it all. */
  readonly howCompared: (finding: Finding) => string | null;
  /** The rounding step; null where digits do not matter. */
  readonly roundingOf: (finding: Finding) => string | null;
  /** What would make it pass, where that is no range of values. */
  readonly wouldPass: (finding: Finding) => string;
}
