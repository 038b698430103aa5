import { describe, expect, test } from "@jest/globals";
import { toBullets } from "../../src/taskpane/bullet.ts";
import type { Filters } from "../../src/taskpane/pane-state.ts";
import { NO_FILTERS } from "../../src/taskpane/pane-state.ts";
import type { Row } from "../../src/taskpane/rows.ts";
import { toRows, zonesOf } from "../../src/taskpane/rows.ts";
import { toLocale } from "../../src/taskpane/texts.ts";
import { showNumber, wordFinding } from "../../src/taskpane/wording.ts";
import {
  area,
  evaluationOf,
  fullEvaluation,
  shareMismatch,
  table,
  textNumber,
  unmet,
} from "./support/evaluations.ts";

const rowsOf = (
  evaluation: ReturnType<typeof fullEvaluation>,
  filters: Partial<Filters> = {}
): readonly Row[] =>
  toRows(evaluation, "zh-CN", {
    filters: { ...NO_FILTERS, ...filters },
    opened: [],
    toggledGroups: [],
  });

const groups = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap((row) =>
    row.kind === "group" ? `${row.level} ${row.sheet}${row.range ?? ""} ${row.count}` : []
  );

describe("the list's rows", () => {
  test("errors of every sheet come before the warnings of the first", () => {
    const evaluation = evaluationOf([
      textNumber({ sheet: "甲表", cell: "C5", zone: "河津" }),
      unmet({ sheet: "甲表", cell: "D5", zone: "河津" }, 3, 17),
      shareMismatch({ sheet: "乙表", cell: "F5", zone: "河津" }),
    ]);
    expect(groups(rowsOf(evaluation))).toEqual(["error 乙表 1", "warning 甲表 1", "unmet 甲表 1"]);
  });

  test("two tables of one sheet are told apart by their range", () => {
    const evaluation = evaluationOf(
      [shareMismatch({ cell: "F6", zone: "河津" }), shareMismatch({ cell: "F26", zone: "河津" })],
      { tables: [table("经济指标"), { ...table("经济指标"), area: area("A23:M37") }] }
    );
    expect(groups(rowsOf(evaluation))).toEqual([
      "error 经济指标A3:M17 1",
      "error 经济指标A23:M37 1",
    ]);
  });

  test.each([
    ["a cell", "j9", ["J9"]],
    ["a sheet", "经济指标", ["F6", "H9", "J9", "D6", "D8", "D12"]],
    ["words of the message", "文本存储", ["J9"]],
    ["the pill", "占比不符", ["F6"]],
    ["several words, all of which must stand there", "闻喜 税收", ["H9"]],
    ["nothing that stands there", "浑源", []],
  ])("the text filter finds %s", (_what, text, cells) => {
    const found = rowsOf(fullEvaluation(), { text }).flatMap((row) =>
      row.kind === "finding" ? row.finding.at.area : []
    );
    expect(found).toEqual(cells.map((cell) => area(cell)));
  });

  test("zones are those with findings, each once, in reading order", () => {
    expect(zonesOf(fullEvaluation())).toEqual([
      "河津开发区",
      "永济开发区",
      "闻喜开发区",
      "绛县经济技术开发区",
    ]);
  });
});

describe("bullet bars", () => {
  const evaluation = evaluationOf([
    unmet({ cell: "D6", zone: "甲" }, 9.3, 16),
    unmet({ cell: "D8", zone: "乙" }, -21.37, 17),
  ]);
  const bulletOf = toBullets(evaluation);
  const [first, second] = evaluation.findings.map((finding) => bulletOf(finding));

  test("of one indicator share a scale, so that their zero stands in one place", () => {
    expect(first?.zero).toBe(second?.zero);
  });

  test("keep the order of the numbers on it", () => {
    if (first === undefined || second === undefined) throw new Error("no bullet");
    expect(second.actual).toBeLessThan(second.zero);
    expect(first.zero).toBeLessThan(first.actual);
    expect(first.actual).toBeLessThan(first.target);
    expect(first.target).toBeLessThan(second.target);
    expect(second.target).toBeLessThanOrEqual(96);
  });

  test("are only for unmet targets, and not where all numbers are zero", () => {
    const other = shareMismatch({ cell: "F6", zone: "甲" });
    expect(bulletOf(other)).toBeUndefined();
    const zeros = evaluationOf([unmet({ cell: "D6", zone: "甲" }, 0, 0)]);
    expect(zeros.findings.map(toBullets(zeros))).toEqual([undefined]);
  });
});

describe("the pane's wording", () => {
  test("an unmet target names the target that applied, with its exceptions", () => {
    const finding = unmet({ cell: "D6", zone: "河津开发区" }, 9.3, 16);
    expect(wordFinding(finding, "zh-CN")).toMatchObject({
      title: "河津开发区 · 工业投资同比增速",
      verdict: "未达到目标",
      target: "省定 ≥ 17%、河津 16%",
    });
    expect(wordFinding(shareMismatch({ cell: "F6", zone: "甲" }), "zh-CN").target).toBeNull();
  });

  test.each([
    [320.155, 2, "320.16"],
    [-0.001, 2, "0.00"],
    [-21.37, 1, "−21.4"],
  ])("%d shown with %d places is %s", (value, decimals, text) => {
    expect(showNumber(value, decimals)).toBe(text);
  });

  test.each([
    ["zh-CN", "zh-CN"],
    ["zh-TW", "zh-CN"],
    ["en-GB", "en-US"],
    ["de-DE", "en-US"],
    ["", "zh-CN"],
    [undefined, "zh-CN"],
  ])("a host that speaks %s gets %s", (language, locale) => {
    expect(toLocale(language)).toBe(locale);
  });
});
