import { describeOffices } from "../../support/office-sheets.ts";
import type { Office } from "../../support/office-sheets.ts";

const OFFICES: readonly Office[] = [
  {
    about: "columns of words under heads that nobody knows",
    sheet: `开发区|首席服务员|对接院校|特色产业方向|服务专班|工业投资(亿元)|用地手续办理情况|包联领导
河津经济技术开发区|张三|太原理工大学|铝|一组|12.50|已批复|市长
永济经济技术开发区|李四|山西大学|电机|二组|8.30|组卷中|副市长
闻喜经济技术开发区|王五|中北大学|镁|三组|9.10|已上报|秘书长`,
    faults: [["F3", "'8.30"]],
  },
  {
    about: "words with numbers in them are no values",
    sheet: `开发区|产业链|链主企业及产值|工业投资(亿元)|主要做法|计划开工时间
河津经济技术开发区|铝产业链|山西铝业,产值35亿元|12.50|建立"1+3"机制|2023年9月
永济经济技术开发区|电机产业链|电机公司,产值20亿元|8.30|实行周调度|2023年10月
闻喜经济技术开发区|镁产业链|镁业公司,产值12亿元|9.10|专班推进|已开工`,
    faults: [["D3", "约8.30"]],
  },
  {
    about: "indicators down, with columns of words behind their numbers",
    sheet: `2023年1-6月主要指标
指标|单位|完成|增长%|责任科室|主要举措|完成时限
工业投资|亿元|12.50|13.6|经发局|"双周调度"推进12个项目|12月底前
固定资产投资|亿元|22.50|12.5|经发局|加快入库|12月底前
税收收入|万元|5250|5.0|财政局|强化征管|全年`,
    faults: [["C4", "约22"]],
  },
  {
    about: "what a zone is, in words and numbers by turns",
    sheet: `河津经济技术开发区基本情况表
指标|单位|数值
批准时间||2006年3月
主导产业||铝深加工
规划面积|平方公里|28.6
工业投资|亿元|12.50
规上工业企业|户|35
龙头企业||某铝业集团
管委会主任||张某
联系电话||0359-5021234`,
    faults: [["C6", "约12"]],
  },
  {
    about: "the same for zones across",
    sheet: `指标|单位|河津|永济|闻喜
批准时间|年|2006|2001|2010
主导产业||铝|电机|镁
级别||省级|省级|省级
工业投资|亿元|12.50|8.30|9.10
规上工业企业|户|35|22|18
龙头企业||山西铝业|电机公司|银光镁业`,
    faults: [["D5", "约8"]],
  },
  {
    about: "months down, zones across, and a column for who looked at it",
    sheet: `月份|河津|永济|合计|备注|审核人意见
1月|12.00|8.00|20.00|含技改|同意
2月|13.00|9.00|22.00||同意
3月|14.00|9.50|23.50|剔除2户|同意`,
    faults: [["D3", "29.00"]],
  },
];

describeOffices(OFFICES);
