import type { SubjectRole } from "../model/zone.ts";
import { push } from "../model/push.ts";
import type { SubjectDraft } from "./subject-draft.ts";

/**
 * Names that tell the rows apart: 长治高新区 and 长治经开区 are both 长治, and a bare 河津 beside 河津开发区 is the county.
 */
export function distinctNames(
  drafts: readonly SubjectDraft[],
  roles: readonly SubjectRole[]
): readonly string[] {
  const places = new Map<string, number[]>();
  drafts.forEach((draft, i) => {
    if (roles[i] === "zone") push(places, draft.label.name, i);
  });
  const names = drafts.map((draft) => draft.label.name);
  for (const [name, indexes] of places) {
    const labels = new Set(indexes.map((i) => drafts[i]?.label.label));
    if (labels.size < 2) continue;
    for (const i of indexes) {
      const label = drafts[i]?.label.label ?? name;
      names[i] = label === name ? `${name}(县域)` : `${name}${shortSuffix(label)}`;
    }
    // A zone that stands beside its county alone keeps the plain name.
    const zonesOnly = indexes.filter((i) => drafts[i]?.label.label !== name);
    const [only] = zonesOnly;
    if (zonesOnly.length === 1 && only !== undefined) names[only] = name;
  }
  return names;
}

function shortSuffix(label: string): string {
  if (/高新/u.test(label)) return "高新区";
  if (/经开区|经济(?:技术)?开发区/u.test(label)) return "经开区";
  if (/综保|综合保税/u.test(label)) return "综保区";
  if (/农业|农产品/u.test(label)) return "农业示范区";
  if (/文旅|旅游/u.test(label)) return "文旅示范区";
  return "开发区";
}
