import { recogniseMeasure } from "../../catalog/index.ts";
import { FieldReader } from "../../rules/field-reader.ts";
import {
  REFERENCE_NAMES,
  findWord,
  findZoneKind,
  knownWords,
  ZONE_KIND_WORDS,
} from "../../rules/rule-words.ts";
import type { RulesProblem } from "../../rules/rules-problem.ts";
import { MEASURES } from "../../model/measure.ts";
import type { ReferenceScope } from "../../model/zone.ts";
import { failed, success } from "../../workbook/failure.ts";
import type { Result } from "../../workbook/failure.ts";
import { StyleFields } from "./style-fields.ts";
import type { StyleProblem } from "./style-problem.ts";
import { STYLE_SCHEMA } from "./style-schema.ts";
import { CLAUSES, MARKS, NUMBER_KINDS } from "./style.ts";
import type { ClauseKind, IndicatorStyle, ParagraphStyle, SentenceStyle, Style } from "./style.ts";
import { STYLE_NAMES, findStyle } from "./styles/index.ts";
import { GENERAL } from "./styles/general.ts";
import { WORD_KEYS, WORD_SLOTS } from "./words.ts";
import type { WordKey } from "./words.ts";

const TOP_FIELDS = [
  ..."schema name base note cities paragraphs clauses names namedZones rankedPlaces".split(" "),
  ..."references referenceNames kindNames exceptions precision units marks words".split(" "),
  "indicators",
];
const PARAGRAPH_FIELDS = ["zones", "measures", "of", "signs", "sentences", "note"];
const SENTENCE_FIELDS = ["prefix", "indicators"];
const INDICATOR_FIELDS = ["indicator", "name", "clauses", "words", "note"];
const PRECISION_FIELDS = ["places", "difference", "zeros"];
const UNIT_FAMILIES = [
  "money",
  "foreign-money",
  "floor",
  "land",
  "mass",
  "power",
  "energy",
] as const;

const MOST_PARAGRAPHS = 20;
const MOST_SENTENCES = 20;
const MOST_NAMES = 200;
const MOST_PLACES = 6;

/**
 * Reads a style file (JSON, schema zone-check/style@1). It says what differs from its base (通用 where it names none).
 * It may come from anywhere: every field is looked at, and all problems are told, each with its path; nothing of an
 * invalid file is used.
 */
export function parseStyle(text: string): Result<Style, readonly StyleProblem[]> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    return failed([{ code: "not-json", path: "", detail }]);
  }
  const problems: RulesProblem[] = [];
  const top = FieldReader.open(json, "", problems);
  if (top === undefined) return failed(asStyleProblems(problems));
  const schema = top.text("schema");
  if (schema !== STYLE_SCHEMA) {
    return failed([{ code: "wrong-style-schema", path: "schema", found: schema ?? null }]);
  }
  const fields = new StyleFields(problems);
  const style = readStyle(top, fields);
  const all = [...asStyleProblems(problems), ...fields.problems];
  return all.length > 0 ? failed(all) : success(style);
}

/** The reader of fields knows nothing of schemas or columns. */
function asStyleProblems(problems: readonly RulesProblem[]): readonly StyleProblem[] {
  return problems.flatMap((problem) =>
    problem.code === "wrong-schema" || problem.code === "missing-column" ? [] : [problem]
  );
}

function readStyle(top: FieldReader, fields: StyleFields): Style {
  top.refuseOthers(TOP_FIELDS);
  top.text("note");
  const name = top.required("name", () => fields.phrase(top, "name"));
  const base = top.word("base", top.text("base"), findStyle, STYLE_NAMES) ?? GENERAL;
  const precision = top.inner("precision");
  precision?.refuseOthers(PRECISION_FIELDS);
  return {
    name: name ?? "",
    cities: fields.texts(top, "cities", MOST_NAMES) ?? [],
    paragraphs: readParagraphs(top, fields) ?? base.paragraphs,
    clauses: readClauses(top, fields) ?? base.clauses,
    names: fields.choice(top, "names", ["printed", "catalogue"]) ?? base.names,
    namedZones: fields.whole(top, "namedZones", 0, 20) ?? base.namedZones,
    rankedPlaces: fields.whole(top, "rankedPlaces", 1, 10) ?? base.rankedPlaces,
    references:
      fields.words(top, "references", findReference, knownWords(REFERENCE_NAMES)) ??
      base.references,
    referenceNames: fields.record(top, "referenceNames", base.referenceNames),
    kindNames: fields.record(top, "kindNames", base.kindNames),
    exceptions: fields.choice(top, "exceptions", ["bracket", "omit"]) ?? base.exceptions,
    precision: {
      places: readPlaces(precision?.inner("places"), fields, base.precision.places),
      difference: readDifference(precision, fields) ?? base.precision.difference,
      zeros:
        (precision && fields.choice(precision, "zeros", ["trim", "keep"])) ?? base.precision.zeros,
    },
    units: readUnits(top.inner("units"), fields, base.units),
    marks: readMarks(top, fields, base),
    words: { ...base.words, ...readWords(top.inner("words"), fields) },
    indicators: readIndicators(top, fields) ?? base.indicators,
  };
}

function findReference(text: string): ReferenceScope | undefined {
  return findWord(REFERENCE_NAMES, text);
}

function readClauses(reader: FieldReader, fields: StyleFields): readonly ClauseKind[] | undefined {
  return fields.words(
    reader,
    "clauses",
    (text) => CLAUSES.find((clause) => clause === text),
    CLAUSES
  );
}

function readParagraphs(
  top: FieldReader,
  fields: StyleFields
): readonly ParagraphStyle[] | undefined {
  return fields.objects(top, "paragraphs", MOST_PARAGRAPHS, (reader): ParagraphStyle => {
    reader.refuseOthers(PARAGRAPH_FIELDS);
    reader.text("note");
    const sentences = fields.objects(
      reader,
      "sentences",
      MOST_SENTENCES,
      (inner): SentenceStyle => {
        inner.refuseOthers(SENTENCE_FIELDS);
        return {
          prefix: fields.phrase(inner, "prefix") ?? "",
          indicators: fields.texts(inner, "indicators", MOST_NAMES) ?? [],
        };
      }
    );
    return {
      zones: fields.words(reader, "zones", findZoneKind, knownWords(ZONE_KIND_WORDS)) ?? [],
      measures: fields.words(reader, "measures", findMeasure, MEASURES) ?? [],
      of: fields.choice(reader, "of", ["several", "one", "any"]) ?? "any",
      signs: fields.texts(reader, "signs", 9) ?? [],
      sentences: sentences ?? [{ prefix: "", indicators: [] }],
    };
  });
}

function findMeasure(text: string): (typeof MEASURES)[number] | undefined {
  return MEASURES.find((measure) => measure === text) ?? recogniseMeasure(text);
}

function readIndicators(
  top: FieldReader,
  fields: StyleFields
): readonly IndicatorStyle[] | undefined {
  return fields.objects(top, "indicators", MOST_NAMES, (reader): IndicatorStyle => {
    reader.refuseOthers(INDICATOR_FIELDS);
    reader.text("note");
    return {
      indicator: reader.required("indicator", () => fields.phrase(reader, "indicator")) ?? "",
      name: fields.phrase(reader, "name") ?? null,
      clauses: readClauses(reader, fields) ?? null,
      words: readWords(reader.inner("words"), fields),
    };
  });
}

function readWords(
  reader: FieldReader | undefined,
  fields: StyleFields
): Partial<Record<WordKey, string>> {
  if (reader === undefined) return {};
  reader.refuseOthers(WORD_KEYS);
  const words: Partial<Record<WordKey, string>> = {};
  for (const key of WORD_KEYS) {
    const template = fields.template(reader, key, WORD_SLOTS[key]);
    if (template !== undefined) words[key] = template;
  }
  return words;
}

function readPlaces(
  reader: FieldReader | undefined,
  fields: StyleFields,
  base: Style["precision"]["places"]
): Style["precision"]["places"] {
  if (reader === undefined) return base;
  reader.refuseOthers(NUMBER_KINDS);
  const places = { ...base };
  for (const kind of NUMBER_KINDS) {
    places[kind] = fields.whole(reader, kind, 0, MOST_PLACES) ?? base[kind];
  }
  return places;
}

function readDifference(
  reader: FieldReader | undefined,
  fields: StyleFields
): Style["precision"]["difference"] | undefined {
  return reader && fields.wholeOr(reader, "difference", ["coarser", "finer"], MOST_PLACES);
}

function readUnits(
  reader: FieldReader | undefined,
  fields: StyleFields,
  base: Style["units"]
): Style["units"] {
  if (reader === undefined) return base;
  reader.refuseOthers(UNIT_FAMILIES);
  const units = { ...base };
  for (const family of UNIT_FAMILIES) {
    const unit = fields.unit(reader, family);
    if (unit !== undefined) units[family] = unit;
  }
  return units;
}

function readMarks(top: FieldReader, fields: StyleFields, base: Style): Style["marks"] {
  const reader = top.inner("marks");
  if (reader === undefined) return base.marks;
  reader.refuseOthers(MARKS);
  const marks = { ...base.marks };
  for (const mark of MARKS) marks[mark] = fields.phrase(reader, mark) ?? base.marks[mark];
  return marks;
}
