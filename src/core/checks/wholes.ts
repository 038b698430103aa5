import { statedPlan } from "../catalog/attained-plan.ts";
import { recogniseUnit } from "../catalog/index.ts";
import { leafMembers } from "../model/leaf-members.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { Against, Field } from "../model/table.ts";
import type { ReferenceScope, Subject } from "../model/zone.ts";
import type { CheckContext } from "./check.ts";
import { looseOperand } from "./describe.ts";
import { findField, findLevel, findReferenceField } from "../model/find-field.ts";
import { findReferenceReading } from "../model/reference-readings.ts";
import { readPlace } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import { valueOf } from "./whole.ts";
import type { Whole } from "./whole.ts";
import { wholesBeside } from "./wholes-beside.ts";

const SCOPES: readonly ReferenceScope[] = [
  "city",
  "province-zones",
  "province",
  "nation-zones",
  "nation",
  "benchmark",
];
/** 亿元 in the header over 万元 in the column, and the reverse. */
const HEADER_SCALES = [1, 1e4, 1e-4] as const;

/** Everything in reach that a share field could divide by; the header's own whole first. */
export function findWholes(context: CheckContext, field: Field): readonly Whole[] {
  if (isOfStatedPlan(field)) return planWholes(context.index, field);
  const named = namedWholes(context, field);
  const keys = new Set(named.map((whole) => whole.key));
  const others = otherWholes(context, field).filter((whole) => !keys.has(whole.key));
  return [...named, ...others];
}

/** 占年度目标(2.4亿元)%: progress in a plan that the header itself prints. */
export function isOfStatedPlan({ measure, path }: Field): boolean {
  return measure === "attainment" && statedPlan(path.at(-1) ?? "") !== undefined;
}

/** One plan that all rows work towards, or one that each zone has: a total of these has as many of them. */
function planWholes(index: TableIndex, field: Field): readonly Whole[] {
  const words = field.path.at(-1) ?? "";
  const plan = statedPlan(words);
  const unit = plan === undefined ? undefined : recogniseUnit(plan.unit);
  if (plan === undefined || unit === undefined) return [];
  const times = [() => 1, (subject: Subject) => leafMembers(index.table, subject).length || 1];
  return times.map((countOf, place) => ({
    key: `plan|${place}`,
    name: "目标",
    isNamed: true,
    part: null,
    valueFor: (subject) => {
      const value = Number((plan.value * countOf(subject)).toPrecision(15));
      // A plan is what it says, and nothing that rounds to it.
      const stated: StatedNumber = {
        value,
        decimals: plan.decimals,
        precision: "count",
        origin: "typed",
      };
      return {
        stated,
        unit,
        scale: 1,
        operand: looseOperand("whole", words, stated, unit.name),
        reading: null,
      };
    },
  }));
}

function namedWholes(context: CheckContext, field: Field): readonly Whole[] {
  const { against } = field;
  if (against === null) return [];
  switch (against.kind) {
    case "total":
      return totals(context.index, field, () => true).map(markNamed);
    case "indicator":
      return [
        ...headerWholes(field, against, against.indicator.name),
        ...ofIndicator(context.index, field, against.indicator.id, against.indicator.name).map(
          // With indicators in rows each row of the column may name another whole.
          (whole) => ({ ...whole, key: "indicator" })
        ),
      ].map(markNamed);
    case "reference": {
      const inHeader = headerWholes(field, against, scopeName(context, against.scope));
      const isCity = (subject: Subject): boolean =>
        against.scope === "city" &&
        /^全市/.test(subject.label) &&
        !subject.label.includes("开发区");
      return [
        ...inHeader,
        ...ofReference(context, field, against.scope),
        ...totals(context.index, field, isCity),
      ].map(markNamed);
    }
  }
}

function otherWholes(context: CheckContext, field: Field): readonly Whole[] {
  const parent = field.indicator.partOf;
  return [
    ...totals(context.index, field, () => true),
    ...SCOPES.flatMap((scope) => ofReference(context, field, scope)),
    ...(parent === null ? [] : ofIndicator(context.index, field, parent, null)),
    ...(field.against === null ? wholesBeside(context.index, field) : []),
  ];
}

function markNamed(whole: Whole): Whole {
  return { ...whole, isNamed: true };
}

/** The scope as the sheet prints it: the reference row's label, else the header's last words. */
function scopeName(context: CheckContext, scope: ReferenceScope): string {
  const subject = context.index.table.subjects.find((one) => one.reference === scope);
  return subject?.label ?? SCOPE_NAMES[scope];
}

/** What a whole is called where the sheet does not print it. */
export const SCOPE_NAMES: Readonly<Record<ReferenceScope, string>> = {
  city: "全市",
  province: "全省",
  "province-zones": "全省开发区",
  nation: "全国",
  "nation-zones": "全国开发区",
  benchmark: "先进水平",
};

/** The number in the header: in the unit written behind it, else in whichever unit of 万 and 亿 the column follows. */
function headerWholes(field: Field, against: Against, name: string): readonly Whole[] {
  if (against.kind === "total" || against.stated === null) return [];
  const { stated, statedUnit } = against;
  const unit = statedUnit?.family === "rate" ? undefined : statedUnit;
  const scales = unit === undefined ? HEADER_SCALES : ([1] as const);
  return scales.map((scale) => ({
    key: `header|${scale}`,
    name,
    isNamed: true,
    part: null,
    valueFor: () => ({
      stated,
      unit: unit ?? null,
      scale,
      operand: looseOperand("whole", field.path.join(" "), stated, unit?.name ?? null),
      reading: null,
    }),
  }));
}

function ofReference(context: CheckContext, field: Field, scope: ReferenceScope): readonly Whole[] {
  const level = findLevel(context.index, field.indicator.id, field)?.measure ?? "actual";
  const column = findReferenceField(context.index, "actual", scope, field);
  const row = findReferenceReading(context.index, context.book, scope, level, field);
  if (column === undefined && row === undefined) return [];
  return [
    {
      key: `reference|${scope}`,
      name: row?.place.subject.label ?? SCOPE_NAMES[scope],
      isNamed: false,
      part: null,
      valueFor: (subject) =>
        column === undefined ? valueOf(row) : valueOf(readPlace(context.index, subject, column)),
    },
  ];
}

function ofIndicator(
  index: TableIndex,
  field: Field,
  indicator: string,
  name: string | null
): readonly Whole[] {
  const whole = findLevel(index, indicator, field);
  if (whole === undefined || indicator === field.indicator.id) return [];
  return [
    {
      key: `indicator|${indicator}`,
      name: name ?? whole.indicator.name,
      isNamed: false,
      part: null,
      valueFor: (subject) => valueOf(readPlace(index, subject, whole)),
    },
  ];
}

/** The amount of which a column gives the shares: of a whole year before, that year's. */
export function amountOf(index: TableIndex, share: Field): Field | undefined {
  const { id } = share.indicator;
  return (
    findLevel(index, id, share) ??
    (share.period === null
      ? undefined
      : (findField(index, id, "actual-month", share) ?? findField(index, id, "prior", share))) ??
    (share.period?.kind === "year" ? findField(index, id, "prior-year", share) : undefined)
  );
}

/** Total rows whose indicator is the field's own. */
function totals(
  index: TableIndex,
  field: Field,
  isWanted: (subject: Subject) => boolean
): readonly Whole[] {
  const whole = amountOf(index, field);
  if (whole === undefined) return [];
  return sumsOfAll(index.table.subjects)
    .filter(isWanted)
    .map((total) => ({
      key: `total|${total.label}`,
      name: total.label,
      isNamed: false,
      part: null,
      valueFor: () => valueOf(readPlace(index, total, whole)),
    }));
}

/** The totals; where a table has none, the one 小计 that adds up all its zones. */
function sumsOfAll(subjects: readonly Subject[]): readonly Subject[] {
  const totals = subjects.filter(({ role }) => role === "total");
  if (totals.length > 0) return totals;
  const zones = subjects.filter(({ role }) => role === "zone").length;
  const sums = subjects.filter(({ role }) => role === "subtotal");
  return sums.length === 1 && sums[0]?.members.length === zones ? sums : [];
}
