import { count, flow, rate, stock, type IndicatorEntry } from "../define-indicator.ts";

/** The three batches (签约 · 开工 · 投产), other projects, and the rates whose basis each office declares for itself. */
export const PROJECTS: readonly IndicatorEntry[] = [
  count(
    "signed-projects",
    "签约项目",
    "个",
    [
      "签约一批",
      "签约项目数",
      "签约项目个数",
      "集中签约",
      "集中签约项目",
      "签约项目(个)",
      "新签约项目",
    ],
    { weak: ["签约"] }
  ),
  stock("signed-projects-investment", "签约项目总投资", "亿元", [
    "签约一批总投资",
    "签约总投资",
    "签约项目投资额",
    "签约金额",
    "协议投资",
    "协议投资额",
    "合同金额",
  ]),
  stock("signed-projects-expected-output", "签约项目预计年产值", "亿元", ["签约一批预计年产值"]),
  count("performed-projects", "履约项目", "个", [
    "履约数",
    "履约个数",
    "履约项目数",
    "履约项目个数",
    "签约项目履约数",
  ]),
  count("started-projects", "开工项目", "个", [
    "开工一批",
    "开工项目数",
    "开工项目个数",
    "新开工项目",
    "集中开工",
    "集中开工项目",
    "新开工项目数",
  ]),
  stock("started-projects-investment", "开工项目总投资", "亿元", [
    "开工一批总投资",
    "开工总投资",
    "新开工项目总投资",
  ]),
  flow("started-projects-completed", "开工项目已完成投资", "亿元", [
    "开工一批已完成投资",
    "开工项目完成投资",
  ]),
  count("producing-projects", "投产项目", "个", [
    "投产一批",
    "投产项目数",
    "投产项目个数",
    "集中投产",
    "集中投产项目",
    "竣工投产项目",
  ]),
  count("full-output-projects", "达效项目", "个", [
    "达效数",
    "达效个数",
    "达效项目数",
    "达效项目个数",
    "达产达效项目",
    "达产项目",
    "达产项目数",
  ]),
  stock("producing-projects-investment", "投产项目总投资", "亿元", [
    "投产一批总投资",
    "投产总投资",
  ]),
  stock("producing-projects-expected-output", "投产项目预计年产值", "亿元", ["投产一批预计年产值"]),
  count("three-batches", "三个一批项目", "个", ["三个一批", "“三个一批”项目", "“三个一批”"]),
  count("industry-projects", "产业类项目", "个", ["产业项目", "产业类项目数"]),
  stock("industry-projects-investment", "产业类项目总投资", "亿元", [
    "产业类总投资",
    "产业项目总投资",
  ]),
  count("registered-projects", "入库项目", "个", ["入库项目数", "新入库项目"]),
  count("large-projects", "亿元以上项目", "个", ["亿元以上项目数", "亿元项目"]),
  count("technical-renovation-projects", "工业技改项目", "个", [
    "技改项目",
    "工业技改项目数",
    "技术改造项目",
  ]),
  stock("technical-renovation-total", "工业技改项目总投资", "亿元", ["技改项目总投资"]),
  count("strategic-signed-projects", "签约战新项目", "个", ["战新签约项目", "战新项目签约"], {
    partOf: "signed-projects",
  }),
  count("strategic-started-projects", "开工战新项目", "个", ["战新开工项目", "战新项目开工"], {
    partOf: "started-projects",
  }),
  count("strategic-producing-projects", "投产战新项目", "个", ["战新投产项目", "战新项目投产"], {
    partOf: "producing-projects",
  }),
  count("strategic-projects", "战新项目", "个", ["战略性新兴产业项目", "战新产业项目"]),
  count("contacted-projects", "对接项目", "个", ["对接洽谈项目", "洽谈项目", "在谈项目", "对接"]),
  count("intended-projects", "意向项目", "个", [
    "意向签约项目",
    "达成意向项目",
    "意向",
    "签约意向项目",
  ]),
  count("landed-projects", "签约落地项目", "个", [
    "落地项目",
    "落地开工项目",
    "落地开工",
    "签约落地",
    "落地",
  ]),
  count("same-year-started-projects", "当年签约当年开工项目", "个", ["当年签约当年开工"]),
  count("chain-investment-projects", "产业链招商项目", "个", ["产业链招商"]),
  stock("project-total-investment", "项目总投资", "亿元", [
    "总投资",
    "计划总投资",
    "概算总投资",
    "总投资额",
  ]),
  flow("project-completed-investment", "项目已完成投资", "亿元", [
    "已完成投资",
    "自开工累计完成投资",
    "自开工累计",
  ]),
  stock("project-expected-output", "项目预计年产值", "亿元", [
    "预计年产值",
    "达产后产值",
    "达产后年产值",
  ]),
  rate("signing-rate", "签约率", "%", ["项目签约率", "履约率", "合同履约率"]),
  rate("starting-rate", "开工率", "%", ["签约项目开工率", "项目开工率"]),
  rate("resuming-rate", "开复工率", "%", ["复工率", "项目开复工率"]),
  rate("producing-rate", "投产率", "%", [
    "开工项目投产率",
    "项目投产率",
    "投产投用率",
    "竣工率",
    "竣工投产率",
  ]),
  rate("full-output-rate", "达效率", "%", [
    "产业类项目达效率",
    "投产项目达效率",
    "项目达效率",
    "达产率",
    "达产达效率",
  ]),
  rate("funding-rate", "资金到位率", "%", ["到位率"]),
];

/** Rates whose numerator and denominator each office declares for itself: their level is read as the measure `rate`. */
export const RATES_WITH_BASIS: ReadonlySet<string> = new Set([
  "signing-rate",
  "starting-rate",
  "resuming-rate",
  "producing-rate",
  "full-output-rate",
  "funding-rate",
  "standard-factory-use-rate",
  "assessment-rate",
  "rectification-rate",
]);
