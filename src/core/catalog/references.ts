import type { ReferenceScope } from "../model/zone.ts";
import { normaliseText } from "./normalise.ts";

/** Names of wholes that lie outside the rows of a table. 市 and 省 alone count only as a whole row label or after 占. */
const WORDS: Readonly<Record<ReferenceScope, readonly string[]>> = {
  city: ["全市", "全市平均", "全市水平", "全市总计", "全市工业", "全市规上工业"],
  province: ["全省", "全省平均", "全省水平", "全省总计"],
  "province-zones": [
    "全省开发区",
    "全省省级开发区",
    "全省工业类开发区",
    "全省开发区平均",
    "全省开发区合计",
    "省开发区",
    "全省各开发区",
    "全省经开区",
  ],
  nation: ["全国", "全国平均", "中部", "中部地区", "中部六省"],
  "nation-zones": [
    "全国经开区",
    "全国开发区",
    "国家级经开区平均",
    "全国国家级经开区",
    "全国高新区",
  ],
  benchmark: ["先进", "标杆", "领先"].flatMap((word) =>
    ["水平", "值", "线", "标准", "开发区", "园区", "地区", "平均"].map((what) => word + what)
  ),
};

export const REFERENCE_WORDS: ReadonlyMap<string, ReferenceScope> = new Map(
  (Object.keys(WORDS) as ReferenceScope[]).flatMap((scope) =>
    WORDS[scope].map((word): [string, ReferenceScope] => [normaliseText(word), scope])
  )
);

const ALONE: ReadonlyMap<string, ReferenceScope> = new Map([
  ["市", "city"],
  ["省", "province"],
  ["国家", "nation"],
]);

/**
 * Which wider whole a label names: 全省开发区 → province-zones, 山西省 → province.
 * A city by its name (运城市) is one only among zones, which the label alone cannot say: the row reader decides.
 */
export function recogniseReference(text: string): ReferenceScope | undefined {
  const key = normaliseText(text)
    .replace(/\([^)]*\)$/u, "")
    .replace(/:$/u, "");
  const known = REFERENCE_WORDS.get(key) ?? ALONE.get(key);
  if (known !== undefined) return known;
  if (/^\p{Script=Han}{2,3}省$/u.test(key)) return "province";
  return undefined;
}
