import { describe, expect, test } from "@jest/globals";
import { formatFailure, parseArea } from "../../../../src/core/index.ts";
import { formatComposeNote } from "../../../../src/core/narrative/compose/index.ts";
import type { ComposeNote } from "../../../../src/core/narrative/compose/index.ts";

const at = (...cells: readonly string[]) =>
  cells.map((cell) => ({
    sheet: "经济指标",
    area: parseArea(cell) ?? { row: 0, column: 0, rows: 1, columns: 1 },
  }));

describe("a note of the composer", () => {
  test.each<[ComposeNote, string, string]>([
    [
      {
        code: "left-out",
        clause: "growth",
        indicator: "工业投资",
        reason: "blank",
        cells: at("E16"),
      },
      "工业投资:没有写同比——单元格为空(经济指标!E16)",
      "工业投资: the growth is left out: the cell is blank (经济指标!E16)",
    ],
    [
      {
        code: "left-out",
        clause: "target",
        indicator: "固投",
        reason: "members-missing",
        cells: at("A1", "A2", "A3", "A4", "A5", "A6"),
      },
      "固投:没有写目标完成情况——有开发区缺目标值或完成数,不能写“均”(经济指标!A1、经济指标!A2、经济指标!A3、经济指标!A4、经济指标!A5、…)",
      "固投: the verdict on the target is left out: a zone has no target or no value, so that 均 cannot be said (经济指标!A1, 经济指标!A2, 经济指标!A3, 经济指标!A4, 经济指标!A5, …)",
    ],
    [
      { code: "no-period", cells: [] },
      "看不出报告期,文中没有写时间。请在表题或表头写明,例如“2023年1-6月”",
      "The period is not known, so the text names none. State it in the title or header, for example 2023年1-6月",
    ],
    [
      { code: "table-left-out", reason: "projects", cells: at("A3:K20") },
      "没有写入(经济指标!A3:K20):项目清单不成文",
      "Not told of (经济指标!A3:K20): a list of projects makes no text",
    ],
    [
      { code: "table-left-out", reason: "style", cells: at("A3:K20") },
      "没有写入(经济指标!A3:K20):文风没有为这样的表安排段落,可换用“通用”文风",
      "Not told of (经济指标!A3:K20): the style has no paragraph for such a table; the style 通用 has",
    ],
    [
      { code: "style-widened", cells: [] },
      "没有这个文风所写的表,改为写入全部指标表",
      "No table is one the style writes about; all indicator tables are told of instead",
    ],
    [
      { code: "suspect", finding: "sum-mismatch", cells: at("C16") },
      "审核对文中用到的数有疑问:合计不符(经济指标!C16)。请先核实再用",
      "The validation questions a number in the text: Total does not add up (经济指标!C16). Verify it first",
    ],
  ])("%j", (note, chinese, english) => {
    expect(formatComposeNote(note, "zh-CN")).toBe(chinese);
    expect(formatComposeNote(note, "en-US")).toBe(english);
  });
});

describe("why no text was written", () => {
  test("names what was looked at, what is known, and the way out", () => {
    const none = { code: "nothing-to-compose", sheets: ["封面", "说明"] } as const;
    expect(formatFailure(none, "zh-CN").message).toBe(
      "没有可以成文的指标表(看过的工作表:封面、说明)。"
    );
    expect(formatFailure(none, "en-US").message).toContain("sheets looked at: 封面, 说明");
    const unknown = {
      code: "style-unknown",
      found: "jincehng",
      nearest: "jincheng",
      known: ["运城", "晋城"],
    } as const;
    expect(formatFailure(unknown, "en-US")).toEqual({
      message: "There is no style “jincehng”; did you mean “jincheng”?",
      wayOut: "Known styles: 运城, 晋城. For one of your own give the path of its file (JSON).",
    });
    expect(formatFailure({ ...unknown, nearest: null }, "en-US").message).toBe(
      "There is no style “jincehng”."
    );
  });
});
