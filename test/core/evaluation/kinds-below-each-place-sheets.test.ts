import { describeOffices } from "../../support/office-sheets.ts";
import type { Office } from "../../support/office-sheets.ts";

const OFFICES: readonly Office[] = [
  {
    about: "the same kinds below each county, and below the city",
    sheet: `地区|企业数(户)|营业收入(亿元)
盐湖区|120|85.20
工业|50|60.10
服务业|70|25.10
临猗县|80|41.30
工业|35|30.20
服务业|45|11.10
万荣县|60|22.00
工业|20|15.00
服务业|40|7.00
全市|260|148.50
工业|105|105.30
服务业|155|43.20`,
    faults: [
      ["B3", "20"],
      ["C12", "135.30"],
      ["B11", "405"],
      ["C9", "45.00"],
    ],
  },
  {
    about: "one and the same part of each county",
    sheet: `地区|企业数(户)|营业收入(亿元)
盐湖区|120|85.20
其中:开发区|50|60.10
临猗县|80|41.30
其中:开发区|35|30.20
合计|200|126.50
其中:开发区|85|90.30`,
    faults: [
      ["B7", "58"],
      ["C3", "30.10"],
    ],
  },
];

describeOffices(OFFICES);
