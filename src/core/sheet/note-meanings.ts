import { normaliseText } from "../catalog/normalise.ts";
import { recogniseIndicator } from "../catalog/recognise.ts";
import type { TableNote } from "../model/around.ts";
import { standingIn } from "../model/standing.ts";
import type { Against, Field } from "../model/table.ts";
import { readMeaning } from "./header-meaning.ts";
import type { Words } from "./words.ts";

const GIVEN =
  /(?:按|以|为|系|均为|采用|是)?(?:照)?(?:可比价|可比口径|同口径|不变价|可比价格|不变价格)/u;

/**
 * The indicators whose growth a note declares to be given: 增加值增速按可比价计算, 投资增速为可比口径; all of the
 * table where it names none (增速按可比口径计算).
 */
export function givenGrowthIn(
  fields: readonly Field[],
  notes: readonly TableNote[]
): readonly string[] {
  const given = new Set<string>();
  for (const { text } of notes) {
    for (const clause of normaliseText(text).split(/[,;。\n]|(?:^|[^\d])\d{1,2}[.、]/u)) {
      const match = GIVEN.exec(clause);
      if (match === null || /名义|未按|不按|非/u.test(clause.slice(0, match.index))) continue;
      const about = clause
        .slice(0, match.index)
        .replace(/^\d{1,2}[.、]/u, "")
        .replace(/^.*?(?:注|说明|备注)\d*[:.、]?/u, "")
        .replace(
          /(?:同比)?(?:增速|增长率?|增幅|增长速度|同比)|[均都的率指标本表各项数据所有上述:()]/gu,
          ""
        );
      for (const { indicator } of fields) if (isAbout(indicator, about)) given.add(indicator.id);
    }
  }
  return [...given];
}

function isAbout(indicator: Field["indicator"], about: string): boolean {
  if (about === "") return true;
  return about
    .split(/[、和与及]/u)
    .some(
      (name) =>
        name !== "" &&
        (recogniseIndicator(name)?.id === indicator.id || indicator.name.endsWith(name))
    );
}

/** 占比为占全省开发区比重: what a column headed 占比 alone is a share of. */
export function shareBasisIn(notes: readonly TableNote[], words: Words): Against | null {
  for (const { text } of notes) {
    const said =
      /(?:占比|比重|份额)(?:数)?(?:均)?(?:为|指|系|是|即|:)(占[^,;。、()\n]{2,16})/u.exec(
        normaliseText(text)
      )?.[1];
    if (said === undefined) continue;
    const { against } = readMeaning(
      [said.replace(/的?(?:比重|比例|份额|百分比)$/u, "比重")],
      words
    );
    if (against !== null) return against;
  }
  return null;
}

/** 本表为预计数, 以上数据为快报数: what a note says of the numbers; 以年报定案数为准 says nothing of these. */
export function standingInNotes(notes: readonly TableNote[]): string | null {
  for (const { text } of notes) {
    for (const clause of normaliseText(text).split(/[,;。\n]/u)) {
      if (/为准|调整为|将|待/u.test(clause) || /上年|去年/u.test(clause)) continue;
      const said =
        /(?:为|系|是|均为|采用|使用|:)([^为系是:]{0,6}?(?:快报|预计|初步|反馈|评估|终报|年报|定案|修订|调整|上报))/u.exec(
          clause
        )?.[1];
      const standing = said === undefined ? null : standingIn(said);
      if (standing !== null) return standing;
    }
  }
  return null;
}
