import { describe, expect, test } from "@jest/globals";
import { recogniseMeasure } from "../../../src/core/index.ts";
import { readHeader } from "./read-header.ts";

/** Every word forms print over a column, by the measure it names. */
const WORDS: readonly (readonly [measure: string, words: string])[] = [
  [
    "actual",
    "完成 完成额 完成数 完成值 完成情况 实际完成 累计完成 累计 累计数 本年累计 年累计 本月止累计 本月累计 自年初累计 年初至今 1-本月 截至本月 本期 本期数 本期实际 报告期 报告期数 当期 本年 本年数 今年 今年完成 当年 当年完成 当年完成投资",
  ],
  [
    "actual",
    "绝对量 绝对额 绝对数 绝对值 总量 总额 总值 数量 数额 金额 实绩 实际数 实现 指标值 数值 现状值 本期值 规模",
  ],
  ["actual", "期末 期末数 期末实有 实有 月末 季末 年末 余额 存量 累计达到 在册 现有 预计完成"],
  ["actual-month", "本月 当月 单月 本月完成 当月实际 本季 当季"],
  [
    "prior",
    "上年同期 去年同期 同期 同期数 上年同期数 上年同期累计 上年同期完成 同期完成 上年 去年 上年数 上年实际 基数 基期 基期数 上年基数 同比基数 同口径上年数 可比基数 上年同期(调整数) 上年同期（修订数） 上年同期(同口径)",
  ],
  ["prior-year", "上年全年 去年全年 上年度 上年完成数(全年)"],
  ["previous", "上月 上期 上季 上月累计 上次 前期"],
  ["opening", "年初 年初数 期初 上年末 去年底"],
  [
    "growth",
    "同比 同比% 同比(%) 同比增长 同比增速 同比增幅 同比增减 同比增减% 同比± 同比±% ±% 增速 增长 增长% 增长率 增长速度 增幅 涨幅 增减% 增减率 增减幅度 增(减)% 增减(%) 比上年同期增长 比上年同期增减 比去年同期± 比同期 较同期 较上年同期 与上年同期比 比增 年增 按年增长",
  ],
  ["growth", "累计增速 累计同比 速度 名义增速 实际增速 可比增速 可比价增速 同口径增长"],
  ["fall", "降幅 下降% 下降率 降低率 同比下降(%) 降低"],
  ["growth-other", "环比 环比增长 比上月 较上月 比上季 两年平均 两年平均增长 年均增长 年均增速"],
  ["growth-other", "比2021年同期 较2019年同期 比2021年同期增长%"],
  [
    "increase",
    "增减额 增减量 增加额 增量 净增 净增加 净增额 增收 同比增加 多完成 比年初增加 较年初±",
  ],
  ["rate-change", "增速较上月± 增速变化 回落/加快 较一季度 比重变化 占比提高 比重较上年同期±"],
  [
    "share",
    "占比 占比% 比重 所占比重 占 占全市 占全市% 占全市比重 占市 占全省 占全省开发区 占工业投资比重 占规上工业 占GDP比重 占总量 份额 构成 构成% 结构",
  ],
  [
    "target",
    "目标 目标值 目标数 年度目标 全年目标 年目标 目标任务 任务 任务数 年度任务 全年任务 下达任务 下达数 计划 计划数 计划值 年度计划 全年计划 年计划 年度计划投资 考核目标 考核目标值 考核值 省定 省定目标 省初定 省下达 省考核 市定 市下达 市考核",
  ],
  [
    "target",
    "责任目标 责任书目标 责任状 预期目标 预期值 约束性指标 底线目标 保底 必保 确保目标 力争目标 奋斗目标 挑战目标 自加压 自定",
  ],
  ["target-part", "半年目标 上半年目标 上半年计划 序时目标 时序目标 阶段目标 应完成 序时应完成"],
  [
    "attainment",
    "完成率 完成% 完成比例 完成比 完成年度目标% 完成目标% 目标完成率 任务完成率 计划完成率 占年度目标% 占年计划% 占计划% 为年计划% 为任务% 完成进度 进度 进度% 达成率 兑现率 投资完成率",
  ],
  ["pace", "序时进度 时序进度 时间进度 均衡进度 时间过半"],
  [
    "pace-difference",
    "超序时 超(欠)序时 超欠进度 与序时进度差 比序时± 快(慢)于序时 滞后 欠进度 超进度",
  ],
  [
    "gap",
    "差距 与目标差距 距目标 距目标差 缺口 欠 超欠 超额 差额 差值 比目标± 高(低)于目标 未完成数",
  ],
  [
    "difference",
    "与全市比 比全市± 较全市 高(低)于全市 与全市平均差 与全省开发区比 高于全省(百分点)",
  ],
  [
    "rank",
    "位次 排位 排名 名次 排序 次序 座次 位 增速位次 总量位次 绝对量位次 全市位次 全省位次 全省排名 分类排名",
  ],
  ["rank-change", "位次变化 名次变化 较上月位次 升降 进(退)位"],
  ["verdict", "是否达标 达标情况 是否完成 是否达到目标 完成与否 是否达序时 评价 预警 亮灯 状态"],
  ["done", "已完成 完成整改 销号 已开工 已投产 已达效 已入统"],
  ["remaining", "剩余 余 未完成 尚未完成 正在推进 待完成 结转 未销号"],
  ["needed", "下半年需完成 后几个月需 月均需 需增长 倒推增速"],
  ["score", "权重 权数 分值 标准分 得分 加分 减分 扣分 综合得分 总分 系数"],
];
/** Words that are a period, or say their measure only with their unit: the form around them decides. */
const IN_A_FORM: readonly (readonly [measure: string, words: string])[] = [
  ["actual", "上半年 6月末 快报数 定案数 反馈数 修订数 年报数"],
  ["actual-month", "6月 6月份 6月当月 二季度当季"],
  ["prior", "上年1-6月 2022年1-6月 2022年上半年 2022年同期"],
  ["prior-year", "2022年(全年) 2022年全年"],
  ["previous", "1-5月 一季度"],
  ["increase", "增加(亿元) 同比增减(亿元) 增幅(亿元)"],
  ["rate-change", "比上月增减(百分点)"],
  ["target-part", "6月底目标"],
];
const NOT_A_MEASURE =
  "序号 编号 代码 指标代码 行次 栏次 类别 级别 所属县(市、区) 市别 备注 说明 数据来源 口径 责任单位 牵头单位 责任人 联系人 电话 形象进度 存在问题 开工时间 竣工时间 完成时限";

/** Growth of one month has a name of its own where its period is told apart; it is no growth of the months so far either way. */
function answers(
  words: string,
  read: (word: string) => string | undefined
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(words.split(" ").map((word) => [word, read(word)]));
}

function all(words: string, measure: string): Readonly<Record<string, string>> {
  return Object.fromEntries(words.split(" ").map((word) => [word, measure]));
}

/** The measure of a line like 工业投资 growth (%). */
function measureIn(line: string): string {
  return /^(?:工业投资|总分) ([a-z-]+)/u.exec(line)?.[1] ?? line;
}

describe("words over a column", () => {
  test.each(WORDS)("%s of itself: %s", (measure, words) => {
    expect(answers(words, (word) => recogniseMeasure(word))).toEqual(all(words, measure));
  });

  test.each([...WORDS, ...IN_A_FORM])(
    "%s under a head that names the indicator: %s",
    (measure, words) => {
      const read = (word: string): string => measureIn(readHeader(["工业投资", word]));
      expect(answers(words, read)).toEqual(all(words, measure));
    }
  );

  test.each([...WORDS, ...IN_A_FORM])("%s glued to the indicator's name: %s", (measure, words) => {
    const read = (word: string): string =>
      measureIn(readHeader([`工业投资${word}`], [measure === "actual" ? "税收收入" : "工业投资"]));
    expect(answers(words, read)).toEqual(all(words, measure));
  });

  test.each([...WORDS, ...IN_A_FORM])("%s with blanks, breaks and marks: %s", (measure, words) => {
    const dress = (word: string): string => `${Array.from(word).join(" ").replace(" ", "\n")}①※`;
    const read = (word: string): string => measureIn(readHeader(["工业　投资", dress(word)]));
    expect(answers(words, read)).toEqual(all(words, measure));
  });

  test("words that are no measure hold none, and their columns are left alone", () => {
    expect(answers(NOT_A_MEASURE, (word) => recogniseMeasure(word))).toEqual(
      answers(NOT_A_MEASURE, () => undefined)
    );
    expect(answers(NOT_A_MEASURE, (word) => readHeader(["工业投资", word]))).toEqual(
      all(NOT_A_MEASURE, "left alone")
    );
  });
});
