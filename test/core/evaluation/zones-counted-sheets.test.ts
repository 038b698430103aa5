import { describeOffices } from "../../support/office-sheets.ts";
import type { Office } from "../../support/office-sheets.ts";

const OFFICES: readonly Office[] = [
  {
    about: "how many zones of each kind, and all of them in the name of the total",
    sheet: `类别|开发区个数|工业投资(亿元)|同比%|规上工业企业(户)
工业类开发区|10|98.20|-15.3|410
农业类开发区|2|6.04|3.2|22
文旅类开发区|1|5.00|1.1|3
合计(13个开发区)|13|109.24|-13.5|435`,
    faults: [
      ["B3", "5"],
      ["C5", "409.24"],
    ],
  },
  {
    about: "levels that say how many zones they are of, and nothing but these",
    sheet: `开发区|工业投资(亿元)|企业数(户)
国家级开发区(3个)|88.20|310
省级开发区(9个)|110.05|520
12个开发区合计|198.25|830`,
    faults: [
      ["B2", "58.20"],
      ["C4", "530"],
    ],
  },
  {
    about: "the zones of each city, and all of them in the name of the total",
    sheet: `2023年上半年全省开发区主要指标汇总表
市|开发区个数(个)|工业投资(亿元)|从业人员(人)
太原市|6|120.50|52000
大同市|8|85.20|31000
运城市|12|109.24|45600
晋城市|7|62.80|38200
合计(33个开发区)|33|377.74|166800`,
    faults: [
      ["B5", "42"],
      ["D7", "466800"],
    ],
  },
];

describeOffices(OFFICES);
