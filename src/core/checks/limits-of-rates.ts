import type { Outcome } from "../evaluation/evaluation.ts";
import { quantityOf } from "../model/interval.ts";
import { compareRatio, ratioOf } from "../model/ratio.ts";
import type { Field } from "../model/table.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, Place, TableIndex } from "../model/table-index.ts";
import { addressOf, found, operandOf, passed, written } from "./describe.ts";
import { basisOf, levelsFor } from "./growth-rows.ts";
import { printedName } from "./printed-name.ts";
import { aboutCell } from "./relation.ts";

const ID = "order-violation";

/** What is told already of a row's part, by zone and name: it is not told again as a share. */
export function limitsOfRates(index: TableIndex, told: ReadonlySet<string>): Outcome[] {
  return [...checkShares(index, told), ...checkFalls(index)];
}

/** Attainment may exceed 100; a share may not. Where its whole stands in the sheet, the whole itself is told. */
function checkShares(index: TableIndex, told: ReadonlySet<string>): Outcome[] {
  const hundred = ratioOf(100);
  return index.table.fields
    .filter(
      (field) =>
        (field.measure === "share" && field.unit?.family !== "points" && !isOfLevel(field)) ||
        isPartOfAll(field)
    )
    .flatMap((field) =>
      index.table.subjects.flatMap((subject): Outcome[] => {
        const place: Place = { index, subject, field };
        const reading = readPlace(place.index, place.subject, place.field);
        if (reading.kind === "none") return [];
        const { range } = quantityOf(reading.stated);
        const at = addressOf(index, reading.observation.at);
        // 构成 of rounded members may come to 100.02.
        const room = (subject.members.length / 2) * 10 ** -reading.stated.decimals;
        const most = room === 0 ? hundred : ratioOf(Number((100 + room).toFixed(12)));
        if (compareRatio(range.low, most) <= 0) return [passed(ID, at, false)];
        if (told.has(`${subject.label}|${printedName(field)}`)) return [];
        const stated = operandOf("stated", reading);
        const about = aboutCell(reading, {
          severity: "warning",
          expected: { low: null, high: 100 },
          operands: [stated],
          arithmetic: `${written(stated)} > 100`,
          allowed: null,
          decimals: stated.decimals,
        });
        const name = field.indicator.name;
        return [
          found({
            ...about,
            code: ID,
            params: {
              relation: "share",
              part: stated.value,
              whole: 100,
              partName: name,
              wholeName: name,
              unit: "%",
              wholeColumn: false,
            },
          }),
        ];
      })
    );
}

/** 满意率, 按时办结率, 优良天数比例: how many of all, which are never more than all. */
const OF_ALL =
  /(?:满意[率度]|好评率|合格率|优良率|优良天数比例|覆盖率|普及率|入住率|出租率|上线率|网办率|参保率|及格率|(?:按时|按期|及时|限时|如期|当场|即时|提前)\p{Script=Han}{0,4}率)$/u;

function isPartOfAll({ measure, indicator, unit, path }: Field): boolean {
  const isRate = measure === "rate" || (measure === "actual" && indicator.kind === "rate");
  return isRate && unit?.family === "rate" && OF_ALL.test(indicator.name) && !isOfAim(path);
}

/** 任务覆盖率 may be more than what was aimed at. */
function isOfAim(path: readonly string[]): boolean {
  return /任务|目标|计划/u.test(path.join(""));
}

/** 为全省平均的%, 相当于先进水平%: held against the level of others, not a part of it. */
function isOfLevel({ path }: Field): boolean {
  return /平均|均值|相当于|先进|标杆/u.test(path.at(-1) ?? "");
}

/** What cannot be less than none falls by all there was at most: a growth below −100 is no growth of it. */
function checkFalls(index: TableIndex): Outcome[] {
  return index.table.fields.filter(isGrowthOfAmount).flatMap((field) =>
    index.table.subjects.flatMap((subject): Outcome[] => {
      const reading = readPlace(index, subject, field);
      if (reading.kind === "none" || isRecomputed(reading)) return [];
      const fall = field.measure === "fall" ? reading.stated.value : -reading.stated.value;
      const half = reading.stated.precision === "stated" ? 0.5 * 10 ** -reading.stated.decimals : 0;
      if (fall <= 100 + half) return [];
      const stated = operandOf("stated", reading);
      const limit = field.measure === "fall" ? 100 : -100;
      const about = aboutCell(reading, {
        severity: "warning",
        expected: limit > 0 ? { low: null, high: limit } : { low: limit, high: null },
        operands: [stated],
        arithmetic: `${written(stated)} ${limit > 0 ? ">" : "<"} ${limit}`,
        allowed: null,
        decimals: stated.decimals,
      });
      const name = field.indicator.name;
      return [
        found({
          ...about,
          code: ID,
          params: {
            relation: "fall",
            part: stated.value,
            whole: limit,
            partName: name,
            wholeName: name,
            unit: "%",
            wholeColumn: false,
          },
        }),
      ];
    })
  );
}

/** 利润 and balances turn negative, and then fall by more than they were. */
const MAY_BE_NEGATIVE = /利润|净|盈|亏|差|结余/u;

function isGrowthOfAmount(field: Field): boolean {
  const { measure, indicator, path, against } = field;
  return (
    (measure === "growth" || measure === "fall" || measure === "growth-month") &&
    against === null &&
    indicator.kind !== "rate" &&
    field.unit?.family !== "points" &&
    !MAY_BE_NEGATIVE.test(`${indicator.name}${path.join("")}`)
  );
}

/** A growth with both its levels beside it is held against these. */
function isRecomputed({ place }: NumberReading): boolean {
  const { index, subject, field } = place;
  if (basisOf(field, subject, index) === "given") return false;
  const { current, prior } = levelsFor(index, field);
  return [current, prior].every((level) => readPlace(index, subject, level).kind === "number");
}
