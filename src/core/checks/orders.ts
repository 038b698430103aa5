import type { OrderViolation } from "../findings/finding.ts";
import { findField } from "../model/find-field.ts";
import { readPlace } from "../model/table-index.ts";
import { formatPeriod } from "../model/period.ts";
import type { Measure } from "../model/measure.ts";
import type { Period } from "../model/period.ts";
import type { Place, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import {
  COUNTED_PARTS,
  FUNNEL,
  MONEY_OF_PROJECTS,
  NEW_IN_STOCK,
  isKnownPair,
} from "./known-parts.ts";
import { leafMembers } from "../model/leaf-members.ts";
import { wholeOfPart } from "./part-of-all.ts";
import { printedName } from "./printed-name.ts";
import { isBareCount } from "./rate-operands.ts";
import { isSummable } from "./summable.ts";

/** Pairs of places of which the first may not exceed the second, judged together. */
export interface Order {
  readonly relation: OrderViolation["params"]["relation"];
  /** hard: a part of the very thing counted · soft: two indicators, whose scopes may differ. */
  readonly strength: "hard" | "soft";
  readonly partName: string;
  readonly wholeName: string;
  readonly rows: readonly { readonly part: Place; readonly whole: Place }[];
}

/** Every order a table's headers and rows promise. */
export function findOrders(index: TableIndex): readonly Order[] {
  return [
    ...doneInTotal(index),
    ...pairsOf(index, NEW_IN_STOCK, "new", "hard"),
    ...pairsOf(index, MONEY_OF_PROJECTS, "done", "soft"),
    ...monthInYear(index),
    ...funnel(index),
    ...catalogued(index),
    ...partColumns(index),
    ...flatParts(index),
    ...partRows(index),
  ];
}

const CURRENT_AND_PRIOR: ReadonlySet<Measure> = new Set(["actual", "prior"]);

function levels(index: TableIndex): readonly Field[] {
  return index.table.fields.filter((field) => field.measure === "actual" && field.against === null);
}

function doneInTotal(index: TableIndex): readonly Order[] {
  return (
    index.table.fields
      // 投资额(亿元) | 已开工: whole projects, however many, are no part of the money before them.
      .filter((field) => field.measure === "done" && !isBareCount(index, field))
      .flatMap((part) => {
        const whole = findField(index, part.indicator.id, "actual", part);
        // 完成 beside 已完成 is another count of the same, no total.
        const isTotal = whole !== undefined && !/完成/u.test(whole.path.at(-1) ?? "");
        return isTotal ? [columnOrder(index, part, whole, "done", "hard")] : [];
      })
  );
}

function pairsOf(
  index: TableIndex,
  pairs: readonly (readonly [part: string, whole: string])[],
  relation: Order["relation"],
  strength: Order["strength"]
): readonly Order[] {
  return pairs.flatMap(([partId, wholeId]) =>
    levels(index)
      .filter((field) => field.indicator.id === partId)
      .flatMap((part) => {
        const whole = findField(index, wholeId, "actual", part);
        return whole === undefined ? [] : [columnOrder(index, part, whole, relation, strength)];
      })
  );
}

/** The month, or the quarter, is part of the year so far; where earlier months are corrected it may exceed it. */
function monthInYear(index: TableIndex): readonly Order[] {
  return index.table.fields
    .filter((field) => field.measure === "actual-month" && field.indicator.kind === "flow")
    .flatMap((part) => {
      const whole = findField(index, part.indicator.id, "actual", part, endsTogether);
      if (whole === undefined) return [];
      const names = { partName: lastOf(part), wholeName: lastOf(whole) };
      return [{ ...columnOrder(index, part, whole, "part", "soft"), ...names }];
    });
}

/** 本月完成, 累计完成: the words that tell two columns of one indicator apart. */
function lastOf(field: Field): string {
  return field.path.at(-1) ?? printedName(field);
}

function endsTogether(cumulative: Period, part: Period): boolean {
  if (cumulative.kind !== "cumulative" || cumulative.year !== part.year) return false;
  if (part.kind === "month") return cumulative.months === part.month;
  return part.kind === "quarter" && cumulative.months === part.quarter * 3;
}

function funnel(index: TableIndex): readonly Order[] {
  const stages = FUNNEL.flatMap((id) => {
    const fields = levels(index).filter((field) => field.indicator.id === id);
    const [only] = fields;
    return fields.length === 1 && only !== undefined ? [only] : [];
  });
  return stages.flatMap((part, place) => {
    const before = stages[place - 1];
    return before === undefined ? [] : [columnOrder(index, part, before, "funnel", "hard")];
  });
}

/** 转型项目 in 工业投资, 企业 in 市场主体: parts the catalogue knows, and 其中 of a row; this year and last. */
function catalogued(index: TableIndex): readonly Order[] {
  const fields = index.table.fields.filter(
    ({ measure, against }) => CURRENT_AND_PRIOR.has(measure) && against === null
  );
  return fields.flatMap((part) => {
    const { partOf, id } = part.indicator;
    if (partOf === null) return [];
    const whole = findField(index, partOf, part.measure, part);
    if (whole === undefined) return [];
    return [columnOrder(index, part, whole, "part", COUNTED_PARTS.has(id) ? "hard" : "soft")];
  });
}

/** 签约一批 / 个数 | 其中:战新项目: a part of the number before it under the same head, counted in the same unit. */
function partColumns(index: TableIndex): readonly Order[] {
  if (index.table.orientation === "indicators-in-rows") return [];
  return levels(index).flatMap((part) => {
    const words = part.path.at(-1) ?? "";
    if (!/^\s*(?:其中|#)/u.test(words) || part.path.length < 2) return [];
    const before = levels(index).filter(
      (field) =>
        field.line < part.line &&
        field.path[0] === part.path[0] &&
        field.unit?.family === part.unit?.family &&
        part.unit !== null &&
        !/^\s*(?:其中|#)/u.test(field.path.at(-1) ?? "")
    );
    const whole = before.at(-1);
    const isCatalogued = whole !== undefined && part.indicator.partOf === whole.indicator.id;
    return whole === undefined || isCatalogued
      ? []
      : [columnOrder(index, part, whole, "part", "hard")];
  });
}

/**
 * 企业户数(户) | 其中:新增户数(户): in a header of one row the part divides the last column before it that is no part.
 * Of money it may divide a wider one (固投 | 工业投资 | 其中:民间投资), so that is a question.
 */
function flatParts(index: TableIndex): readonly Order[] {
  if (index.table.orientation === "indicators-in-rows") return [];
  const isPart = (field: Field): boolean => /^\s*(?:其中|#)/u.test(field.path[0] ?? "");
  const fields = levels(index).filter((field) => field.path.length === 1);
  return fields.flatMap((part) => {
    if (!isPart(part) || !isSummable(part) || part.unit === null) return [];
    // Years down the rows: the columns before it, each of the part's own year.
    const before = fields.filter(
      (field) => field.line < part.line && !isPart(field) && isSameTime(part, field)
    );
    const whole = before.at(-1);
    if (whole === undefined || !isSummable(whole)) return [];
    if (!isSameUnit(part, whole) || isKnownPair(part, whole)) return [];
    // 企业户数 | 新增户数 | 其中:规上户数 may divide either.
    const isOnly = before.filter((field) => isSameUnit(part, field)).length === 1;
    const strength = isOnly && part.unit.family === "count" ? "hard" : "soft";
    return [columnOrder(index, part, whole, "part", strength)];
  });
}

/** 户 and 个 count different things; 亿元 and 万元 measure the same. */
function isSameUnit({ unit: own }: Field, { unit: other }: Field): boolean {
  if (own === null || own.family !== other?.family) return false;
  return own.family !== "count" || own.name === other.name;
}

function isSameTime({ period: own }: Field, { period: other }: Field): boolean {
  if (own === null || other === null) return own === other;
  return formatPeriod(own) === formatPeriod(other);
}

/** Rows headed 其中 hold no more than the row they belong to. */
function partRows(index: TableIndex): readonly Order[] {
  const { subjects, fields } = index.table;
  let whole: Subject | undefined;
  const pairs: { readonly part: Subject; readonly whole: Subject }[] = [];
  const total = subjects.find(({ role }) => role === "total");
  for (const subject of subjects) {
    // 其中:国家级 under the last of the zones divides them all.
    const isOfAll = /^(?:其中:?|#)?(?:国家级|省级|市级|\p{Script=Han}{2,3}类)/u.test(subject.label);
    if (subject.role === "part" && isOfAll && total !== undefined)
      pairs.push({ part: subject, whole: total });
    else if (subject.role !== "part") whole = subject.role === "average" ? undefined : subject;
    else if (whole !== undefined)
      pairs.push({ part: subject, whole: wholeOfPart(index, subject, whole, total) });
  }
  return fields.filter(isSummable).flatMap((field) =>
    pairs.map(({ part, whole: other }) => ({
      relation: "part" as const,
      strength: field.measure === "increase" ? ("soft" as const) : ("hard" as const),
      partName: part.label,
      wholeName: other.label,
      rows: [{ part: { index, subject: part, field }, whole: { index, subject: other, field } }],
    }))
  );
}

function columnOrder(
  index: TableIndex,
  part: Field,
  whole: Field,
  relation: Order["relation"],
  strength: Order["strength"]
): Order {
  const subjects = index.table.subjects.filter(({ role }) => role !== "average");
  return {
    relation,
    strength,
    partName: nameOf(part),
    wholeName: nameOf(whole),
    rows: subjects
      .filter((subject) => coversTheSame(index, subject, part, whole))
      .map((subject) => ({
        part: { index, subject, field: part },
        whole: { index, subject, field: whole },
      })),
  };
}

/** A total may add up other zones for the one indicator than for the other. */
function coversTheSame(index: TableIndex, subject: Subject, part: Field, whole: Field): boolean {
  if (subject.role !== "total" && subject.role !== "subtotal") return true;
  return leafMembers(index.table, subject).every((member) => {
    const isThere = (field: Field): boolean => readPlace(index, member, field).kind === "number";
    return isThere(part) === isThere(whole);
  });
}

function nameOf(field: Field): string {
  const last = field.path.at(-1) ?? "";
  return field.measure === "done" ? last : printedName(field);
}
