import process from "node:process";
import { describe, expect, test } from "@jest/globals";
import { check } from "./checking.ts";

/** Milliseconds of the processor that a check takes, the least of some: waiting for a busy machine is not counted. */
function workOf(draft: string, tries = 3): number {
  let least = Infinity;
  for (let i = 0; i < tries; i++) {
    const before = process.cpuUsage();
    check(draft);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** How many times the work of a text its fourfold takes: 4 where it is linear, 16 where it is quadratic. */
function growthOf(textOf: (length: number) => string): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 4 && least > LINEAR; attempt++) {
    const small = workOf(textOf(LENGTH));
    least = Math.min(least, workOf(textOf(4 * LENGTH)) / Math.max(1, small));
  }
  return least;
}

const LENGTH = 8_000;
const LINEAR = 8;

/** What is repeated, and what stands before the first of it. */
const REPEATED: readonly (readonly [repeated: string, before?: string])[] = [
  ["1234567890"],
  ["1.2"],
  ["1,234"],
  ["1234567890123456789012345 ", "完成1 "],
  ["12 "],
  [" "],
  ["\n"],
  ["、"],
  ["12.3、"],
  ["("],
  [")"],
  ["(12.3%"],
  ["(12)"],
  ["占全市(12.3亿元)的3.4%,"],
  ["增长"],
  ["增长12%"],
  ["增长12%\n"],
  ["增长达到"],
  ["12.3%、", "甲、乙分别增长"],
  ["甲、", "完成"],
  ["工业投资完成12.3亿元,同比增长3.4%,"],
  ["均达到10%目标。"],
  ["一正一负1亿元。"],
  ["高于全市1.2个、"],
  ["1个开发区,"],
  ["供稿:甲\n1个开发区。\n"],
  ["a-"],
  ["2023"],
  ["1+"],
  ["“1"],
  ["其中,"],
  ["三分之"],
  ["个百分点"],
];

describe("texts nobody writes are checked in time that grows with their length alone", () => {
  test.each(REPEATED)("%j for ever", (repeated, before = "") => {
    const textOf = (length: number): string =>
      before + repeated.repeat(Math.ceil(length / repeated.length));
    expect(growthOf(textOf)).toBeLessThan(LINEAR);
  });
});

/** Words of the patterns, among them such as are others in a row: 达到 is 达 and 到, 年均 ends in 均. */
const WORDS =
  "分别 均 了 也 约 超 达到 达 到 为 是 高达 预计 只有 超过 的 不足 增长 下降 目标 完成 占 比 高于 全市 开发区 占比 率 且 位 还有 有 值 增速 要求 力争 同期 年均 共计 共 实际 其中 从 看 1月 年度 年 拉动 进度 以上 平均 各 甲、 再 增加 百分点 万元".split(
    " "
  );
const BEFORE = ["", "增长", "目标", "前三位", "占全市", "较上年同期增加", "完成年度目标", "剩余"];

describe("no two words make a pattern go back for ever", () => {
  // Patterns that go back double their work with each repetition: 2^16 times as much where they should take four times.
  test.each(BEFORE)("behind %j", (before) => {
    const textOf = (times: number): string =>
      WORDS.flatMap((one) =>
        WORDS.map((other) => `${before}${(one + other).repeat(times)}中12.3%,中12.3亿元目标值。`)
      ).join("\n");
    workOf(textOf(1), 1);
    const [few, many] = [workOf(textOf(3), 1), workOf(textOf(11), 1)];
    expect(many / few).toBeLessThan(10);
  });
});
