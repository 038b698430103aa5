import { describe, expect, test } from "@jest/globals";
import { readTables } from "../../../../src/core/index.ts";
import { checkDraft } from "../../../../src/core/narrative/check/index.ts";
import type { DraftCheck } from "../../../../src/core/narrative/check/index.ts";
import { bookOf } from "../../../support/grid.ts";
import { typed } from "../../../support/typed-sheet.ts";

/** A sheet as an office types it, and the text its statistician writes beside it; ⟦⟧ marks what a wrong digit must be told at. */
interface Written {
  readonly sheet: string;
  readonly text: string;
}

const WRITTEN: readonly (readonly [why: string, Written])[] = [
  [
    "zones listed behind 前三位的是, and a sentence that goes on with another zone",
    {
      sheet: `全市开发区2024年一季度主要经济指标完成情况
单位:亿元、%
开发区|规上工业总产值||固定资产投资||一般公共预算收入||
|完成|同比增长|完成|同比增长|完成|同比增长|占年度目标
甲河高新区|128.64|9.8|21.37|12.6|6.42|8.1|27.4
东岭经开区|96.35|4.2|15.82|-3.5|4.87|2.6|24.1
石湾开发区|54.18|15.7|9.46|20.3|2.15|14.9|29.8
柳泉开发区|38.92|-6.1|7.03|1.4|1.76|-4.3|21.5
南浦化工园|71.25|2.9|5.64|-11.2|3.08|0.7|25.6
合计|389.34|5.6|59.32|4.7|18.28|4.5|25.5`,
      text: "2024年一季度,全市开发区完成规上工业总产值⟦389.34⟧亿元,同比增长⟦5.6⟧%;完成固定资产投资⟦59.32⟧亿元,同比增长⟦4.7⟧%;完成一般公共预算收入⟦18.28⟧亿元,同比增长⟦4.5⟧%,占年度目标的⟦25.5⟧%。甲河高新区规上工业总产值⟦128.64⟧亿元,占全市开发区的⟦33.0⟧%,总量居第1位;石湾开发区增长⟦15.7⟧%,增速最快。固定资产投资方面,东岭经开区、南浦化工园分别下降⟦3.5⟧%和⟦11.2⟧%,其余3个开发区实现正增长;石湾开发区固定资产投资增速高于合计⟦15.6⟧个百分点。一般公共预算收入前三位的是甲河高新区、东岭经开区、南浦化工园,分别完成⟦6.42⟧亿元、⟦4.87⟧亿元、⟦3.08⟧亿元,三家合计⟦14.37⟧亿元。",
    },
  ],
  [
    "progress towards the year's task, and rates of zones listed in the clause before",
    {
      sheet: `2024年1-9月招商引资任务完成情况
县区|签约项目数(个)|协议投资额(亿元)|到位资金(亿元)|年度任务(亿元)|完成率(%)|开工项目(个)|开工率(%)
桥头县|42|186.5|68.3|85|80.4|31|73.8
临江区|37|142.7|52.6|70|75.1|29|78.4
北山县|28|98.4|31.9|50|63.8|17|60.7
清水区|51|213.8|79.4|95|83.6|40|78.4
云溪县|19|63.6|22.1|40|55.3|12|63.2
全市|177|705.0|254.3|340|74.8|129|72.9`,
      text: "1-9月,全市新签约项目⟦177⟧个,协议投资额⟦705.0⟧亿元,到位资金⟦254.3⟧亿元,完成年度任务340亿元的⟦74.8⟧%,落后序时进度0.2个百分点。已开工项目⟦129⟧个,开工率⟦72.9⟧%。清水区、桥头县、临江区完成率超过序时进度,分别为⟦83.6⟧%、⟦80.4⟧%、⟦75.1⟧%;云溪县到位资金⟦22.1⟧亿元,完成率仅⟦55.3⟧%,低于全市⟦19.5⟧个百分点。清水区签约项目⟦51⟧个,占全市的⟦28.8⟧%;到位资金⟦79.4⟧亿元,占全市的⟦31.2⟧%。",
    },
  ],
  [
    "years side by side",
    {
      sheet: `某县2019-2024年主要经济指标
指标|单位|2019年|2020年|2021年|2022年|2023年|2024年
地区生产总值|亿元|186.4|193.7|212.5|228.9|243.6|258.1
规上工业总产值|亿元|312.8|326.5|378.9|412.6|448.3|486.7
固定资产投资|亿元|98.6|104.2|116.7|128.4|137.9|146.2
一般公共预算收入|万元|86420|88975|97630|101280|109540|116870
进出口总额|万美元|15230|14860|18940|21360|20870|23450
规上企业户数|户|142|148|163|179|191|206`,
      text: "2024年,全县规上工业总产值⟦486.7⟧亿元,比上年增长8.6%;固定资产投资⟦146.2⟧亿元,比上年增加8.3亿元;一般公共预算收入⟦11.69⟧亿元,比上年增收⟦7330⟧万元,增长⟦6.7⟧%;进出口总额⟦2.35⟧亿美元,比上年增长⟦12.4⟧%;规上企业⟦206⟧户,净增⟦15⟧户。五年来,规上工业总产值由2019年的⟦312.8⟧亿元增加到2024年的486.7亿元,年均增长9.2%;一般公共预算收入从2019年的⟦8.64⟧亿元增加到⟦11.69⟧亿元,增长⟦35.2⟧%,年均增长6.2%;规上企业由142户发展到206户,增加⟦64⟧户。",
    },
  ],
  [
    "a month in passing, in a sheet of the month and the months so far",
    {
      sheet: `经开区2024年1-8月主要指标
指标名称|单位|本月|累计|上年同期|同比增长%
工业总产值|万元|286540|2147830|1968420|9.1
工业增加值|万元|—|—|—|7.8
工业用电量|万千瓦时|8642|65380|61720|5.9
固定资产投资|万元|42180|318640|296350|7.5
其中:工业投资|万元|28750|214360|187240|14.5
税收收入|万元|11240|98760|94380|4.6
实际利用外资|万美元|860|5420|4980|8.8
新增规上企业|家|2|13|9|44.4`,
      text: "1-8月,经开区工业总产值完成⟦214.78⟧亿元,同比增长⟦9.1⟧%,8月当月完成⟦28.65⟧亿元;工业增加值增长⟦7.8⟧%。工业用电量⟦6.54⟧亿千瓦时,较上年同期增加⟦3660⟧万千瓦时,增长⟦5.9⟧%。固定资产投资⟦31.86⟧亿元,增长⟦7.5⟧%,其中工业投资⟦21.44⟧亿元,增长⟦14.5⟧%,占固定资产投资的⟦67.3⟧%,增速快于固定资产投资⟦7.0⟧个百分点。税收收入⟦9.88⟧亿元,同比增收⟦0.44⟧亿元;实际利用外资⟦5420⟧万美元,增长⟦8.8⟧%;新增规上企业⟦13⟧家,比上年同期多⟦4⟧家。",
    },
  ],
  [
    "targets of all of them behind a zone of its own",
    {
      sheet: `2024年上半年开发区目标完成情况表
开发区|营业收入(亿元)|||工业投资增速(%)|||新增规上企业(家)||
|目标|完成|完成率|目标|实际|是否完成|目标|完成|完成率
甲区|520|287.4|55.3%|12|14.6|是|20|12|60.0%
乙区|380|183.6|48.3%|10|7.2|否|15|9|60.0%
丙区|260|139.8|53.8%|15|18.9|是|10|6|60.0%
丁区|150|71.3|47.5%|12|12.4|是|8|3|37.5%
合计|1310|682.1|52.1%|—|—|—|53|30|56.6%`,
      text: "上半年,全市开发区营业收入完成⟦682.1⟧亿元,完成年度目标1310亿元的⟦52.1⟧%,其中甲区⟦287.4⟧亿元,完成率⟦55.3⟧%,丙区⟦139.8⟧亿元,完成率⟦53.8⟧%,均超过序时进度;乙区、丁区完成率分别为⟦48.3⟧%、⟦47.5⟧%,低于序时进度。工业投资增速甲区⟦14.6⟧%、丙区⟦18.9⟧%、丁区⟦12.4⟧%,均完成目标;乙区增长⟦7.2⟧%,未完成10%的目标,差⟦2.8⟧个百分点。新增规上企业⟦30⟧家,完成年度目标53家的⟦56.6⟧%,丁区新增⟦3⟧家,完成率仅⟦37.5⟧%。",
    },
  ],
];

describe.each(WRITTEN)("a text of the statistician's own beside the sheet: %s", (_, written) => {
  const tables = readTables(bookOf(typed("表", written.sheet)), { sheets: null }).flatMap(
    ({ tables: found }) => found
  );
  const check = (draft: string): DraftCheck => checkDraft({ draft, tables });
  const parts = written.text.split(/[⟦⟧]/u);

  test("nothing in it is false, and nothing is left unclaimed", () => {
    const { claims, coverage } = check(parts.join(""));
    expect(claims.filter(({ verdict }) => verdict === "disagrees")).toEqual([]);
    expect(coverage.unclaimed).toEqual([]);
  });

  test("a wrong first or last digit is told at its number", () => {
    const missed: string[] = [];
    parts.forEach((part, place) => {
      if (place % 2 === 0) return;
      const start = parts.slice(0, place).join("").length;
      const digits = part.search(/\d/u);
      const last = part.length - 1;
      for (const at of new Set([digits, last])) {
        const digit = (Number(part.charAt(at)) + (at === digits ? 1 : 4)) % 10;
        const wrong = `${part.slice(0, at)}${String(digit)}${part.slice(at + 1)}`;
        const draft = [...parts.slice(0, place), wrong, ...parts.slice(place + 1)].join("");
        const isTold = check(draft).claims.some(
          (claim) =>
            claim.start <= start &&
            claim.end > start &&
            (claim.verdict === "disagrees" || claim.verdict === "within-rounding")
        );
        if (!isTold) missed.push(`${part} → ${wrong}`);
      }
    });
    expect(missed).toEqual([]);
  });
});
