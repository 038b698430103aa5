import type { RulesFieldType, RulesProblem } from "./rules-problem.ts";

/** A text longer than this is no name. */
const MAX_TEXT = 500;
/** Beyond this a number has no exact digits left. */
const MAX_NUMBER = 1e15;

/**
 * One object of a foreign JSON file, read field by field. A field that is absent or null gives undefined; one of the
 * wrong type gives undefined and a problem. It holds the path and the list of problems, hence a class. Fields are
 * looked up as own properties only, so that a file cannot reach into prototypes.
 */
export class FieldReader {
  private readonly fields: ReadonlyMap<string, unknown>;
  private readonly path: string;
  private readonly problems: RulesProblem[];

  private constructor(
    fields: ReadonlyMap<string, unknown>,
    path: string,
    problems: RulesProblem[]
  ) {
    this.fields = fields;
    this.path = path;
    this.problems = problems;
  }

  static open(value: unknown, path: string, problems: RulesProblem[]): FieldReader | undefined {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      problems.push({ code: "wrong-type", path, expected: "object" });
      return undefined;
    }
    return new FieldReader(new Map(Object.entries(value)), path, problems);
  }

  at(name: string): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }

  report(problem: RulesProblem): void {
    this.problems.push(problem);
  }

  refuseOthers(known: readonly string[]): void {
    for (const name of this.fields.keys()) {
      if (!known.includes(name)) {
        this.report({ code: "unknown-field", path: this.at(name.slice(0, 100)) });
      }
    }
  }

  /** Reads a field and tells where it is not there at all. */
  required<T>(name: string, read: () => T | undefined): T | undefined {
    if (this.isAbsent(name)) this.report({ code: "missing-field", path: this.at(name) });
    return read();
  }

  text(name: string): string | undefined {
    return this.typed(name, "text", (value) => {
      if (typeof value !== "string" || value.length > MAX_TEXT) return undefined;
      const text = value.trim();
      return text === "" ? undefined : text;
    });
  }

  number(name: string): number | undefined {
    return this.typed(name, "number", (value) =>
      typeof value === "number" && Math.abs(value) <= MAX_NUMBER ? value : undefined
    );
  }

  truth(name: string): boolean | undefined {
    return this.typed(name, "boolean", (value) => (typeof value === "boolean" ? value : undefined));
  }

  holds(name: string, type: "number"): boolean {
    return typeof this.fields.get(name) === type;
  }

  /** An object inside this one. */
  inner(name: string): FieldReader | undefined {
    const value = this.typed(name, "object", (each) =>
      typeof each === "object" && each !== null && !Array.isArray(each) ? each : undefined
    );
    return value && FieldReader.open(value, this.at(name), this.problems);
  }

  list(name: string, limit: number): readonly unknown[] | undefined {
    const items = this.typed(name, "array", (value) =>
      Array.isArray(value) ? (value as readonly unknown[]) : undefined
    );
    if (items === undefined || items.length <= limit) return items;
    this.report({ code: "too-many", path: this.at(name), limit });
    return undefined;
  }

  /** A word of a closed list, or undefined with a problem that names the list. */
  word<T>(
    name: string,
    text: string | undefined,
    find: (text: string) => T | undefined,
    known: readonly string[]
  ): T | undefined {
    if (text === undefined) return undefined;
    const found = find(text);
    if (found === undefined) {
      this.report({ code: "unknown-word", path: this.at(name), found: text, known });
    }
    return found;
  }

  private isAbsent(name: string): boolean {
    const value = this.fields.get(name);
    return value === undefined || value === null;
  }

  private typed<T>(
    name: string,
    expected: RulesFieldType,
    convert: (value: unknown) => T | undefined
  ): T | undefined {
    if (this.isAbsent(name)) return undefined;
    const converted = convert(this.fields.get(name));
    if (converted === undefined) this.report({ code: "wrong-type", path: this.at(name), expected });
    return converted;
  }
}
