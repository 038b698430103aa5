import { recogniseUnit } from "../../catalog/index.ts";
import { FieldReader } from "../../rules/field-reader.ts";
import type { RulesProblem } from "../../rules/rules-problem.ts";
import type { StyleProblem } from "./style-problem.ts";
import { parseTemplate } from "./template.ts";

/** More words than this on one list are no list of a style. */
const MOST_WORDS = 100;

/** Reads what only style files hold. It gathers problems of its own beside those of the field reader, hence a class. */
export class StyleFields {
  readonly problems: StyleProblem[] = [];
  private readonly general: RulesProblem[];

  constructor(general: RulesProblem[]) {
    this.general = general;
  }

  /** Words that stand in the text as they are. */
  phrase(reader: FieldReader, name: string): string | undefined {
    const text = reader.text(name);
    if (text !== undefined && CONTROL.test(text)) {
      this.problems.push({ code: "control-character", path: reader.at(name) });
      return undefined;
    }
    return text;
  }

  template(reader: FieldReader, name: string, slots: readonly string[]): string | undefined {
    const text = this.phrase(reader, name);
    if (text === undefined) return undefined;
    const { faults } = parseTemplate(text, slots);
    const path = reader.at(name);
    for (const fault of faults) {
      this.problems.push(
        fault.kind === "unknown-slot"
          ? { code: "unknown-slot", path, found: fault.found, known: slots }
          : { code: "bad-brackets", path, found: fault.kind === "nested" ? "[" : fault.found }
      );
    }
    return faults.length > 0 ? undefined : text;
  }

  choice<T extends string>(reader: FieldReader, name: string, known: readonly T[]): T | undefined {
    return reader.word(
      name,
      reader.text(name),
      (text) => known.find((each) => each === text),
      known
    );
  }

  whole(reader: FieldReader, name: string, low: number, high: number): number | undefined {
    const number = reader.number(name);
    if (number === undefined) return undefined;
    if (Number.isInteger(number) && number >= low && number <= high) return number;
    this.problems.push({ code: "out-of-range", path: reader.at(name), low, high });
    return undefined;
  }

  /** One of the words, or a whole number. */
  wholeOr<T extends string>(
    reader: FieldReader,
    name: string,
    known: readonly T[],
    high: number
  ): T | number | undefined {
    return reader.holds(name, "number")
      ? this.whole(reader, name, 0, high)
      : this.choice(reader, name, known);
  }

  unit(reader: FieldReader, name: string): string | undefined {
    return reader.word(
      name,
      reader.text(name),
      (text) => {
        const unit = recogniseUnit(text);
        return unit?.family === name ? unit.name : undefined;
      },
      EXAMPLES[name] ?? []
    );
  }

  texts(reader: FieldReader, name: string, limit: number): readonly string[] | undefined {
    return reader.list(name, limit)?.flatMap((item, place) => {
      const path = reader.at(`${name}[${place}]`);
      if (typeof item !== "string" || item.trim() === "" || item.length > 100) {
        this.general.push({ code: "wrong-type", path, expected: "text" });
        return [];
      }
      if (!CONTROL.test(item)) return [item.trim()];
      this.problems.push({ code: "control-character", path });
      return [];
    });
  }

  /** Each of a closed list. */
  words<T>(
    reader: FieldReader,
    name: string,
    find: (text: string) => T | undefined,
    known: readonly string[]
  ): readonly T[] | undefined {
    return this.texts(reader, name, MOST_WORDS)?.flatMap((text, place) => {
      const found = find(text);
      if (found !== undefined) return [found];
      const path = reader.at(`${name}[${place}]`);
      this.general.push({ code: "unknown-word", path, found: text, known });
      return [];
    });
  }

  objects<T>(
    reader: FieldReader,
    name: string,
    limit: number,
    read: (reader: FieldReader) => T
  ): readonly T[] | undefined {
    return reader.list(name, limit)?.flatMap((item, place) => {
      const inner = FieldReader.open(item, reader.at(`${name}[${place}]`), this.general);
      return inner === undefined ? [] : [read(inner)];
    });
  }

  /** Texts under the keys of the base; the others stay as they are there. */
  record<K extends string>(
    top: FieldReader,
    name: string,
    base: Readonly<Record<K, string>>
  ): Readonly<Record<K, string>> {
    const reader = top.inner(name);
    if (reader === undefined) return base;
    const keys = Object.keys(base) as K[];
    reader.refuseOthers(keys);
    const named = keys.map((key) => [key, this.phrase(reader, key) ?? base[key]] as const);
    return Object.fromEntries(named) as Record<K, string>;
  }
}

const CONTROL = /\p{Cc}/u;

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  money: ["亿元", "万元", "元"],
  "foreign-money": ["亿美元", "万美元"],
  floor: ["万平方米", "平方米"],
  land: ["亩", "公顷"],
  mass: ["万吨", "吨"],
  power: ["万千瓦", "MW"],
  energy: ["亿千瓦时", "万千瓦时"],
};
