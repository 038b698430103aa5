import type { Area } from "../../core/index.ts";
import type { ConditionalLook, Engine, EngineConditionalFormat } from "../engine/engine.ts";
import { HostError, invalidArgument, itemNotFound } from "./host-error.ts";

/** A conditional format that the add-in is still describing, property by property. */
interface Draft {
  readonly sheet: string;
  readonly areas: readonly Area[];
  formula: string | null;
  look: ConditionalLook;
}

const PLAIN: ConditionalLook = { fill: null, fontColor: null, bold: false, border: null };

/**
 * Conditional formats as Office.js makes them: first an empty one, then its rule, then its looks. The spreadsheet takes
 * a finished one, so drafts wait until the batch ends or something asks what is there.
 * A format keeps the id it was first known by.
 */
export class FormatStore {
  private readonly drafts = new Map<string, Draft>();
  private readonly engineIds = new Map<string, string>();
  private last = 0;

  constructor(
    private readonly engine: Engine,
    /** Names (upper case) that may not stand in a conditional format: there they never compute. */
    private readonly customFunctions: () => readonly string[]
  ) {}

  add(sheet: string, areas: readonly Area[]): string {
    this.last += 1;
    const id = `{conditional-format-${this.last}}`;
    this.drafts.set(id, { sheet, areas, formula: null, look: PLAIN });
    return id;
  }

  setFormula(id: string, formula: string, location: string): void {
    if (!formula.startsWith("=")) throw invalidArgument(location, "A formula starts with =.");
    const outsideTexts = formula.replaceAll(/"(?:[^"]|"")*"/g, '""').toUpperCase();
    for (const name of this.customFunctions()) {
      if (outsideTexts.includes(`${name}(`))
        throw invalidArgument(
          location,
          `A conditional format cannot use the custom function ${name}.`
        );
    }
    for (const [text] of formula.matchAll(/"(?:[^"]|"")*"/g)) {
      if (text.slice(1, -1).replaceAll('""', '"').length > 255)
        throw invalidArgument(location, "A text in a formula has at most 255 characters.");
    }
    this.draft(id, location).formula = formula;
  }

  changeLook(id: string, change: Partial<ConditionalLook>, location: string): void {
    const draft = this.draft(id, location);
    draft.look = { ...draft.look, ...change };
  }

  look(id: string): ConditionalLook | undefined {
    return this.drafts.get(id)?.look;
  }

  /** Formats of a sheet that touch any of the areas, first in priority first, under the ids the add-in knows. */
  list(sheet: string, areas: readonly Area[]): readonly EngineConditionalFormat[] {
    this.flush();
    return this.known(sheet).filter((format) =>
      format.areas.some((own) => areas.some((area) => intersects(own, area)))
    );
  }

  find(sheet: string, id: string): EngineConditionalFormat | undefined {
    const draft = this.drafts.get(id);
    if (draft !== undefined)
      return { id, type: "custom", areas: draft.areas, formula: draft.formula, stopIfTrue: false };
    return this.known(sheet).find((format) => format.id === id);
  }

  /** Place in the order of priority, from 0. */
  priority(sheet: string, id: string): number {
    this.flush();
    return this.known(sheet).findIndex((format) => format.id === id);
  }

  remove(sheet: string, id: string, location: string): void {
    if (this.drafts.delete(id)) return;
    const format = this.known(sheet).find((candidate) => candidate.id === id);
    if (format === undefined) throw itemNotFound(location);
    this.engine.removeConditionalFormat(sheet, this.engineIds.get(id) ?? id);
    this.engineIds.delete(id);
  }

  /** Hands finished drafts to the spreadsheet, oldest first: each new one goes ahead of all others. */
  flush(): void {
    for (const [id, draft] of this.drafts) {
      if (draft.formula === null) continue;
      const { areas, formula, look } = draft;
      this.engineIds.set(
        id,
        this.engine.addConditionalFormat(draft.sheet, { areas, formula, look })
      );
      this.drafts.delete(id);
    }
  }

  private draft(id: string, location: string): Draft {
    const draft = this.drafts.get(id);
    if (draft === undefined)
      throw new HostError(
        "NotImplemented",
        "emulator: a conditional format can be changed only in the batch that makes it",
        location
      );
    return draft;
  }

  private known(sheet: string): EngineConditionalFormat[] {
    const ids = new Map([...this.engineIds].map(([own, engine]) => [engine, own]));
    return this.engine
      .conditionalFormats(sheet)
      .map((format) => ({ ...format, id: ids.get(format.id) ?? format.id }));
  }
}

function intersects(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
