import { describe, expect, test } from "@jest/globals";
import { check } from "./checking.ts";

/** Statements of the kind that bulletins were published with, and what is to be said of each. */

const verdictsOf = (draft: string, kind: string): readonly string[] =>
  check(draft)
    .claims.filter((claim) => claim.kind === kind)
    .map(({ text, verdict }) => `${text} ${verdict}`);

describe("changes of rates since the month before, the half-year and last year", () => {
  // 江门 1-8月: twelve with the earlier rate in brackets, two without it.
  const DRAFT = [
    "1-8月,全市规上工业增加值同比增长8.6%,增速比1-7月(8.1%)提高0.5个百分点,比上半年(9.4%)回落0.8个百分点,比上年同期(3.2%)提高5.4个百分点。",
    "固定资产投资同比增长12.7%,增速比1-7月(13.5%)回落0.8个百分点,比上半年(15.2%)回落2.5个百分点,比上年同期(6.1%)提高6.6个百分点。",
    "社会消费品零售总额同比增长4.9%,增速比1-7月(4.6%)加快0.3个百分点,比上半年(5.8%)回落0.9个百分点,比上年同期(-7.7%)提高12.6个百分点。",
    "进出口总额同比下降2.4%,降幅比1-7月(-3.1%)收窄0.7个百分点,比上半年(-4.0%)收窄1.6个百分点,比上年同期(11.3%)回落13.7个百分点。",
    "一般公共预算收入同比增长5.3%,增速比1-7月提高0.2个百分点。用电量同比增长9.1%,比上半年回落1.4个百分点。",
  ].join("\n");

  test("twelve agree, two cannot be verified", () => {
    const verdicts = verdictsOf(DRAFT, "difference").map((said) => said.split(" ")[1]);
    expect(verdicts).toEqual([...Array<string>(12).fill("agrees"), "unverifiable", "unverifiable"]);
  });

  test.each([
    ["5.4个百分点", "4.5个百分点"],
    ["12.6个百分点", "21.6个百分点"],
    ["收窄1.6个百分点", "收窄6.1个百分点"],
  ])("%s printed %s is told, and nothing else", (right, wrong) => {
    const verdicts = verdictsOf(DRAFT.replace(right, wrong), "difference");
    expect(verdicts.filter((said) => said.endsWith("disagrees"))).toEqual([
      `${wrong.replace("收窄", "")} disagrees`,
    ]);
  });
});

describe("超过半数 beside the exact share", () => {
  // 安庆: 118 of 218 in production.
  test("54.13% is more than half, 45.13% is not", () => {
    const draft = "218个签约项目中118个投产,占比超过半数,达54.13%。";
    expect(verdictsOf(draft, "share")).toContain("半数 agrees");
    // The counts tell which of the two is wrong; without them it is the words.
    expect(verdictsOf(draft.replace("54.13", "45.13"), "share")).toEqual(
      expect.arrayContaining(["半数 agrees", "45.13% disagrees"])
    );
    expect(verdictsOf("投产项目占比超过半数,达45.13%。", "share")).toContain("半数 disagrees");
  });

  test("半数 that is no number of the text", () => {
    expect(check("半数据显示向好。").coverage.numbers).toBe(0);
  });
});

describe("provinces that add up to more than the nation", () => {
  // 全国 2013 H1: projects across provinces are counted in one of them, or in none. A reference, no sum.
  test.each([
    "全国固定资产投资(不含农户)181317.6亿元,同比增长20.1%。31个省(区、市)固定资产投资合计190416.98亿元。",
    "全国固定资产投资181317.6亿元,31个省区市合计190416.98亿元。",
    "31个省(区、市)固定资产投资合计190416.98亿元,全国固定资产投资181317.6亿元。",
  ])("%s", (draft) => {
    expect(check(draft).claims.filter(({ verdict }) => verdict === "disagrees")).toEqual([]);
  });
});

describe("a table told in a line, with ranks in brackets and a note", () => {
  // 武汉 2018: 括号内数字为位次;"-"表示未设置目标.
  test("ranks and strokes are nothing that disagrees", () => {
    const draft =
      "规上工业增加值增速:临湖开发区12.3%(3)、青石开发区9.8%(7)、云岭开发区-1.2%(12)、北塘开发区-。注:括号内数字为位次;“-”表示未设置目标。";
    const { claims } = check(draft);
    expect(claims.filter(({ verdict }) => verdict === "disagrees")).toEqual([]);
    expect(claims.map(({ stated }) => stated)).toContain(-1.2);
  });
});

describe("a level, its increase and its growth, beside the plan of the year", () => {
  // 江门 2021 Q1.
  const DRAFT =
    "一季度,全市固定资产投资完成313.64亿元,较去年同期增长153.34亿元,同比增长95.66%,为年度计划(1015亿元)的30.90%,超时间进度5.90个百分点。";

  test("each follows from the others", () => {
    const said = check(DRAFT).claims.map(({ text, kind, verdict }) => `${text} ${kind} ${verdict}`);
    expect(said).toEqual([
      "153.34亿元 increase agrees",
      "95.66% growth agrees",
      "30.90% rate agrees",
      "5.90个百分点 pace agrees",
    ]);
  });

  test.each([
    ["30.90%", "39.00%"],
    ["5.90个", "9.50个"],
  ])("%s printed %s is told", (right, wrong) => {
    const draft = DRAFT.replace(right, wrong);
    const at = draft.indexOf(wrong);
    const own = check(draft).claims.filter(({ start, end }) => start <= at && at < end);
    expect(own.map(({ verdict }) => verdict)).toEqual(["disagrees"]);
  });
});

describe("a share of counts that is just between two percents", () => {
  // 吴江 2023: 23 of 40 is 57.5 %, rounded up.
  test.each([
    ["58%", "agrees"],
    ["57%", "disagrees"],
    ["85%", "disagrees"],
  ])("%s of 40, 23 in production, %s", (share, expected) => {
    expect(verdictsOf(`列入计划的40个项目中投产投用23个,投产率${share}。`, "rate")).toEqual([
      `${share} ${expected}`,
    ]);
    expect(verdictsOf(`40个重点项目中已有23个投产,占比${share}。`, "share")).toEqual([
      `${share} ${expected}`,
    ]);
  });
});

describe("half and nine tenths, in words of their own", () => {
  // 安庆 2018, as it stood: 半数 without 占比.
  const DRAFT =
    "全市218个工业项目,已有199个开工建设,占比已超过九成、达91.28%;其中,有118个竣工投产,投产项目已超过半数、达54.13%。";

  test("both agree with their counts", () => {
    expect(verdictsOf(DRAFT, "share")).toEqual([
      "九成 agrees",
      "91.28% agrees",
      "半数 agrees",
      "54.13% agrees",
    ]);
  });

  test.each([
    [DRAFT.replace("54.13", "51.43"), ["51.43% disagrees"]],
    [DRAFT.replace("91.28", "98.21"), ["98.21% disagrees"]],
    ["218个项目中,已有118个投产,超过半数。", []],
    ["218个项目中,已有98个投产,超过半数。", ["半数 disagrees"]],
    ["项目投产118个,超过半数。", []],
  ])("%s", (draft, wrong) => {
    expect(verdictsOf(draft, "share").filter((said) => said.endsWith("disagrees"))).toEqual(wrong);
    expect(check(draft).coverage.unclaimed.map(({ text }) => text)).not.toContain("半数");
  });
});

describe("how far a part pulls the whole", () => {
  test.each([
    ["上年工业投资占全市投资的42.5%,今年工业投资增长12.4%,拉动全市投资增长5.3个百分点。", "agrees"],
    [
      "上年工业投资占全市投资的42.5%,今年工业投资增长12.4%,拉动全市投资增长3.5个百分点。",
      "disagrees",
    ],
    ["工业投资同比增长12.4%,占全市投资的45.2%,拉动全市投资增长5.6个百分点。", "agrees"],
    // The share is of this year, and how the whole grew is not told: another base is no fault.
    ["工业投资同比增长12.4%,占全市投资的45.2%,拉动全市投资增长5.2个百分点。", "unverifiable"],
    [
      "固定资产投资同比增长8.2%。工业投资同比增长12.4%,占全市投资的45.2%,拉动全市投资增长5.4个百分点。",
      "agrees",
    ],
    ["工业投资同比下降12.4%,占全市投资的45.2%,下拉全市投资5.6个百分点。", "agrees"],
  ])("%s", (draft, expected) => {
    expect(verdictsOf(draft, "contribution").map((said) => said.split(" ")[1])).toEqual([expected]);
  });
});
