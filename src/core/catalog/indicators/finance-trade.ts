import { count, flow, stock, type IndicatorEntry } from "../define-indicator.ts";

/** Revenue, trade, capital from outside. Their growth is nominal: it can be recomputed from the base. */
export const FINANCE_AND_TRADE: readonly IndicatorEntry[] = [
  flow("public-budget-revenue", "一般公共预算收入", "亿元", [
    "地方一般公共预算收入",
    "财政收入",
    "公共预算收入",
    "公共财政预算收入",
    "地方级收入",
    "地方财政收入",
    "财政总收入",
    "一般预算收入",
  ]),
  flow("tax-revenue", "税收收入", "亿元", [
    "税收",
    "入库税收",
    "全口径税收",
    "税收总额",
    "税收总收入",
    "各项税收",
    "上缴税金",
    "入库税金",
  ]),
  flow(
    "retail-sales",
    "社会消费品零售总额",
    "亿元",
    ["社零", "社零总额", "社消零", "限上零售额", "限额以上消费品零售额", "限上社会消费品零售额"],
    {
      basis: "same-scope",
    }
  ),
  flow("foreign-trade", "进出口总额", "亿元", [
    "进出口",
    "外贸进出口总额",
    "外贸进出口",
    "货物进出口",
    "货物进出口总额",
    "进出口总值",
    "外贸总额",
  ]),
  flow("exports", "出口总额", "亿元", ["出口", "出口额", "外贸出口", "出口总值"], {
    partOf: "foreign-trade",
  }),
  flow("imports", "进口总额", "亿元", ["进口", "进口额", "外贸进口", "进口总值"], {
    partOf: "foreign-trade",
  }),
  flow("foreign-capital-used", "实际使用外资", "万美元", [
    "实际利用外资",
    "外资到位",
    "到资",
    "实际到位外资",
    "利用外资",
    "实际使用外资金额",
    "实际利用外资额",
  ]),
  flow("foreign-capital-contracted", "合同外资", "万美元", ["合同利用外资", "合同外资额"]),
  flow("domestic-capital", "到位资金", "亿元", [
    "招商引资到位资金",
    "招商引资实际到位资金",
    "省外资金",
    "省外到位资金",
    "内资到位",
    "市外到位",
    "市外到位资金",
    "实际到位资金",
    "实际到位",
    "招商引资",
  ]),
  stock("deposits", "金融机构存款余额", "亿元", ["存款余额", "各项存款余额"]),
  stock("loans", "金融机构贷款余额", "亿元", ["贷款余额", "各项贷款余额"]),
  flow("industry-fund", "产业基金招商", "亿元", ["产业基金", "基金招商"]),
  flow("provincial-zone-fund", "省级开发区发展建设专项资金", "万元", [
    "省级开发区专项资金",
    "发展建设专项资金",
    "专项资金",
    "争取资金",
  ]),
  count("employees", "从业人员", "人", [
    "期末从业人员",
    "从业人员期末人数",
    "从业人数",
    "就业人数",
    "新增就业",
    "城镇新增就业",
  ]),
];
