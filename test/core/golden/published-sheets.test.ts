import { describe, expect, test } from "@jest/globals";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

/** A published bulletin typed into a sheet: all that is said of its data, and of its targets. */
function said(text: string): readonly string[] {
  return linesOf(evaluateSheets([typed("S", text)]), ["consistency", "quality", "target"]);
}

/** What is only said of targets that are not met is none of the arithmetic. */
const ofData = (text: string): readonly string[] => linesOf(evaluateSheets([typed("S", text)]));

describe("bulletins as sheets are judged as they are", () => {
  test("全国 2024 1-10月: 固投 grows by 3.4 % on a base that gives 0.91 %", () => {
    const text = (growth: string): string => `2024年1-10月主要经济指标
      指标|单位|本期|上年同期|同比(%)
      固定资产投资(不含农户)|亿元|423222|419409|${growth}`;
    expect(said(text("3.4"))).toEqual([]);
  });

  test("江门 2021 Q1: increase, growth, share of the plan and lead over time agree", () => {
    const text = (increase: string, attained: string): string => `江门市2021年一季度重点项目投资
      单位:亿元
      指标|年度计划|完成|去年同期|增加额|同比(%)|完成率(%)|时间进度(%)|超时间进度(百分点)
      固定资产投资|1015|313.64|160.30|${increase}|95.66|${attained}|25.00|5.90`;
    expect(ofData(text("153.34", "30.90"))).toEqual([]);
    expect(ofData(text("153.34", "36.90"))).toHaveLength(1);
  });

  test("江门 1-8月: twelve differences to an earlier rate agree; of two the earlier rate is not there", () => {
    const rows = [
      [8.1, 7.4],
      [12.3, 13.9],
      [-4.2, -6.5],
      [5.6, 5.6],
      [21.7, 18.2],
      [-0.8, 1.5],
      [9.9, 9.1],
      [3.3, 4.7],
      [15.2, 14.8],
      [-11.4, -12.9],
      [6.0, 5.1],
      [2.7, 3.8],
    ] as const;
    const line = (now: number, before: number | null, diff: number, row: number): string =>
      `${"甲乙丙丁戊己庚辛壬癸子丑寅卯".charAt(row)}开发区|${now.toFixed(1)}|${before?.toFixed(1) ?? ""}|${diff.toFixed(1)}`;
    const text = (slip: number): string =>
      [
        "江门市2020年1-8月工业投资增速",
        "开发区|工业投资同比(%)|1-7月同比(%)|比1-7月±(百分点)",
        ...rows.map(([now, before], row) =>
          line(now, before, now - before + (row === 4 ? slip : 0), row)
        ),
        line(7.5, null, 0.4, 12),
        line(4.4, null, -1.1, 13),
      ].join("\n");
    expect(ofData(text(0)).filter((one) => !one.includes("missing-value"))).toEqual([]);
  });

  test("晋中 2018 Q1: one value against the targets of city and province", () => {
    const text = (city: string): string => `晋中市2018年一季度项目投资
      单位:亿元
      项目|市定目标|完成|完成率(%)
      固定资产投资|1800|471.3|${city}`;
    expect(ofData(text("26.2"))).toEqual([]);
    expect(ofData(text("37.4"))).toHaveLength(1);
    expect(
      ofData(`晋中市2018年一季度项目开工情况
        类别|项目个数(个)|已开工(个)|开工率(%)
        省级重点|593|151|25.5
        市级重点|514|307|59.7`)
    ).toEqual([]);
  });

  test("金山 1-5月: growth of what it grew by, attainment of the plan and not of the nearer number", () => {
    const text = (growth: string): string => `金山区2020年1-5月经济指标
      单位:亿元
      指标|完成|增收额|同比(%)
      税收收入|92.00|13.55|${growth}`;
    expect(ofData(text("17.3"))).toEqual([]);
    expect(ofData(text("14.7"))).toEqual(["warning growth-mismatch D4"]);
    expect(
      ofData(`金山区2020年1-5月外资
        单位:万美元
        指标|年度目标|完成|上年同期|完成率(%)
        实际使用外资|30000|22397|34448|74.7`)
    ).toEqual([]);
  });

  test("长治 2023 1-7月, 安庆 2018, 吴江 2023: rates of counts", () => {
    const text = (rate: string): string => `2023年1-7月项目情况
      市|项目总数(个)|已开工(个)|开工率(%)
      长治一批|455|330|72.5
      长治二批|780|661|84.7
      安庆|218|199|${rate}
      吴江|40|23|58`;
    expect(ofData(text("91.28"))).toEqual([]);
    expect(ofData(text("92.18"))).toEqual(["error rate-mismatch D5"]);
  });

  test("全国 2013 H1: the provinces add up to more than the nation, which is no total of theirs", () => {
    expect(
      ofData(`2013年上半年各省固定资产投资
        地区|固定资产投资(亿元)
        山西|61000.12
        河北|70000.43
        河南|59416.43
        全国|181317.6`)
    ).not.toContainEqual(expect.stringContaining("sum-mismatch"));
  });

  test("武汉 2018: numbers in brackets are ranks, a dash sets no target", () => {
    expect(
      said(`2018年开发区主要指标通报
        开发区|工业投资(亿元)|目标(亿元)
        东湖|14.26(2)|-
        经开|20.55(1)|-
        临空港|8.66(3)|-
        注:括号内数字为位次;"-"表示未设置目标`)
    ).toEqual([]);
  });

  test("昆山 2024 2月: ahead of a pace of 16.67 by 0.5", () => {
    const text = (ahead: string): string => `昆山市2024年1-2月工业投资
      单位:亿元
      开发区|年度目标|完成|完成率(%)|超序时(百分点)
      昆山开发区|250|43.0|17.2|${ahead}
      昆山高新区|200|35.4|17.7|1.0
      花桥经开区|100|16.9|16.9|0.2
      旅游度假区|50|8.1|16.2|-0.5`;
    expect(ofData(text("0.5"))).toEqual([]);
    expect(ofData(text("1.5"))).toEqual(["error difference-mismatch E4"]);
  });

  test("运城 Y13: 均完成省定2亿元序时进度 needs the two zones' own rows", () => {
    const joint = `运城市2023年上半年农业示范区产业投资
      单位:亿元
      开发区|产业当年完成投资|省定目标
      合计|8.55|`;
    expect(said(joint)).toEqual([]);
    const each = (low: string): string => `运城市2023年上半年农业示范区产业投资
      开发区|产业当年完成投资(亿元)|省定序时目标(亿元)
      万荣农业示范区|${low}|2
      临猗农业示范区|4.25|2`;
    expect(said(each("4.30"))).toEqual([]);
    expect(said(each("1.90"))).toEqual(["information target-unmet B3"]);
  });

  test("晋城 2023 H1: shares and differences of falling investment", () => {
    const text = (low: string): string => `晋城市开发区2023年1-6月主要经济指标
      开发区|工业投资|||转型项目当年完成投资|
      |完成(亿元)|同比(%)|比全市(百分点)|完成(亿元)|占工业投资(%)
      晋城市开发区|30.9|-37.85|${low}|29.43|95.24
      全市|89.1|-3|||`;
    expect(ofData(text("-34.85")).filter((one) => one.startsWith("error"))).toEqual([]);
    expect(ofData(text("-43.85")).filter((one) => one.includes("difference"))).toHaveLength(1);
  });
});
