/** Where a measurement writes what it found. */
export interface Report {
  readonly title: (text: string) => void;
  readonly line: (name: string, text: string) => void;
  /** A goal of speed: met or missed. */
  readonly goal: (text: string, isMet: boolean, wanted: string) => void;
  /** What differs from the planted truth; undefined where nothing does. */
  readonly truth: (name: string, difference: string | undefined) => void;
  readonly missed: () => number;
  readonly wrong: () => number;
}

export function createReport(print: (text: string) => void): Report {
  let missed = 0;
  let wrong = 0;
  return {
    title: (text) => {
      print(`\n${text}\n${" ".repeat(40)}      min /   median /      max`);
    },
    line: (name, text) => {
      print(`  ${name.padEnd(38)}${text}`);
    },
    goal: (text, isMet, wanted) => {
      if (!isMet) missed += 1;
      print(`  ${isMet ? "✓" : "✗"} ${text} (wanted ${wanted})`);
    },
    truth: (name, difference) => {
      if (difference === undefined) return;
      wrong += 1;
      print(`  ✗ ${name}: ${difference}`);
    },
    missed: () => missed,
    wrong: () => wrong,
  };
}
