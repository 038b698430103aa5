import { describe, expect, test } from "@jest/globals";
import type { Book } from "../../../../src/core/index.ts";
import { checkAgainstBook, composeBook } from "../../../../src/core/narrative/narrator/index.ts";
import { bookOf } from "../../../support/grid.ts";
import { typed } from "../../../support/typed-sheet.ts";
import { styleNamed } from "./books.ts";

const TABLE = typed(
  "经济指标",
  `运城市开发区2023年1-6月主要经济指标完成情况表
   单位:亿元、%
   开发区|工业投资|同比增长|规上工业增加值|同比增长
   运城开发区|30.12|12.1|80.5|17.2
   河津开发区|20.5|16.4|60.25|15.5
   永济开发区|10.01|-4.5|20|9.1
   绛县开发区|5.5|3|11.2|8.8
   合计|66.13|9.7|171.95|13.97`
);

const RULES_SHEET = typed(
  "目标规则",
  `指标|口径|适用|目标值|来源
   工业投资|同比增速|全部|17%|省定
   工业投资|同比增速|河津|16%|省定
   规上工业增加值|同比增速|全部|河津15%、绛县14%、其余16%|省定`
);

const RULES_FILE = {
  name: "目标.json",
  text: JSON.stringify({
    schema: "zone-check/rules@1",
    name: "2023年省定目标",
    rules: [
      {
        indicator: "工业投资",
        measure: "growth",
        comparison: "at-least",
        value: 18,
        unit: "%",
        standing: "省定",
        except: [{ zone: "绛县", value: 17 }],
      },
    ],
  }),
};

type RulesFile = typeof RULES_FILE | null;

function composedText(book: Book, rulesFile: RulesFile): string {
  const result = composeBook({ book, rulesFile, style: styleNamed("运城"), earlier: null });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.composition.text;
}

function wrongIn(draft: string, book: Book, rulesFile: RulesFile): readonly string[] {
  const checked = checkAgainstBook({ draft, book, rulesFile });
  if (!checked.ok) throw new Error(JSON.stringify(checked.failure));
  const { claims, coverage } = checked.value;
  return [
    ...claims
      .filter(({ verdict }) => verdict !== "agrees")
      .map(({ text, kind, verdict }) => `${text} ${kind} ${verdict}`),
    ...coverage.unclaimed.map(({ text }) => `${text} unclaimed`),
  ];
}

const SHEET_TEXT =
  "未达到省定17%目标值(河津开发区16%、其余开发区17%)|" +
  "未达到省定16%目标值(河津开发区15%、绛县开发区14%、其余开发区16%)";

describe("exceptions from the 目标规则 sheet", () => {
  const book = bookOf(TABLE, RULES_SHEET);

  test("stand in the composed text", () => {
    const said = composedText(book, null)
      .match(/未?达到[^;。]*/gu)
      ?.join("|");
    expect(said).toBe(SHEET_TEXT);
  });

  test("and are what its draft is held against", () => {
    const text = composedText(book, null);
    expect(wrongIn(text, book, null)).toEqual([]);
    expect(wrongIn(text.replace("河津开发区16%", "河津开发区15%"), book, null)).toEqual([
      "15% target disagrees",
    ]);
    expect(wrongIn(text.replace("其余开发区17%", "其余开发区16%"), book, null)).toEqual([
      "16% target disagrees",
    ]);
    expect(wrongIn(text.replace("未达到省定17%", "达到省定17%"), book, null)).toEqual([
      "17% verdict disagrees",
    ]);
  });
});

describe("exceptions from a rules file", () => {
  const book = bookOf(TABLE, RULES_SHEET);

  test("go before those of the sheet, in the text and in its check", () => {
    const text = composedText(book, RULES_FILE);
    expect(text).toContain("未达到省定18%目标值(绛县开发区17%、其余开发区18%)");
    expect(wrongIn(text, book, RULES_FILE)).toEqual([]);
    // Without the file the sheet's are in force: 17, for 绛县 too.
    expect(wrongIn(text, book, null)).toEqual(["18% target disagrees", "18% target disagrees"]);
  });

  test("name the file where a target does not agree", () => {
    const text = composedText(book, RULES_FILE).replace("绛县开发区17%", "绛县开发区16%");
    const checked = checkAgainstBook({ draft: text, book, rulesFile: RULES_FILE });
    const wrong = checked.ok
      ? checked.value.claims.filter(({ verdict }) => verdict === "disagrees")
      : [];
    expect(wrong.map(({ text: number, from }) => [number, ...from])).toEqual([
      ["16%", "目标.json rules[0]"],
    ]);
  });

  test("that cannot be read are a failure of the check, as of a validation", () => {
    const rulesFile = { name: "目标.json", text: "{" };
    const checked = checkAgainstBook({ draft: "1-6月增长3%。", book, rulesFile });
    expect(checked.ok ? null : checked.failure.code).toBe("rules-invalid");
  });
});

test("rules beat the target column they differ from", () => {
  const table = typed(
    "经济指标",
    `运城市开发区2023年1-6月工业投资完成情况表
     单位:亿元、%
     开发区|工业投资|同比增长|省定目标
     运城开发区|30.12|12.1|17
     河津开发区|20.5|16.4|17
     永济开发区|10.01|-4.5|17
     绛县开发区|5.5|3|17
     合计|66.13|9.7|17`
  );
  const book = bookOf(table, RULES_SHEET);
  const text = composedText(book, null);
  expect(text).toContain("未达到省定17%目标值(河津开发区16%、其余开发区17%)");
  expect(wrongIn(text, book, null)).toEqual([]);
});
