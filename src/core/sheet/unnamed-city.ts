import { zoneSuffixOf } from "../catalog/zones.ts";
import type { AmountColumn } from "./row-sums.ts";
import type { SubjectDraft } from "./subject-draft.ts";

const CITY = /^\p{Script=Han}{2,4}市$/u;
const FEWEST_ZONES = 2;

/**
 * 安庆市 behind 全市开发区, where no title says whose zones these are: the one name of a city among names of zones is the
 * city they lie in, as 全市 would be.
 */
export function withUnnamedCity(
  drafts: readonly SubjectDraft[],
  amounts: readonly AmountColumn[]
): readonly SubjectDraft[] {
  const total = drafts.findIndex(({ label }) => label.role === "total");
  if (total < 0) return drafts;
  if (drafts.some(({ label }) => label.reference === "city")) return drafts;
  const zones = drafts.filter(({ label }) => label.role === "zone");
  const [city, ...more] = zones.filter(({ label }) => CITY.test(label.label));
  const others = zones.filter((draft) => draft !== city);
  const areZones =
    others.length >= FEWEST_ZONES &&
    others.every(({ label }) => zoneSuffixOf(label.label) !== undefined);
  if (city === undefined || more.length > 0 || !areZones) return drafts;
  const place = drafts.indexOf(city);
  const isLarger = ({ values }: AmountColumn): boolean =>
    (values[place] ?? Number.NaN) > (values[total] ?? Number.NaN);
  // A slip spoils one column.
  if (amounts.filter(isLarger).length * 2 <= amounts.length) return drafts;
  return drafts.map((draft) =>
    draft === city
      ? {
          ...draft,
          label: {
            ...draft.label,
            role: "reference",
            name: "全市",
            reference: "city",
            isUndecided: true,
          },
        }
      : draft
  );
}
