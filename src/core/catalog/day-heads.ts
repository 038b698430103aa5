/** 计划竣工时间, 拟开工日期, 开竣工年月: the columns of days beside a project. */
const DAY =
  /(?:开工|竣工|投产|完工|建成|动工|签约|入库|达产|达效|批复|备案|核准|成立|认定|投用|投运|试产|试生产|开复工|土地摘牌|出让|供地)(?:的|\([^()]*\))?(?:时间|日期|时限|年月|年份)(?:\([^()]*\))?$/u;

/** Whether a normalised head is that of a column of days. */
export function isDayHead(key: string): boolean {
  return DAY.test(key);
}
