import { MEASURES } from "../model/measure.ts";
import type { ReferenceScope, SubjectRole } from "../model/zone.ts";
import type { OwnPart, Sections } from "./own-part.ts";
import { parseOwnPart } from "./own-part.ts";
import type {
  CorrectedAgainst,
  LineChange,
  ReadingCorrection,
  SubjectChange,
} from "./reading-correction.ts";

const SECTION = "corrections";
const MAX_CORRECTIONS = 5_000;
const MAX_TEXT = 500;
const MAX_PATH = 20;

const ROLES: readonly SubjectRole[] = [
  "zone",
  "project",
  "total",
  "subtotal",
  "part",
  "average",
  "reference",
];
const SCOPES: readonly ReferenceScope[] = [
  "city",
  "province",
  "province-zones",
  "nation",
  "nation-zones",
  "benchmark",
];

/** The corrections kept with a workbook, and whether its part could be read. */
export interface KeptCorrections {
  readonly part: OwnPart["kind"];
  readonly corrections: readonly ReadingCorrection[];
}

/** Reads the corrections out of a workbook's part. What is not exactly a correction is left out: it may come from anywhere. */
export function readCorrections(xml: string | null): KeptCorrections {
  const part = parseOwnPart(xml);
  return {
    part: part.kind,
    corrections: part.kind === "read" ? parseCorrections(part.sections) : [],
  };
}

export function parseCorrections(sections: Sections): readonly ReadingCorrection[] {
  let json: unknown;
  try {
    json = JSON.parse(sections.get(SECTION) ?? "[]");
  } catch {
    return [];
  }
  if (!Array.isArray(json)) return [];
  return json.slice(0, MAX_CORRECTIONS).flatMap((entry) => parseCorrection(entry) ?? []);
}

/** The sections with these corrections in them; without the section where there are none. */
export function putCorrections(
  sections: Sections,
  corrections: readonly ReadingCorrection[]
): Sections {
  const next = new Map(sections);
  if (corrections.length === 0) next.delete(SECTION);
  else next.set(SECTION, toJson(corrections));
  return next;
}

/** JSON in ASCII and Chinese alone: what XML does not allow as a character is written by its number. */
function toJson(corrections: readonly ReadingCorrection[]): string {
  return JSON.stringify(corrections).replace(
    /[\u007F-\u009F\u2028\u2029\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

type Fields = ReadonlyMap<string, unknown>;

function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

function parseCorrection(value: unknown): ReadingCorrection | undefined {
  const fields = fieldsOf(value);
  const sheet = textOf(fields?.get("sheet"));
  const nth = fields?.get("nth");
  if (fields === undefined || sheet === undefined) return undefined;
  if (typeof nth !== "number" || !Number.isInteger(nth) || nth < 0) return undefined;
  if (fields.get("kind") === "line") {
    const path = fields.get("path");
    const change = parseLineChange(fieldsOf(fields.get("change")));
    if (!Array.isArray(path) || path.length === 0 || path.length > MAX_PATH) return undefined;
    const texts = path.map(textOf).filter((text) => text !== undefined);
    if (change === undefined || texts.length < path.length) return undefined;
    return { kind: "line", sheet, path: texts, nth, change };
  }
  if (fields.get("kind") !== "subject") return undefined;
  const label = textOf(fields.get("label"));
  const change = parseSubjectChange(fieldsOf(fields.get("change")));
  if (label === undefined || change === undefined) return undefined;
  return { kind: "subject", sheet, label, nth, change };
}

function parseLineChange(fields: Fields | undefined): LineChange | undefined {
  if (fields?.get("kind") === "set-aside") return { kind: "set-aside" };
  if (fields?.get("kind") !== "meaning") return undefined;
  const indicator = nullable(fields.get("indicator"), textOf);
  const measure = nullable(fields.get("measure"), (value) => wordOf(MEASURES, value));
  const unit = nullable(fields.get("unit"), textOf);
  const against = nullable(fields.get("against"), parseAgainst);
  if (indicator === undefined || measure === undefined) return undefined;
  if (unit === undefined || against === undefined) return undefined;
  return { kind: "meaning", indicator, measure, unit, against };
}

function parseAgainst(value: unknown): CorrectedAgainst | undefined {
  const fields = fieldsOf(value);
  switch (fields?.get("kind")) {
    case "total":
      return { kind: "total" };
    case "none":
      return { kind: "none" };
    case "reference": {
      const scope = wordOf(SCOPES, fields.get("scope"));
      return scope === undefined ? undefined : { kind: "reference", scope };
    }
    case "indicator": {
      const indicator = textOf(fields.get("indicator"));
      return indicator === undefined ? undefined : { kind: "indicator", indicator };
    }
    default:
      return undefined;
  }
}

function parseSubjectChange(fields: Fields | undefined): SubjectChange | undefined {
  if (fields?.get("kind") === "set-aside") return { kind: "set-aside" };
  if (fields?.get("kind") !== "subject") return undefined;
  const name = nullable(fields.get("name"), textOf);
  const role = nullable(fields.get("role"), (value) => wordOf(ROLES, value));
  return name === undefined || role === undefined ? undefined : { kind: "subject", name, role };
}

function nullable<T>(
  value: unknown,
  parse: (value: unknown) => T | undefined
): T | null | undefined {
  return value === null || value === undefined ? null : parse(value);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" && value.length <= MAX_TEXT
    ? value
    : undefined;
}

function wordOf<T extends string>(words: readonly T[], value: unknown): T | undefined {
  return words.find((word) => word === value);
}
