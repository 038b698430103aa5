import { parsePeriod } from "../catalog/index.ts";
import { formatPeriod } from "../model/period.ts";
import type { Period } from "../model/period.ts";
import type { IndicatorTable } from "../model/table.ts";
import type { TableIndex } from "../model/table-index.ts";

/** Of two sheets nobody knows which is left over. */
const FEWEST_OTHERS = 2;

/**
 * The period of which all other zones' sheets of one form speak in their titles, where the book has a sheet for each zone;
 * undefined where these are too few or do not agree.
 */
export function periodOfOtherSheets(
  { table }: TableIndex,
  book: readonly TableIndex[]
): Period | undefined {
  const own = formOf(table);
  if (own === undefined) return undefined;
  const others = book.filter(({ table: other }) => other.sheet !== table.sheet);
  const alike = others.filter(({ table: other }) => formOf(other)?.form === own.form);
  const owners = new Set(alike.map(({ table: other }) => formOf(other)?.owner));
  // A sheet for each quarter of one zone is no sheet for each zone.
  if (alike.length < FEWEST_OTHERS || owners.size < alike.length || owners.has(own.owner))
    return undefined;
  const periods = alike.flatMap(({ table: other }) =>
    other.title === null ? [] : (parsePeriod(other.title) ?? [])
  );
  const [first] = periods;
  const isOne =
    periods.length === alike.length && new Set(periods.map((one) => formatPeriod(one))).size === 1;
  return isOne ? first : undefined;
}

interface Form {
  readonly form: string;
  readonly owner: string;
}

/** Asked of every sheet for every other. */
const FORMS = new WeakMap<IndicatorTable, Form | null>();

/** What the rows and columns of a sheet about one zone are, and whose it is. */
function formOf(table: IndicatorTable): Form | undefined {
  const known = FORMS.get(table);
  if (known !== undefined) return known ?? undefined;
  const form = readForm(table);
  FORMS.set(table, form ?? null);
  return form;
}

function readForm({ orientation, fields, subjects }: IndicatorTable): Form | undefined {
  const [owner, ...more] = subjects;
  if (orientation !== "indicators-in-rows" || owner?.role !== "zone" || more.length > 0)
    return undefined;
  return { form: fields.map(({ path }) => path.join("/")).join("|"), owner: owner.name };
}
