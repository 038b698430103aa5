import { count, rate, type IndicatorEntry } from "../define-indicator.ts";

/** Reform mechanisms, rectification, audit and supervision. All are counted things. */
export const REFORM_AND_SUPERVISION: readonly IndicatorEntry[] = [
  count("commitment-projects", "承诺制项目", "个", [
    "承诺制",
    "承诺制项目数",
    "企业投资项目承诺制",
    "承诺制改革项目",
  ]),
  count("agency-projects", "全代办项目", "个", ["领办代办项目", "代办项目", "全代办"]),
  count("agency-matters", "全代办事项", "项", [
    "代办事项",
    "领办代办事项",
    "领办代办",
    "代办服务事项",
  ]),
  count("regional-assessments", "区域评估", "项", ["区域评估事项", "区域评估项数", "完成区域评估"]),
  rate("assessment-rate", "区域评估完成率", "%", ["评估完成率"]),
  count("unified-services", "政府统一服务事项", "项", ["统一服务事项", "政府统一服务"]),
  count("delegated-matters", "赋权事项", "项", ["授权赋能事项", "授权赋能", "下放事项", "赋权"]),
  count("one-seal-matters", "一枚印章管审批事项", "项", ["一枚印章", "一枚印章管审批"]),
  count("land-start-projects", "拿地即开工项目", "个", ["拿地即开工", "四证同发项目", "四证同发"]),
  count("double-standard-projects", "双标集成项目", "个", ["双标集成"]),
  count("one-book-projects", "一本制项目", "个", ["一本制"]),
  count("in-zone-matters", "区内事区内办事项", "项", ["区内事区内办"]),
  count(
    "rectification-problems",
    "专项整治问题",
    "个",
    ["专项整治", "专项整治问题数", "整治问题"],
    { isLowerBetter: true }
  ),
  rate("rectification-rate", "整改完成率", "%", ["问题整改率", "整改率", "问题整改完成率"]),
  count("inspection-matters", "巡察整改事项", "项", [
    "巡察整改",
    "巡察反馈问题",
    "巡视整改事项",
    "巡察整改问题",
  ]),
  count("special-audit-problems", "专项审计问题", "个", ["专项审计", "专项审计发现问题"]),
  count("general-audit-problems", "综合审计问题", "个", ["综合审计", "综合审计发现问题"]),
  count("audit-problems", "审计问题", "个", ["审计发现问题", "审计整改问题"]),
  count("good-deeds", "办实事事项", "件", ["办实事", "办实事清单", "为民办实事"]),
  count("institutions-set", "建立制度", "项", ["建立制度数", "制度建设", "建章立制"]),
  count("unfinished-projects", "半拉子工程", "个", ["半拉子项目"], { isLowerBetter: true }),
  count("two-no-one-owe", "两不一欠", "个", ["两不一欠项目"], { isLowerBetter: true }),
  count("undelegated-powers", "放权不到位问题", "个", ["放权不到位"], { isLowerBetter: true }),
  count("supervisions", "督导", "次", ["督导次数", "开展督导"]),
  count("surveys", "调研", "个", ["调研次数", "调研项目", "开展调研"]),
  count("solved-problems", "协调解决问题", "个", [
    "推进解决问题",
    "推进解决",
    "协调解决",
    "解决问题",
  ]),
  count("province-coordinations", "赴省协调", "次", ["赴省协调次数"]),
];
