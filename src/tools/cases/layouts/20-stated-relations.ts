import type { CaseCell, LayoutCase } from "../case.ts";

const LINES: readonly (readonly [name: string, code: string, now: CaseCell, before: CaseCell])[] = [
  ["一、工业总产值", "01", "=ROUND(D9+D10,0)", "=ROUND(E9+E10,0)"],
  ["轻工业", "02", 213046, 199387],
  ["重工业", "03", 310552, 282064],
  ["其中:采矿业", "04", 48217, 51930],
  ["二、工业销售产值", "05", 508834, 470216],
  ["其中:出口交货值", "06", 31084, 40275],
];

const rows: readonly (readonly CaseCell[])[] = [
  ["工业企业生产情况"],
  [null, null, null, "表　　号:忻开统102表"],
  [null, null, null, "制定机关:忻州市统计局"],
  [null, null, null, "批准文号:国统字〔2022〕5号"],
  ["填报单位:忻州经济开发区", null, "2023年1—6月", "有效期至:2024年1月", "单位:万元"],
  ["指标名称", "计量单位", "代码", "本期", "上年同期"],
  ["甲", "乙", "丙", "1", "2"],
  ...LINES.map(([name, code, now, before]): readonly CaseCell[] => [
    name,
    "万元",
    code,
    now,
    before,
  ]),
  ["单位负责人:王某", null, "统计负责人:李某", null, "填表人:张某"],
  ["联系电话:0350-3030303", null, null, "报出日期:2023年7月10日"],
  ["说明:1.本表由开发区内规模以上工业企业填报。"],
  ["     2.审核关系:(1)01=02+03;(2)04≤03;(3)06≤05;(4)表间关系:01=101表08。"],
];

/** Layout 20: a statutory form whose foot states what its lines must add up to. */
export const statedRelations: LayoutCase = {
  name: "20-stated-relations",
  layout:
    "a statutory form: its block of numbers and terms at the top right, numbered lines, and 审核关系 at the foot",
  sheets: [{ name: "102表", rows, merges: ["A1:E1"], formats: [["D8:E13", "0"]] }],
  tables: [
    {
      sheet: "102表",
      range: "A6:E13",
      orientation: "indicators-in-rows",
      period: "2023-01..06",
      zones: ["忻州经济开发区"],
      indicators: ["规上工业总产值", "轻工业", "重工业", "采矿业", "工业销售产值", "出口交货值"],
      data: ["D8:E13"],
    },
  ],
  // The other table is in another book.
  unrecognised: ["102表!A17 relation-between-tables 表间关系:01=101表08"],
  faults: [
    {
      cell: "E8",
      value: 418451,
      why: "199387 and 282064 make 481451; the total was typed with two digits swapped",
      findings: [{ cell: "E8", code: "sum-mismatch", severity: "error" }],
    },
    {
      cell: "D13",
      value: 531084,
      why: "a part of the sales (06) above the sales themselves (05)",
      findings: [{ cell: "D13", code: "order-violation", severity: "error" }],
    },
  ],
};
