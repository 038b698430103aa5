import { normaliseText } from "../catalog/normalise.ts";

/** Heads of columns whose rows are kinds of things: industries, sizes, levels, sorts of projects. */
const CATEGORY_HEADS =
  /^(?:(?:行业|产业|项目|企业|问题|投资|资金|单位|登记注册|商品|货物|产品|资产|事故|案件|人员|学校|机构|用地|污染物)?(?:类别|类型|性质|门类|大类|分类|级别|种类)|(?:采购|招标|运输|出让|筹资|贸易)方式|险种|税种|品种|国家\(地区\)|来源地|三次产业|专业|专业类别|统计专业|行业领域|领域|业态|行业|行业名称|产业|产业名称|(?:主导|重点|支柱|优势|特色)(?:产业|行业)|产业链|产业集群|建设性质|经济类型|所有制|企业规模|规模|分组|组别|资金来源|按.{1,6}分|项目\(?按?.{0,4}分类\)?)$/u;

export function isCategoryHead(text: string): boolean {
  return CATEGORY_HEADS.test(normaliseText(text));
}

/** 在总计中:, 其中: over rows that are parts of the total, and not all of it. */
const OF_WHOLE = /^(?:在?(?:总计|合计|总数)中|其中):?$/u;

export function opensParts(group: string): boolean {
  return OF_WHOLE.test(normaliseText(group));
}

/** 二、按企业规模分: the rows under it make up the whole once more; 按主要行业分 need not. */
export function dividesWhole(group: string): boolean {
  const key = normaliseText(group);
  return /按.{1,10}分(?:组|类)?:?$/u.test(key) && !/主要|重点|部分/u.test(key);
}
