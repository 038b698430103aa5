import { MEASURES } from "../model/measure.ts";
import { failed, success } from "../workbook/failure.ts";
import type { Result } from "../workbook/failure.ts";
import {
  defaultComparison,
  defaultKind,
  indicatorOf,
  measureOf,
  periodText,
} from "./build-rule.ts";
import { FieldReader } from "./field-reader.ts";
import {
  COMPARISON_WORDS,
  KIND_WORDS,
  REFERENCE_NAMES,
  TIER_WORDS,
  ZONE_KIND_WORDS,
  findRuleKind,
  findWord,
  findZoneKind,
  knownWords,
} from "./rule-words.ts";
import type { RulesProblem } from "./rules-problem.ts";
import type { PaceStep, RuleOrigin, TargetRule, ZoneException } from "./target-rule.ts";
import { findComparison } from "./tier-words.ts";
import { ruledZoneName } from "./zone-names.ts";

export const RULES_SCHEMA = "zone-check/rules@1";

/** More than any office sets; a file beyond it is no rules file. */
export const MAX_RULES = 10_000;
const MAX_ZONES = 2_000;

const FILE_FIELDS = ["schema", "name", "note", "rules"] as const;
const RULE_FIELDS = [
  ..."id indicator measure comparison value relativeTo unit zones zoneKind except exempt".split(
    " "
  ),
  ..."tier standing period kind pace remarkRequired note".split(" "),
];
const PACE_FIELDS = ["months", "percent"] as const;
const EXCEPTION_FIELDS = ["zone", "value", "note"] as const;

/**
 * Reads a rules file (JSON, schema zone-check/rules@1). The file may come from anywhere: every field is looked at, and
 * all problems are told, each with its path; nothing of an invalid file is used.
 */
export function parseRulesFile(
  text: string,
  file: string
): Result<readonly TargetRule[], readonly RulesProblem[]> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    return failed([{ code: "not-json", path: "", detail }]);
  }
  const problems: RulesProblem[] = [];
  const top = FieldReader.open(json, "", problems);
  if (top === undefined) return failed(problems);
  const schema = top.text("schema");
  if (schema !== RULES_SCHEMA) {
    return failed([{ code: "wrong-schema", path: "schema", found: schema ?? null }]);
  }
  top.refuseOthers(FILE_FIELDS);
  top.text("name");
  top.text("note");
  const entries = top.list("rules", MAX_RULES);
  if (entries === undefined && !problems.some(({ path }) => path === "rules")) {
    problems.push({ code: "missing-field", path: "rules" });
  }
  const rules = (entries ?? []).flatMap((entry, index) => {
    const rule = readRule(entry, `rules[${index}]`, { kind: "rules-file", file, index }, problems);
    return rule === undefined ? [] : [rule];
  });
  return problems.length > 0 ? failed(problems) : success(rules);
}

function readRule(
  entry: unknown,
  path: string,
  origin: RuleOrigin,
  problems: RulesProblem[]
): TargetRule | undefined {
  const reader = FieldReader.open(entry, path, problems);
  if (reader === undefined) return undefined;
  reader.refuseOthers(RULE_FIELDS);
  const name = reader.required("indicator", () => reader.text("indicator"));
  const value = reader.required("value", () => reader.number("value"));
  const measureText = reader.required("measure", () => reader.text("measure"));
  const indicator = indicatorOf(name ?? "");
  const measure = reader.word(
    "measure",
    measureText,
    (text) => measureOf(text, indicator),
    MEASURES
  );
  const unit = reader.text("unit") ?? null;
  const comparison = reader.word(
    "comparison",
    reader.text("comparison"),
    (text) => findWord(COMPARISON_WORDS, text) ?? findComparison(text),
    knownWords(COMPARISON_WORDS)
  );
  const zoneKind = reader.word(
    "zoneKind",
    reader.text("zoneKind"),
    findZoneKind,
    knownWords(ZONE_KIND_WORDS)
  );
  const tier = reader.word(
    "tier",
    reader.text("tier"),
    (text) => findWord(TIER_WORDS, text),
    knownWords(TIER_WORDS)
  );
  const kind = reader.word("kind", reader.text("kind"), findRuleKind, knownWords(KIND_WORDS));
  const period = reader.word("period", reader.text("period"), periodText, ["2023-01..06", "2023"]);
  const relativeTo = reader.word(
    "relativeTo",
    reader.text("relativeTo"),
    (text) => findWord(REFERENCE_NAMES, text),
    knownWords(REFERENCE_NAMES)
  );
  const zones = readZones(reader, "zones");
  const exempt = readZones(reader, "exempt");
  const pace = readPace(reader, problems);
  const except = readExceptions(reader, origin, problems);
  const id = reader.text("id");
  const standing = reader.text("standing") ?? null;
  const remarkRequired = reader.truth("remarkRequired") ?? false;
  reader.text("note");
  if (name === undefined || value === undefined || measure === undefined) return undefined;
  return {
    id: id ?? path,
    indicator: indicator.id,
    measure,
    comparison: comparison ?? defaultComparison(indicator),
    value,
    unit,
    zones,
    zoneKind: zoneKind ?? null,
    except,
    exempt,
    relativeTo: relativeTo ?? null,
    tier: tier ?? "assessed",
    standing,
    period: period ?? null,
    kind:
      kind ??
      defaultKind(indicator, measure, {
        unit,
        period: period ?? null,
        relativeTo: relativeTo ?? null,
      }),
    pace,
    remarkRequired,
    origin,
  };
}

/** 22 % by the end of March, 50 % by the end of June: in the order of the year. */
function readPace(reader: FieldReader, problems: RulesProblem[]): readonly PaceStep[] {
  return (reader.list("pace", 12) ?? [])
    .flatMap((entry, index): PaceStep[] => {
      const step = FieldReader.open(entry, reader.at(`pace[${index}]`), problems);
      if (step === undefined) return [];
      step.refuseOthers(PACE_FIELDS);
      const months = step.required("months", () => step.number("months"));
      const percent = step.required("percent", () => step.number("percent"));
      if (months === undefined || percent === undefined) return [];
      if (Number.isInteger(months) && months >= 1 && months <= 12) return [{ months, percent }];
      step.report({
        code: "unknown-word",
        path: step.at("months"),
        found: String(months),
        known: ["1", "2", "…", "12"],
      });
      return [];
    })
    .sort((a, b) => a.months - b.months);
}

function readZones(reader: FieldReader, field: "zones" | "exempt"): readonly string[] {
  return (reader.list(field, MAX_ZONES) ?? []).flatMap((zone, index) => {
    if (typeof zone === "string" && zone.trim() !== "") return [ruledZoneName(zone)];
    reader.report({
      code: "wrong-type",
      path: reader.at(`${field}[${index}]`),
      expected: "text",
    });
    return [];
  });
}

function readExceptions(
  reader: FieldReader,
  origin: RuleOrigin,
  problems: RulesProblem[]
): readonly ZoneException[] {
  return (reader.list("except", MAX_ZONES) ?? []).flatMap((entry, index) => {
    const path = reader.at(`except[${index}]`);
    const exception = FieldReader.open(entry, path, problems);
    if (exception === undefined) return [];
    exception.refuseOthers(EXCEPTION_FIELDS);
    exception.text("note");
    const zone = exception.required("zone", () => exception.text("zone"));
    const value = exception.required("value", () => exception.number("value"));
    if (zone === undefined || value === undefined) return [];
    return [{ zone: ruledZoneName(zone), value, origin }];
  });
}
