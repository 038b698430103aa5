import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";

/**
 * `npm test`: everything that must hold, in one go. A failing step does not hide the next one.
 * Ends with one line: "N passed, N failed", where each static step counts as one test.
 */
const root = resolve(import.meta.dirname, "../..");
const reports = resolve(root, "build/test-reports");

interface Step {
  readonly name: string;
  readonly script: string;
  /** The step is a jest run, and counts its own tests. */
  readonly countsTests: "itself" | "as-one";
}

const STEPS: readonly Step[] = [
  { name: "lint (eslint, prettier, import rules)", script: "lint", countsTests: "as-one" },
  { name: "types", script: "typecheck", countsTests: "as-one" },
  { name: "manifest", script: "validate", countsTests: "as-one" },
  { name: "unit and contract tests", script: "test:unit", countsTests: "itself" },
  { name: "browser tests", script: "test:e2e", countsTests: "itself" },
];

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}

function runStep(step: Step, index: number): Count {
  console.log(`\n▶ ${step.name}`);
  const report = resolve(reports, `${index}.json`);
  const passed = step.countsTests === "itself" ? ["--", "--json", `--outputFile=${report}`] : [];
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["run", "-s", step.script, ...passed], {
    cwd: root,
    // jest --json also prints its report; what people read goes to stderr.
    stdio:
      step.countsTests === "itself"
        ? ["ignore", "ignore", "inherit"]
        : ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  const isGreen = result.status === 0;
  if (step.countsTests === "as-one")
    return isGreen ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counted = readReport(report);
  // A run that ended badly without a failing test (no report, a suite that does not load) still fails.
  return isGreen ? counted : { passed: counted.passed, failed: Math.max(1, counted.failed) };
}

function readReport(file: string): Count {
  try {
    const report = JSON.parse(readFileSync(file, "utf8")) as JestReport;
    return {
      passed: report.numPassedTests,
      failed: Math.max(report.numFailedTests, report.numFailedTestSuites),
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const counts = STEPS.map((step, index) => ({ step, count: runStep(step, index) }));
console.log("");
for (const { step, count } of counts) {
  console.log(
    `${count.failed === 0 ? "✓" : "✗"} ${step.name}: ${count.passed} passed, ${count.failed} failed`
  );
}
const total = counts.reduce(
  (sum, { count }) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }),
  { passed: 0, failed: 0 }
);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
