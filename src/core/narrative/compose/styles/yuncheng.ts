import type { Style } from "../style.ts";
import { GENERAL } from "./general.ts";

/**
 * 运城: the paragraphs 一、经济指标完成情况 of the city's half-year report (January to June 2023): first the zones of
 * industry, then the agricultural ones, each indicator held against its reference and its target.
 */
export const YUNCHENG: Style = {
  ...GENERAL,
  name: "运城",
  cities: ["运城"],
  paragraphs: [
    paragraphOf(["industrial"]),
    paragraphOf(["agricultural"]),
    paragraphOf(["cultural-tourism", "service", "comprehensive"]),
  ],
  clauses: ["value", "share", "growth", "comparison", "target"],
  references: ["city", "province-zones"],
  kindNames: { ...GENERAL.kindNames, unmarked: "工业类开发区" },
  marks: { ...GENERAL.marks, "before-comparison": "。" },
  indicators: [
    {
      indicator: "转型项目当年完成投资",
      name: null,
      clauses: null,
      // As the office writes it, 完成 twice.
      words: { "value-completed": "{indicator}完成{value}" },
    },
  ],
};

function paragraphOf(zones: Style["paragraphs"][number]["zones"]): Style["paragraphs"][number] {
  return {
    zones,
    measures: ["growth", "target", "target-part"],
    of: "several",
    signs: [],
    sentences: [{ prefix: "", indicators: [] }],
  };
}
