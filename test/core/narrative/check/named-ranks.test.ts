import { describe, expect, test } from "@jest/globals";
import { readTables } from "../../../../src/core/index.ts";
import { checkDraft } from "../../../../src/core/narrative/check/index.ts";
import { bookOf } from "../../../support/grid.ts";
import { typed } from "../../../support/typed-sheet.ts";

const sheet = typed(
  "表",
  `运城市开发区2023年1-6月工业投资完成情况
     单位:亿元、%
     开发区|工业投资|同比增长
     运城|60.24|11.0
     河津|49|8.1
     永济|31.5|20.4
     闻喜|22.8|-3.2
     新绛|9.6|-7.8
     合计|173.14|9.7`
);
const tables = readTables(bookOf(sheet), { sheets: null }).flatMap((reading) => reading.tables);

function ranksOf(words: string): readonly string[] {
  return checkDraft({ draft: `1-6月,${words}`, tables })
    .claims.filter(({ kind, stated }) => kind === "rank" && stated === null)
    .map(({ text, verdict }) => `${text} ${verdict}`);
}

describe("places that are told by names alone, or in a word", () => {
  test.each([
    ["工业投资前三位的是{运城、河津、永济开发区}。", "agrees"],
    ["工业投资前三位的分别是{运城、河津、闻喜开发区}。", "disagrees"],
    ["工业投资居全市第一、二、三位的分别是{运城、河津、永济开发区}。", "agrees"],
    ["工业投资居全市第一、二、三位的分别是{运城、河津、闻喜开发区}。", "disagrees"],
    ["工业投资排名倒数第一位的是{新绛开发区}。", "agrees"],
    ["工业投资增速排名倒数第一位的是{闻喜开发区}。", "disagrees"],
    ["工业投资增速后两位的是{闻喜开发区、新绛开发区}。", "agrees"],
    ["工业投资增速最高的是{永济开发区},最低的是新绛开发区。", "agrees"],
    ["工业投资增速最低的是{闻喜开发区}。", "disagrees"],
    ["新绛开发区工业投资9.6亿元,居全市开发区{倒数第一位}。", "agrees"],
    ["闻喜开发区工业投资22.8亿元,居全市开发区{倒数第一位}。", "disagrees"],
    ["永济开发区工业投资增长20.4%,增速居全市开发区{第一位}。", "agrees"],
    ["河津开发区工业投资49亿元,居全市开发区{第一位}。", "disagrees"],
  ])("%s %s", (marked, verdict) => {
    const named = /\{(.*?)\}/u.exec(marked)?.[1] ?? "";
    expect(ranksOf(marked.replace(/[{}]/gu, ""))).toEqual([`${named} ${verdict}`]);
  });

  test.each([
    "工业投资增速全省前三位的是运城、河津、闻喜开发区。",
    "工业投资前三位的是运城、河津、绛县开发区。",
    "工业投资前三位的是运城、河津开发区。",
    "税收前三位的是运城、河津、闻喜开发区。",
    "闻喜开发区工业投资22.8亿元,居全市第一位。",
    "闻喜开发区工业投资22.8亿元,居全省开发区第一位。",
  ])("what the workbook does not rank is left alone: %s", (draft) => {
    expect(ranksOf(draft)).toEqual([]);
  });
});
