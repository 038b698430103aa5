import { describe, expect, test } from "@jest/globals";
import type { Finding, Flag, Sheet } from "../../../src/core/index.ts";
import { formatArea, isMarkedFormula, planClear } from "../../../src/core/index.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { findingAt, planOf, unmet } from "./evaluations.ts";

const S = "指标";
const MARK = '=AND(N("zone-check:1")=0,';

function flagsFor(sheet: Sheet, ...findings: readonly Finding[]): readonly Flag[] {
  const plan = planOf(bookOf(sheet), ...findings);
  return plan.flatMap((intent) => (intent.kind === "put-flags" ? intent.flags : []));
}

/** The tests of the flags without their marker, and where each stands. */
function tests(flags: readonly Flag[]): readonly string[] {
  return flags.map((flag) => {
    expect(isMarkedFormula(flag.formula)).toBe(true);
    expect(flag.formula.startsWith(MARK)).toBe(true);
    const places = flag.areas.map(formatArea).join(",");
    return `${flag.style} ${places}: ${flag.formula.slice(MARK.length, -1)}`;
  });
}

/** A sheet with one row of cells in row 5, from column C on. */
function row5(...cells: readonly GridCell[]): Sheet {
  return sheetOf(S, [cells], { origin: { row: 4, column: 2 } });
}

describe("an unmet target's flag", () => {
  test.each([
    ["at-least", 16, 17, "$C5<17-1E-9"],
    ["above", 17, 17, "$C5<17+1E-9"],
    ["at-most", 18, 17, "$C5>17+1E-9"],
    ["below", 17, 17, "$C5>17-1E-9"],
  ] as const)(
    "%s compares the live cell with the rule's number",
    (comparison, actual, target, says) => {
      expect(tests(flagsFor(row5(actual), unmet(S, "C5", actual, target, { comparison })))).toEqual(
        [`unmet C5: AND(ISNUMBER($C5),${says})`]
      );
    }
  );

  test("follows a target that stands in the sheet's own target column", () => {
    expect(tests(flagsFor(row5(16, 17), unmet(S, "C5", 16, 17, { targetCell: "D5" })))).toEqual([
      "unmet C5: AND(COUNT($C5,$D5)=2,$C5<$D5-1E-9)",
    ]);
  });

  test("never refers to another sheet: a target there is frozen", () => {
    expect(
      tests(flagsFor(row5(16), unmet(S, "C5", 16, 17, { targetCell: "目标规则!E2" })))
    ).toEqual(["unmet C5: AND(ISNUMBER($C5),$C5<17-1E-9)"]);
  });

  test("speaks of negative growth with brackets, so that no double minus is written", () => {
    expect(tests(flagsFor(row5(-17.92), unmet(S, "C5", -17.92, -3)))).toEqual([
      "unmet C5: AND(ISNUMBER($C5),$C5<(-3)-1E-9)",
    ]);
  });

  test("reads a percent-formatted cell, which stores 0.16, as 16", () => {
    const sheet = row5({ v: 0.16, nf: "0%" });
    expect(tests(flagsFor(sheet, unmet(S, "C5", 16, 17)))).toEqual([
      "unmet C5: AND(ISNUMBER($C5),$C5*100<17-1E-9)",
    ]);
  });

  test("reads a column in 万元 where the target is in 亿元", () => {
    expect(tests(flagsFor(row5(15000), unmet(S, "C5", 1.5, 2)))).toEqual([
      "unmet C5: AND(ISNUMBER($C5),$C5/10000<2-1E-9)",
    ]);
  });

  test("stays on a number stored as text as long as the text stays", () => {
    expect(tests(flagsFor(row5("16.0"), unmet(S, "C5", 16, 17)))).toEqual([
      'unmet C5: AND(EXACT($C5,"16.0"),16<17-1E-9)',
    ]);
  });

  test("is frozen where the sheet no longer holds the number that was judged", () => {
    expect(tests(flagsFor(row5(3.5), unmet(S, "C5", 16, 17)))).toEqual([
      "unmet C5: AND(AND(ISNUMBER($C5),$C5=3.5),16<17-1E-9)",
    ]);
  });
});

describe("the flag of a contradiction", () => {
  test("a share is held against all that the digits of its operands allow", () => {
    const finding = findingAt("share-mismatch", S, "E5", {
      stated: 8.5,
      operands: ["part=14.26@C5", "whole=177.53@D5", "stated=8.5@E5"],
      params: {
        part: 14.26,
        whole: 177.53,
        wholeName: "全市",
        computed: 8.03,
        fits: null,
        wholeColumn: false,
        hint: null,
      },
    });
    expect(tests(flagsFor(row5(14.26, 177.53, 8.5), finding))).toEqual([
      "error E5: AND(COUNT($E5,$C5,$D5)=3,($D5-0.005)>0,OR(" +
        "$E5<(($C5-0.005)/($D5+0.005))*100-1E-9,$E5>(($C5+0.005)/($D5-0.005))*100+1E-9))",
    ]);
  });

  test("a growth follows this year's and last year's cells", () => {
    const finding = findingAt("growth-mismatch", S, "E5", {
      severity: "warning",
      stated: 12,
      operands: ["current=109.24@C5", "prior=100.1@D5"],
      params: {
        current: 109.24,
        prior: 100.1,
        computed: 9.13,
        wholeColumn: false,
        hint: null,
      },
    });
    expect(tests(flagsFor(row5(109.24, 100.1, 12), finding))).toEqual([
      "warning E5: AND(COUNT($E5,$C5,$D5)=3,($D5-0.05)>0,OR(" +
        "$E5<(($C5-0.005)/($D5+0.05)-1)*100-1E-9,$E5>(($C5+0.005)/($D5-0.05)-1)*100+1E-9))",
    ]);
  });

  test("a fall is a growth with its sign turned", () => {
    const finding = findingAt("growth-mismatch", S, "E5", {
      stated: 1,
      operands: ["current=90@C5", "prior=100@D5"],
      params: { current: 90, prior: 100, computed: 10, wholeColumn: false, hint: null },
    });
    expect(tests(flagsFor(row5(90, 100, 1), finding))[0]).toContain("OR((-$E5)<");
  });

  test("a reference printed in a header is frozen", () => {
    const finding = findingAt("share-mismatch", S, "D5", {
      stated: 9,
      operands: ["part=14.26@C5", "whole=177.53"],
      params: {
        part: 14.26,
        whole: 177.53,
        wholeName: "全市",
        computed: 8.03,
        fits: null,
        wholeColumn: false,
        hint: null,
      },
    });
    const [says = ""] = tests(flagsFor(row5(14.26, 9), finding));
    expect(says).toContain(
      "AND(COUNT($D5,$C5)=2,(177.53-0.005)>0,OR($D5<(($C5-0.005)/(177.53+0.005))*100-1E-9,"
    );
  });

  test.each([
    ["as rate less reference", 5, "($C5-$D5)"],
    ["as what is missing, nothing where nothing is", 0, "MAX(0,$D5-$C5)"],
    ["as the column has it, reference less rate", -5, "($D5-$C5)"],
  ])("a difference in points is taken %s", (_, computed, says) => {
    const finding = findingAt("difference-mismatch", S, "E5", {
      stated: 99,
      operands: ["rate=15@C5", "reference=10@D5"],
      params: {
        rate: 15,
        reference: 10,
        referenceName: "全市",
        computed,
        isGap: false,
        wholeColumn: false,
        hint: null,
      },
    });
    expect(tests(flagsFor(row5(15, 10, 99), finding))).toEqual([
      `error E5: AND(COUNT($E5,$C5,$D5)=3,ABS($E5-${says})>1+1E-9)`,
    ]);
  });

  test("a gap is taken to the target exactly, whatever digits the target is written with", () => {
    const finding = findingAt("difference-mismatch", S, "E5", {
      stated: 3,
      operands: ["actual=15.2@C5", "target=17@D5"],
      params: {
        rate: 15.2,
        reference: 17,
        referenceName: "省定目标",
        computed: -1.8,
        isGap: true,
        wholeColumn: false,
        hint: null,
      },
    });
    expect(tests(flagsFor(row5(15.2, 17, 3), finding))).toEqual([
      "error E5: AND(COUNT($E5,$C5,$D5)=3,ABS($E5-($C5-$D5))>0.05+1E-9)",
    ]);
  });

  test("a verdict is flagged while its word stands and the numbers say otherwise", () => {
    const finding = findingAt("verdict-mismatch", S, "E5", {
      stated: "达到",
      operands: ["actual=15@C5", "target=17@D5"],
      params: { verdict: "达到", actual: 15, target: 17, met: false },
    });
    expect(tests(flagsFor(row5(15, 17, "达到"), finding))).toEqual([
      'error E5: AND(COUNT($C5,$D5)=2,AND(EXACT($E5,"达到"),$C5<$D5-1E-9))',
    ]);
  });

  test("a column total is held against the sum of its members, which must all be numbers", () => {
    const sheet = sheetOf(S, [[1.1], [2.2], [3.3], [7]]);
    const finding = findingAt("sum-mismatch", S, "A4", {
      stated: 7,
      operands: ["member=1.1@A1", "member=2.2@A2", "member=3.3@A3"],
      params: { stated: 7, sum: 6.6, members: 3, unit: null, cause: null, hint: null },
    });
    expect(tests(flagsFor(sheet, finding))).toEqual([
      "error A4: AND(ISNUMBER($A4),COUNT($A$1:$A$3)=3,ABS($A4-SUM($A$1:$A$3))>0.15+1E-9)",
    ]);
  });

  test("a member stored as text counts with the number it reads, as long as the text stays", () => {
    const sheet = sheetOf(S, [[1], ["2.5"], [3], [99]]);
    const finding = findingAt("sum-mismatch", S, "A4", {
      stated: 99,
      operands: ["member=1@A1", "member=2.5@A2", "member=3@A3"],
      params: { stated: 99, sum: 6.5, members: 3, unit: null, cause: null, hint: null },
    });
    expect(tests(flagsFor(sheet, finding))).toEqual([
      'error A4: AND(ISNUMBER($A4),COUNT($A$1,$A$3)=2,AND(ISTEXT($A$2),EXACT($A$2,"2.5")),ABS($A4-SUM($A$1,$A$3,2.5))>1.05+1E-9)',
    ]);
  });

  test("a target that differs from the rule is flagged until it is the rule's", () => {
    const finding = findingAt("target-mismatch", S, "C5", {
      stated: 17,
      params: { written: 17, ruled: 16, rule: unmetRule() },
    });
    expect(tests(flagsFor(row5(17), finding))).toEqual([
      "error C5: AND(ISNUMBER($C5),ROUND($C5-16,9)<>0)",
    ]);
  });

  test("never compares with a literal that has an exponent, which not every program reads rightly", () => {
    const finding = findingAt("sum-mismatch", S, "C5", {
      stated: 2.5e-9,
      params: { stated: 2.5e-9, sum: 100, members: 0, unit: null, cause: null, hint: null },
    });
    expect(tests(flagsFor(row5(2.5e-9), finding))).toEqual([
      "error C5: AND(ISNUMBER($C5),$C5=(0+2.5E-9))",
    ]);
  });

  test("is frozen where the trace names no operands", () => {
    const finding = findingAt("sum-mismatch", S, "C5", {
      stated: 109.24,
      params: { stated: 109.24, sum: 100, members: 0, unit: null, cause: null, hint: null },
    });
    expect(tests(flagsFor(row5(109.24), finding))).toEqual([
      "error C5: AND(ISNUMBER($C5),$C5=109.24)",
    ]);
  });

  test("about a whole block of cells stays until one of them changes", () => {
    const sheet = sheetOf(S, [[1], [2.5], ["—"]]);
    const finding = findingAt("growth-mismatch", S, "A1:A3", {
      severity: "warning",
      params: { current: 0, prior: 0, computed: 0, wholeColumn: true, hint: null },
    });
    expect(tests(flagsFor(sheet, finding))).toEqual([
      "warning A1:A3: AND(COUNT($A$1:$A$3)=2,ROUND(SUM($A$1:$A$3)-3.5,9)=0)",
    ]);
  });
});

function unmetRule() {
  const finding = unmet(S, "C5", 16, 17);
  if (finding.code !== "target-unmet") throw new Error("not an unmet target");
  return finding.params.rule;
}

describe("the flag of a faulty cell", () => {
  const faulty = (text: string): Finding =>
    findingAt("not-a-number", S, "C5", {
      class: "quality",
      stated: text,
      params: { text, nearest: null },
    });

  test.each([
    ["a text, exactly", "109.24亿", 'EXACT($C5,"109.24亿")'],
    ["a text with quotes, doubled", '约"12"', 'EXACT($C5,"约""12""")'],
    [
      "a no-break space by its number",
      "\u00a012.5\u00a0",
      'EXACT($C5,UNICHAR(160)&"12.5"&UNICHAR(160))',
    ],
    ["a text like a formula", "=1+1", 'EXACT($C5,"=1+1")'],
    [
      "a text longer than a formula may hold, by beginning and length",
      "长".repeat(40_000),
      `AND(ISTEXT($C5),EXACT(LEFT($C5,120),"${"长".repeat(120)}"),LEN($C5)=40000)`,
    ],
    [
      "a text with a line end, which files do not keep alike",
      "12\n亿",
      'AND(ISTEXT($C5),EXACT(LEFT($C5,2),"12"),LEN($C5)=4)',
    ],
    [
      "a long text with characters that programs count differently, by its beginning alone",
      `𠮷${"a".repeat(300)}`,
      'AND(ISTEXT($C5),EXACT(LEFT($C5,0),""))',
    ],
  ])("names %s", (_, text, says) => {
    expect(tests(flagsFor(row5(text), faulty(text)))).toEqual([`error C5: ${says}`]);
  });

  test("a missing value is flagged while nothing but blanks stands there", () => {
    const finding = findingAt("missing-value", S, "C5", {
      class: "quality",
      params: { filledPeers: 9, peers: 10 },
    });
    expect(tests(flagsFor(row5(null), finding))).toEqual(["error C5: LEN(TRIM($C5))=0"]);
    expect(tests(flagsFor(row5("\u3000"), finding))).toEqual([
      "error C5: OR(LEN(TRIM($C5))=0,EXACT($C5,UNICHAR(12288)))",
    ]);
  });

  test("an error value is flagged while any error stands there", () => {
    const finding = findingAt("formula-error", S, "C5", {
      class: "quality",
      params: { error: "#REF!" },
    });
    expect(tests(flagsFor(row5({ error: "#REF!" }), finding))).toEqual(["error C5: ISERROR($C5)"]);
  });
});

describe("a plan of flags", () => {
  const column = (values: readonly GridCell[]): Sheet =>
    sheetOf(
      S,
      values.map((value) => [value])
    );

  test("takes the old flags away first, and puts nothing where there is nothing to say", () => {
    expect(planOf(bookOf(row5(1)))).toEqual([{ kind: "remove-flags", sheets: "all" }]);
    expect(planClear()).toEqual([{ kind: "remove-flags", sheets: "all" }]);
  });

  test("leaves a protected sheet without flags", () => {
    const sheet = sheetOf(S, [[16]], { isProtected: true });
    expect(flagsFor(sheet, unmet(S, "A1", 16, 17))).toEqual([]);
  });

  test("shares one rule down a column, over all cells that fail the same test", () => {
    const sheet = column([16, 15, 20, 3]);
    const flags = flagsFor(
      sheet,
      unmet(S, "A4", 3, 17),
      unmet(S, "A1", 16, 17),
      unmet(S, "A2", 15, 17)
    );
    expect(tests(flags)).toEqual(["unmet A1:A2,A4: AND(ISNUMBER($A1),$A1<17-1E-9)"]);
  });

  test("keeps an exception's target apart from the default", () => {
    const flags = flagsFor(column([15, 15]), unmet(S, "A1", 15, 17), unmet(S, "A2", 15, 16));
    expect(tests(flags)).toEqual([
      "unmet A1: AND(ISNUMBER($A1),$A1<17-1E-9)",
      "unmet A2: AND(ISNUMBER($A2),$A2<16-1E-9)",
    ]);
  });

  test("shares one rule along a row of totals, with the column relative", () => {
    const sheet = sheetOf(S, [
      [1, 1],
      [2, 2],
      [9, 9],
    ]);
    const total = (letter: string): Finding =>
      findingAt("sum-mismatch", S, `${letter}3`, {
        stated: 9,
        operands: [`member=1@${letter}1`, `member=2@${letter}2`],
        params: { stated: 9, sum: 3, members: 2, unit: null, cause: null, hint: null },
      });
    expect(tests(flagsFor(sheet, total("B"), total("A")))).toEqual([
      "error A3:B3: AND(ISNUMBER(A$3),COUNT(A$1:A$2)=2,ABS(A$3-SUM(A$1:A$2))>1+1E-9)",
    ]);
  });

  test("puts errors above warnings above unmet targets, so that the worse one shows", () => {
    const mismatch = (severity: Finding["severity"]): Finding =>
      findingAt("target-mismatch", S, "A1", {
        severity,
        params: { written: 16, ruled: 15, rule: unmetRule() },
      });
    const flags = flagsFor(
      column([16]),
      unmet(S, "A1", 16, 17),
      mismatch("warning"),
      mismatch("error")
    );
    expect(flags.map((flag) => flag.style)).toEqual(["error", "warning", "unmet"]);
  });

  test("marks nothing for mere information", () => {
    const finding = findingAt("text-number", S, "A1", {
      severity: "information",
      class: "quality",
      params: { text: "1", value: 1 },
    });
    expect(flagsFor(column(["1"]), finding)).toEqual([]);
  });

  test("starts the first area at the top row and left column of all", () => {
    const rows = Array.from({ length: 40 }, (_, i) => i + 1).filter((row) => row % 3 !== 0);
    const sheet = column(Array.from({ length: 40 }, () => 1));
    const [flag] = flagsFor(sheet, ...rows.reverse().map((row) => unmet(S, `A${row}`, 1, 17)));
    const areas = flag?.areas ?? [];
    expect(Math.min(...areas.map((area) => area.row))).toBe(areas[0]?.row);
    expect(Math.min(...areas.map((area) => area.column))).toBe(areas[0]?.column);
    expect(flag?.formula).toContain("$A1<17");
  });

  test("splits addresses before they reach 8,000 characters, each part anchored at its own first cell", () => {
    const sheet = column(Array.from({ length: 6000 }, () => 1));
    const findings = Array.from({ length: 3000 }, (_, i) => unmet(S, `A${2 * i + 1}`, 1, 17));
    const flags = flagsFor(sheet, ...findings);
    expect(flags.length).toBeGreaterThan(1);
    expect(flags.length).toBeLessThan(10);
    for (const flag of flags) {
      expect(flag.areas.map(formatArea).join(",").length).toBeLessThanOrEqual(8000);
      expect(flag.formula).toContain(`$A${flag.areas[0].row + 1}<17`);
    }
    expect(flags.flatMap((flag) => flag.areas)).toHaveLength(3000);
  });

  test("gives a column of five hundred different text numbers one rule", () => {
    const texts = Array.from({ length: 500 }, (_, i) => `${i}.5 `);
    const findings = texts.map((text, i) =>
      findingAt("text-number", S, `A${i + 1}`, {
        severity: "warning",
        class: "quality",
        params: { text, value: i + 0.5 },
      })
    );
    expect(tests(flagsFor(column(texts), ...findings))).toEqual(["warning A1:A500: ISTEXT($A1)"]);
  });

  test("puts hundreds of frozen cells of a column into a few rules, none over Excel's limit", () => {
    const values = Array.from({ length: 600 }, (_, i) => i * 1.5);
    const findings = values.map((value, i) =>
      findingAt("sum-mismatch", S, `A${i + 1}`, {
        stated: value,
        params: { stated: value, sum: -1, members: 0, unit: null, cause: null, hint: null },
      })
    );
    const flags = flagsFor(column(values), ...findings);
    expect(flags.length).toBeLessThan(20);
    expect(Math.max(...flags.map((flag) => flag.formula.length))).toBeLessThanOrEqual(8192);
    expect(flags[0]?.formula).toContain(
      "IFERROR(AND(ROW($A1)=2,AND(ISNUMBER($A$2),$A$2=1.5)),FALSE)"
    );
    const cells = flags.flatMap((flag) => flag.areas).reduce((sum, area) => sum + area.rows, 0);
    expect(cells).toBe(600);
  });

  test("does the same where some of them happen to hold the same number", () => {
    const values = Array.from({ length: 1200 }, (_, i) => Math.floor(i / 2) * 1.5);
    const findings = values.map((value, i) =>
      findingAt("sum-mismatch", S, `A${i + 1}`, {
        stated: value,
        params: { stated: value, sum: -1, members: 0, unit: null, cause: null, hint: null },
      })
    );
    expect(flagsFor(column(values), ...findings).length).toBeLessThan(30);
  });

  test("names no other sheet, whatever a sheet is called", () => {
    const name = `'Q1'!"指标"`;
    const finding = unmet(name, "A1", 16, 17);
    const plan = planOf(bookOf(sheetOf(name, [[16]])), finding);
    expect(plan).toContainEqual({
      kind: "put-flags",
      sheet: name,
      flags: [
        expect.objectContaining({
          formula: '=AND(N("zone-check:1")=0,AND(ISNUMBER($A1),$A1<17-1E-9))',
        }),
      ],
    });
  });
});
