import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { check, disagreeing, saidOf } from "./checking.ts";

/** The half-year reports of 运城 and 晋城, January to June 2023, as they were published: torn lines and all. */
const REPORT = readFileSync(join(__dirname, "../data/half-year-report.txt"), "utf8");

describe("the half-year report of two cities, against itself", () => {
  test.each<[id: string, number: string, behind: string, said: string]>([
    ["Y01", "61.53%", "177.53亿元", "share:agrees"],
    ["Y02", "10.1个百分点", "-7.8%", "difference:agrees"],
    ["Y03", "0.4个百分点", "-18.3%", "difference:agrees"],
    ["Y04", "17%", "未达到省定", "verdict:agrees"],
    ["Y05", "69.66%", "360.4亿元", "share:agrees"],
    ["Y06", "13.3%", "1887.8亿元", "share:agrees"],
    ["Y07", "13.97%", "同比增长", "growth:unverifiable"],
    ["Y08", "9.4个百分点", "4.6%", "difference:agrees"],
    ["Y09", "3.6个百分点", "10.4%", "difference:agrees"],
    ["Y10", "16%目标值", "3.6个百分点", "verdict:agrees"],
    ["Y11", "91.72%", "100.19亿元", "share:agrees"],
    ["Y12", "82%", "91.72%", "verdict:agrees"],
    ["Y13", "2亿元", "均完成", "members:unverifiable"],
    ["Y14", "18%", "未达到省初定", "verdict:agrees"],
    ["Y15", "48%", "达到省初定", "verdict:agrees"],
    ["Y16", "5万户", "突破", "value:agrees"],
    ["Y17", "12个", "产业结构", "count:agrees"],
    ["Y18a", "75%", "分别占签约", "share:agrees"],
    ["Y18b", "69%", "75%、", "share:agrees"],
    ["Y18c", "74%", "69%、", "share:agrees"],
    ["Y19", "12.83%", "47.6亿元", "growth:unverifiable"],
    ["Y20", "92.9%", "65项", "rate:agrees"],
    ["Y21", "100万平方米", "121.6", "order:agrees"],
    ["Y21", "2.3万平方米", "4.6万平方米", "order:agrees"],
    ["Y22", "23.8亿元", "111.5亿元", "order:agrees"],
    ["Y23", "165个", "345个", "order:agrees"],
    ["Y24", "全部以", "1135.2亩", "members:unverifiable"],
    ["Y25", "538项", "182个", "order:agrees"],
    ["J01", "33.5%", "224.45亿元", "share:unverifiable"],
    ["J02", "14.9个百分点", "4.3%", "difference:agrees"],
    ["J03", "34.68%", "30.9亿元", "share:unverifiable"],
    ["J04", "34.85个百分点", "-3%", "difference:agrees"],
    ["J05", "95.24%", "29.43亿元", "share:agrees"],
    ["J06", "17.4%", "48.04亿元", "share:unverifiable"],
    ["J07", "31.97个百分点", "2.5%", "difference:agrees"],
    ["J08", "一正一负", "关键考核指标", "members:agrees"],
    ["J09", "66个", "157余个", "order:agrees"],
    ["J09", "3个", "当年签约当年开工", "order:agrees"],
    ["J10a", "91.2%", "145.66亿元", "rate:agrees"],
    ["J11a", "9.07%", "5.9亿元", "rate:agrees"],
    ["J12a", "95.29%", "29个", "rate:unverifiable"],
    ["J18", "119件", "76个", "order:agrees"],
    ["J19", "781户", "1605户", "order:agrees"],
    ["J20", "34.2%", "213户", "share:agrees"],
    ["J21", "235个", "246个", "order:agrees"],
    ["J21", "171个", "182个办实事", "order:agrees"],
    ["J21", "229个", "240个", "order:agrees"],
    ["J22", "14个", "22个专项审计", "sum:agrees"],
    ["J23", "6个", "9个综合审计", "sum:agrees"],
    ["J24", "5个", "调研7个", "order:agrees"],
  ])("%s %s", (_, number, behind, said) => {
    expect(saidOf(REPORT, number, behind)).toContain(said);
  });

  test("nothing in it disagrees", () => {
    expect(disagreeing(REPORT)).toEqual([]);
  });

  test("the rates of the three batches are questions of their basis", () => {
    const basis = check(REPORT).lint.filter(({ code }) => code === "rate-basis");
    expect(basis.map(({ found }) => found)).toEqual(["91.2%", "9.07%", "95.29%"]);
  });

  test("nine tenths of the economic sections' numbers are checked, and three quarters of all", () => {
    const { coverage } = check(REPORT);
    expect(coverage.checked + coverage.unclaimed.length).toBe(coverage.numbers);
    expect(coverage.checked / coverage.numbers).toBeGreaterThanOrEqual(0.75);
    for (const [from, to] of [
      ["一、经济指标完成情况", "二、产业发展情况"],
      ["一、紧盯主要指标", "二、奋力攻坚克难"],
    ] as const) {
      const section = REPORT.slice(REPORT.indexOf(from), REPORT.indexOf(to));
      const own = check(section).coverage;
      expect(own.numbers).toBeGreaterThanOrEqual(17);
      expect(own.checked / own.numbers).toBeGreaterThanOrEqual(0.9);
    }
  });

  test.each([
    ["doubled-word", "完成投资完成"],
    ["missing-word", "完成投"],
    ["missing-word", "调研7个"],
    ["exact-with-more", "157余个"],
    ["cutoff-word", "截止"],
    ["torn-number", "的69.66%"],
    ["half-width-marks", ","],
    ["fine-precision", "34.85个百分点"],
    ["repeated-sentence", "累计对各开发区调研7个,现已推进解决5个。"],
  ] as const)("its wording is marked: %s %s", (code, found) => {
    expect(check(REPORT).lint).toContainEqual(expect.objectContaining({ code, found }));
  });

  test("every claim stands at its place in the text as it was given", () => {
    const { claims, coverage } = check(REPORT);
    for (const { start, end, text } of [...claims, ...coverage.unclaimed]) {
      expect(REPORT.slice(start, end)).toBe(text);
    }
    expect(claims.find(({ text }) => text === "-7.8%")).toBeUndefined();
    expect(claims.map(({ text }) => text)).toContain("10.1个百分点");
  });
});
