import { describe, expect, test } from "@jest/globals";
import { cellLines, fieldLine, readTableOf, refusals } from "./reading.ts";

describe("two numbers in one cell", () => {
  test("value and rank under a note that says so", () => {
    const table = readTableOf([
      ["开发区", "工业投资(亿元)", "增速(%)"],
      ["甲", "14.26(3)", "9.3(2)"],
      ["乙", "20.10（1）", "-3.2\n(4)"],
      ["丙", "18.00(2)", "12.1(1)"],
      ["丁", "9.90(4)", "—"],
      ["注:括号内数字为位次;“-”为未设置目标"],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 growth (%)",
      "工业投资 rank (位)",
      "工业投资 rank (位)",
    ]);
    expect(cellLines(table, 0)).toEqual(["B2=14.26", "B3=20.1", "B4=18", "B5=9.9"]);
    expect(cellLines(table, 1)).toEqual(["C2=9.3", "C3=-3.2", "C4=12.1", "C5=declared"]);
    expect(cellLines(table, 2)).toEqual(["B2=3", "B3=1", "B4=2", "B5=4"]);
    expect(cellLines(table, 3)).toEqual(["C2=2", "C3=4", "C4=1"]);
  });

  test("without a note the order of the values says that they are ranks", () => {
    const table = readTableOf([
      ["开发区", "工业投资(亿元)"],
      ["甲开发区", "14.26(13)"],
      ["乙开发区", "20.10(7)"],
      ["丙开发区", "18.00(9)"],
    ]);
    expect(table.fields.map(fieldLine)).toEqual(["工业投资 actual (亿元)", "工业投资 rank (位)"]);
  });

  test.each([
    ["109.24/-17.92%", "20.10/3.5%"],
    ["109.24(↓17.92%)", "20.10(↑3.5%)"],
    ["109.24(下降17.92%)", "20.10(增长3.5%)"],
    ["109.24(-17.92%)", "20.10(3.5%)"],
  ])("value and growth: %s", (first, second) => {
    const table = readTableOf([
      ["开发区", "工业投资(亿元)"],
      ["甲开发区", first],
      ["乙开发区", second],
    ]);
    expect(table.fields.map(fieldLine)).toEqual(["工业投资 actual (亿元)", "工业投资 growth (%)"]);
    expect(cellLines(table, 0)).toEqual(["B2=109.24", "B3=20.1"]);
    expect(cellLines(table, 1)).toEqual(["B2=-17.92", "B3=3.5"]);
  });

  test("a note may say that the second is a target", () => {
    const table = readTableOf([
      ["开发区", "工业投资增速(%)"],
      ["甲开发区", "9.3(16)"],
      ["乙开发区", "18.1(17)"],
      ["注:括号内为目标值"],
    ]);
    expect(table.fields.map((field) => field.measure)).toEqual(["growth", "target"]);
  });

  test("where nothing says what the second is, the first is read and the second is asked about once", () => {
    const table = readTableOf([
      ["开发区", "工业投资增速(%)"],
      ["甲开发区", "9.3(16)"],
      ["乙开发区", "18.1(17)"],
      ["丙开发区", "18.4(17)"],
    ]);
    expect(cellLines(table, 0)).toEqual(["B2=9.3", "B3=18.1", "B4=18.4"]);
    expect(refusals(table)).toEqual(["B2:B4 several-meanings 工业投资增速(%)"]);
  });

  test("one such cell among plain numbers is no number", () => {
    const table = readTableOf([
      ["开发区", "工业投资(亿元)"],
      ["甲开发区", "14.26(3)"],
      ["乙开发区", 20.1],
      ["丙开发区", 18],
    ]);
    expect(cellLines(table, 0)).toEqual(["B2=?14.26(3)", "B3=20.1", "B4=18"]);
  });
});
