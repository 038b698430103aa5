import { describe, expect, test } from "@jest/globals";
import { evaluate, formatArea } from "../../../src/core/index.ts";
import { bookOf } from "../../support/grid.ts";
import { typed } from "../../support/typed-sheet.ts";

/** What is said of targets: "unmet C5 16" with the limit, for sheets of typed text. */
function judged(...texts: readonly string[]): readonly string[] {
  const sheets = texts.map((text, place) => {
    const [name = "", ...lines] = text.trim().split("\n");
    return typed(place === 0 && name.includes("|") ? "指标" : name.trim(), lines.join("\n"));
  });
  const result = evaluate({ book: bookOf(...sheets), rulesFile: null, sheets: null });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.findings
    .filter(({ code }) => code.startsWith("target-") || code.startsWith("rule-"))
    .map(({ code, at, trace }) => {
      const target = trace.operands.find(({ role }) => role === "target");
      return `${code.replace("target-", "")} ${formatArea(at.area)} ${target?.value ?? ""}`;
    });
}

const ROWS = `
  运城开发区|14.26|16.5
  河津开发区|20.5|16.2
  永济开发区|9.6|17.0`;

function growths(head: string, title = "2023年1-6月主要指标", notes = ""): string {
  return `指标
  ${title}
  开发区|工业投资|
  |完成(亿元)|${head}${ROWS}
  ${notes}`;
}

describe("targets in the brackets of a header", () => {
  const accepted: readonly (readonly [string, readonly string[]])[] = [
    ["同比增长%(省定17%,河津16%)", ["unmet C4 17"]],
    ["同比(省定目标17%，河津16%)", ["unmet C4 17"]],
    ["同比(省定河津16%、其余17%)", ["unmet C4 17"]],
    ["同比增长%(目标不低于17%)", ["unmet C4 17", "unmet C5 17"]],
    ["同比增长%(考核目标:高于16.2%)", ["unmet C5 16.2"]],
    ["同比增长%(年度目标17,河津除外)", ["unmet C4 17"]],
    ["同比增速(%)省定17%(河津16%)", ["unmet C4 17"]],
    // Only the assessed tier is judged.
    ["同比增长%(力争18%)", []],
    ["同比增长%(确保16%、力争18%)", []],
  ];
  test.each(accepted)("%s is what its growths are held against", (head, expected) => {
    expect(judged(growths(head))).toEqual(expected);
  });

  const left = [
    "同比增长%",
    "同比增长%(可比口径)",
    "同比增长%(目标17%左右)",
    // A zone that the table does not have: the statement is of others, or was not understood.
    "同比增长%(省定17%,侯马8%)",
  ];
  test.each(left)("%s sets none that can be judged", (head) => {
    expect(judged(growths(head))).toEqual([]);
  });

  test("over several columns a percentage is of the growth, and of the whole's share at its own head", () => {
    const text = `指标
      2023年1-6月
      开发区|工业投资(省定目标17%)||转型项目当年完成投资|
      |完成|同比%|完成|占工业投资比重(省定60%)
      运城开发区|14.26|16.5|7.00|49.1
      河津开发区|20.50|17.2|13.20|64.4`;
    expect(judged(text)).toEqual(["unmet C4 17", "unmet E4 60"]);
  });

  test("lower is better where the indicator says so", () => {
    const text = `指标
      2023年
      开发区|单位增加值能耗(吨标准煤/万元)(控制目标0.65)
      运城开发区|0.62
      河津开发区|0.71
      永济开发区|0.60`;
    expect(judged(text)).toEqual(["unmet B4 0.65"]);
  });

  test("an amount for the year is held against its pace at mid-year", () => {
    const text = `指标
      2023年1-6月
      开发区|到位资金(年度目标20亿元)
      |完成(亿元)
      运城开发区|9.5
      河津开发区|10.5`;
    expect(judged(text)).toEqual(["behind-pace B4 20"]);
  });

  test("the rules sheet goes before, and a header that says otherwise is told once", () => {
    const rules = `目标规则
      指标|口径|目标值
      工业投资|同比增速|16.4`;
    expect(judged(growths("同比(省定17%)"), rules)).toEqual(["mismatch C3 16.4", "unmet C5 16.4"]);
  });
});

describe("targets in title, band and notes", () => {
  const accepted: readonly (readonly [string, readonly string[]])[] = [
    ["注:省定目标:工业投资增速17%,其中河津16%;增速为同口径。", ["unmet C4 17"]],
    ["注:1.工业投资省定目标17%(河津16%)。", ["unmet C4 17"]],
    ["注:2023年省定工业投资增速目标为17%、河津16%。", ["unmet C4 17"]],
    ["考核要求:工业投资增速不低于17%,规上工业增加值正增长。", ["unmet C4 17", "unmet C5 17"]],
    ["说明:省定目标值:规上工业增加值增速7%,工业投资增速17%。", ["unmet C4 17", "unmet C5 17"]],
    ["注:全年工业投资增长目标:河津16%,其余开发区17%。", ["unmet C4 17"]],
    ["注:按省考核要求,工业投资增速不低于17%(河津不低于16%)为达标。", ["unmet C4 17"]],
  ];
  test.each(accepted)("%s", (note, expected) => {
    expect(judged(growths("同比%", undefined, note))).toEqual(expected);
  });

  const left = [
    "注:工业投资增速达到省定17%目标的有1个开发区。",
    "注:2022年工业投资增速目标17%。",
    "注:全市工业投资增速目标17%。",
    "注:工业投资完成率=完成额/年度目标17亿元。",
    "注:上年工业投资目标增速17%。",
    "注:工业投资增速距省定17%的目标差0.5个百分点。",
  ];
  test.each(left)("%s sets no target", (note) => {
    expect(judged(growths("同比%", undefined, note))).toEqual([]);
  });

  const titles = [
    "2023年1-6月工业投资完成情况(省定目标17%,其中河津16%)",
    "运城市开发区2023年上半年工业投资增速情况表(省定目标:17%,河津16%)",
  ];
  test.each(titles)("%s", (title) => {
    const text = `指标
      ${title}
      开发区|完成(亿元)|同比%${ROWS}`;
    expect(judged(text).filter((line) => line.startsWith("unmet"))).toEqual(["unmet C3 17"]);
  });

  test("a value for each of the names before, in their turn", () => {
    const text = (exception: string): string => `指标
      2023年1-6月主要指标
      开发区|工业投资(亿元)|同比%|规上工业增加值(亿元)|增速%
      运城开发区|20.5|17.5|30.2|16.3
      河津开发区|12.3|16.2|40.1|15.1
      永济开发区|8.8|16.2|12.2|15.9
      注:省定目标为工业投资增速17%、规上工业增加值增速16%,${exception}。`;
    expect(judged(text("其中河津开发区分别为16%、15%"))).toEqual(["unmet C5 17", "unmet E5 16"]);
    // A value too few: whom it is for nobody knows.
    expect(judged(text("其中河津开发区分别为16%"))).toEqual([]);
  });

  test("a band above its block", () => {
    const text = `指标
      2023年1-12月主要指标
      一、工业投资(目标17%)
      开发区|完成(亿元)|同比%${ROWS}
      
      二、规上工业增加值
      开发区|完成(亿元)|同比%${ROWS}`;
    expect(judged(text)).toEqual(["unmet C4 17", "unmet C5 17"]);
  });
});

describe("a target of another sheet", () => {
  test("this year's tasks say nothing of last year's sheet", () => {
    const text = (name: string, title: string, task: string): string => `${name}
      ${title}
      开发区|${task}税收收入(万元)
      运城开发区|${task === "" ? "" : "1000|"}700
      河津开发区|${task === "" ? "" : "1000|"}800
      永济开发区|${task === "" ? "" : "1000|"}760`;
    expect(
      judged(
        text("本年", "2024年1-9月税收收入", "年度任务|"),
        text("上年", "2023年1-9月税收收入", "")
      )
    ).toEqual(["behind-pace C3 1000"]);
  });
});

describe("a list of targets above or below a table", () => {
  const sheet = (line: string, note = ""): string => `指标
    2023年1-6月主要指标
    ${line}
    开发区|工业投资(亿元)|同比%|转型项目投资(亿元)|占工业投资%|规上工业增加值增速%
    运城开发区|20.5|17.5|12.3|60|6.6
    河津开发区|12.3|16.2|7.1|57.7|4.4
    永济开发区|8.8|16.2|6|68.2|6.5
    全市|177|7.3|||5.5
    ${note}`;
  const LIST =
    "省定目标:工业投资增速17%,河津16%;规上工业增加值增速高于全市平均;转型项目投资占比60%";
  const MISSED = ["unmet C6 17", "unmet E5 60", "unmet F5 5.5"];

  test.each([
    ["in brackets under the title", sheet(`(${LIST})`)],
    ["without them", sheet(LIST)],
    ["in a note", sheet("单位:亿元", `注:1.${LIST}。`)],
  ])("goes on behind its semicolons: %s", (_where, text) => {
    expect([...judged(text)].sort()).toEqual(MISSED);
  });

  test("a sentence of its own without the word for targets sets none", () => {
    const note = "注:省定目标:工业投资增速17%,河津16%。转型项目投资占比60%以上的为优秀等次。";
    expect(judged(sheet("单位:亿元", note))).toEqual(["unmet C6 17"]);
  });
});

test.each(["完成率(%)(时序进度50%)", "完成率(序时50%)", "完成率%(序时进度要求:50%)"])(
  "%s is a rate of completion, and the pace in its bracket no name",
  (head) => {
    const text = `指标
      2023年1-6月工业投资
      开发区|全年目标(亿元)|完成(亿元)|${head}
      运城开发区|40|22.3|55.8
      河津开发区|30|14.6|48.7
      永济开发区|15|8.1|57.0`;
    const result = evaluate({ book: bookOf(typed("指标", text)), rulesFile: null, sheets: null });
    if (!result.ok) throw new Error("the book was not judged");
    const { findings } = result.value;
    expect(
      findings
        .filter(({ class: kind }) => kind !== "target")
        .map(({ code, at }) => `${code} ${formatArea(at.area)}`)
    ).toEqual(["rate-mismatch D6"]);
  }
);
