import { indicatorIn } from "../catalog/unit-siblings.ts";
import { normaliseText } from "../catalog/normalise.ts";
import { recogniseUnit } from "../catalog/units.ts";
import type { Field, Observation } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { FieldCore } from "./field-reading.ts";

/** A slip of the pen puts a fraction into one cell of a column of counts, not into half of them. */
const MOSTLY = 0.5;

/**
 * 签约项目 | 全年任务 | 实际签约 over 120 | 78.6: what is not whole is no number of projects but their money. Only where no
 * header prints a unit of counting, the unit line gives money, and the indicator is one that forms give both ways.
 */
export function settleCounted<F extends Field & FieldCore>(
  fields: readonly F[],
  cells: readonly (readonly (Observation | null)[])[],
  unitLine: readonly Unit[]
): readonly F[] {
  const money = unitLine.find(({ family }) => family === "money");
  if (money === undefined) return fields;
  const broken = new Set(
    fields
      .filter((field) => isAssumedCount(field) && isMostlyBroken(field, cells))
      .map((field) => headOf(field))
  );
  if (broken.size === 0) return fields;
  return fields.map((field) => {
    const meant = indicatorIn(field.indicator, [money]);
    // 个数 beside 金额 says itself that it is a number of them.
    const isNumber = field.path.some((text) => COUNTED.test(normaliseText(text)));
    if (meant.id === field.indicator.id || !broken.has(headOf(field)) || isNumber) return field;
    return { ...field, indicator: meant, unit: isCount(field.unit) ? money : field.unit };
  });
}

function isAssumedCount(field: Field & FieldCore): boolean {
  return (
    isCount(field.unit) &&
    !field.path.some((text) => COUNTED.test(normaliseText(text))) &&
    recogniseUnit(field.indicator.unit ?? "")?.family === "count"
  );
}

function isCount(unit: Unit | null): boolean {
  return unit?.family === "count";
}

function isMostlyBroken(
  field: Field,
  cells: readonly (readonly (Observation | null)[])[]
): boolean {
  const values = cells.flatMap((row) => {
    const content = row[field.index]?.content;
    return content?.kind === "number" ? [content.stated.value] : [];
  });
  const broken = values.filter((value) => !Number.isInteger(value)).length;
  return values.length > 1 && broken > values.length * MOSTLY;
}

/** 签约项目(个), which is a name of the catalogue too. */
const COUNTED = /\((?:个|项|户|家)\)|[个户家项]数/u;

/** Columns under one head tell of one thing. */
function headOf({ indicator, path }: Field): string {
  return [indicator.id, ...path.slice(0, -1)].join("\n");
}
