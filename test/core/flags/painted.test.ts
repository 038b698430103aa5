import { afterEach, describe, expect, jest, test } from "@jest/globals";
import type { CellValue, Finding, Flag, Sheet, TargetRule } from "../../../src/core/index.ts";
import { FLAG_LOOKS, formatArea, formatCell, parseArea } from "../../../src/core/index.ts";
import type { Engine } from "../../../src/workbench/engine/engine.ts";
import { loadEngine } from "../../support/engine.ts";
import { bookOf, sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";
import { packageBookOf } from "../../support/package-book.ts";
import { findingAt, planOf, unmet } from "./evaluations.ts";

jest.setTimeout(30_000);

/** Flags on a real calculation: what is painted, and what happens to it as cells change. */
let engine: Engine | undefined;

afterEach(() => {
  engine?.dispose();
  engine = undefined;
});

interface Page {
  readonly sheet: Sheet;
  readonly findings: readonly Finding[];
}

/** A spreadsheet with these pages (sheet-1, sheet-2, …), flagged. */
function open(...pages: readonly Page[]): Engine {
  const book = bookOf(...pages.map(({ sheet }) => sheet));
  const opened = loadEngine().createNodeEngine(packageBookOf(book));
  engine = opened;
  const plan = planOf(book, ...pages.flatMap(({ findings }) => findings));
  for (const intent of plan) {
    if (intent.kind !== "put-flags") continue;
    const id = opened.sheets().find(({ name }) => name === intent.sheet)?.id ?? "";
    // A rule put last comes first, as in Excel.
    for (const flag of [...intent.flags].reverse()) put(opened, id, flag);
  }
  return opened;
}

function put(opened: Engine, id: string, flag: Flag): void {
  const look = FLAG_LOOKS[flag.style];
  opened.addConditionalFormat(id, { areas: flag.areas, formula: flag.formula, look });
}

/** Painted cells of the upper left corner of every sheet. */
async function painted(opened: Engine): Promise<readonly (readonly string[])[]> {
  await opened.settled();
  const cells = Array.from({ length: 12 * 8 }, (_, i) => ({
    row: Math.floor(i / 8),
    column: i % 8,
  }));
  // Asked all at once: each answer waits for the painting to be done.
  return await Promise.all(
    opened.sheets().map(async ({ id }) => {
      const applied = await Promise.all(
        cells.map((cell) => opened.appliedConditionalFormats(id, cell))
      );
      return cells.filter((_, index) => applied[index]?.length !== 0).map(formatCell);
    })
  );
}

function type(opened: Engine, id: string, cell: string, value: CellValue): void {
  const at = parseArea(cell);
  if (at === undefined) throw new Error(`not a cell: ${cell}`);
  opened.writeCells(id, at, [[{ kind: "value", value }]], "user");
}

const share = (S: string, cell: string, part: string, whole: string, stated: number): Finding =>
  findingAt("share-mismatch", S, cell, {
    stated,
    operands: [part, whole],
    params: {
      part: Number(/=(-?[\d.]+)/.exec(part)?.[1]),
      whole: Number(/=(-?[\d.]+)/.exec(whole)?.[1]),
      wholeName: "全市",
      computed: 0,
      fits: null,
      wholeColumn: false,
      hint: null,
    },
  });

function ruleOf(finding: Finding): TargetRule {
  if (finding.code !== "target-unmet") throw new Error("not an unmet target");
  return finding.params.rule;
}

interface Case {
  readonly title: string;
  readonly rows: readonly (readonly GridCell[])[];
  readonly findings: (sheet: string) => readonly Finding[];
  /** Edits that take the flag off the first finding's cell; each is undone by typing the old value again. */
  readonly cures: readonly (readonly [string, CellValue])[];
  /** Edits after which the flag still stands. */
  readonly noCures: readonly (readonly [string, CellValue])[];
}

const CASES: readonly Case[] = [
  {
    title: "an unmet target goes with the value, a blank or a word, and not with a lower value",
    rows: [[16, 17]],
    findings: (S) => [unmet(S, "A1", 16, 17, { targetCell: "B1" })],
    cures: [
      ["A1", 17],
      ["A1", null],
      ["A1", "—"],
      ["B1", 16],
    ],
    noCures: [
      ["A1", 16.999],
      ["A1", 0],
      ["B1", 18],
    ],
  },
  {
    title: "a percent-formatted value is held against a target in percent",
    rows: [[{ v: 0.16, nf: "0%" }]],
    findings: (S) => [unmet(S, "A1", 16, 17)],
    cures: [["A1", 0.17]],
    noCures: [["A1", 0.1699]],
  },
  {
    title: "a share goes when it agrees with its operands, whichever is corrected",
    rows: [[14.26, 177.53, 9]],
    findings: (S) => [share(S, "C1", "part=14.26@A1", "whole=177.53@B1", 9)],
    cures: [
      ["C1", 8.0324],
      ["A1", 15.98],
      ["B1", 158.44],
      ["B1", 0],
    ],
    noCures: [
      ["C1", 8.2],
      ["B1", 170],
    ],
  },
  {
    title: "a total goes when it is the sum, or when a member is not there",
    rows: [[1.1], [2.2], [3.3], [7]],
    findings: (S) => [
      findingAt("sum-mismatch", S, "A4", {
        stated: 7,
        operands: ["member=1.1@A1", "member=2.2@A2", "member=3.3@A3"],
        params: { stated: 7, sum: 6.6, members: 3, unit: null, cause: null, hint: null },
      }),
    ],
    cures: [
      ["A4", 6.6],
      ["A4", 6.7],
      ["A2", 2.6],
      ["A1", null],
    ],
    noCures: [
      ["A4", 6.8],
      ["A1", 2],
    ],
  },
  {
    title: "a target that is not the rule's goes when it is",
    rows: [[17]],
    findings: (S) => [
      findingAt("target-mismatch", S, "A1", {
        stated: 17,
        params: { written: 17, ruled: 16, rule: ruleOf(unmet(S, "A1", 17, 16)) },
      }),
    ],
    cures: [
      ["A1", 16],
      ["A1", null],
      ["A1", "—"],
    ],
    noCures: [
      ["A1", 16.01],
      ["A1", 15],
    ],
  },
  {
    title: "a verdict that denies a target just reached goes with its word or with the numbers",
    rows: [[17, 17, "未达到"]],
    findings: (S) => [
      findingAt("verdict-mismatch", S, "C1", {
        stated: "未达到",
        operands: ["actual=17@A1", "target=17@B1"],
        params: { verdict: "未达到", actual: 17, target: 17, met: true },
      }),
    ],
    cures: [
      ["C1", "达到"],
      ["A1", 16],
    ],
    noCures: [],
  },
  {
    title: "a verdict goes with its word or with the numbers",
    rows: [[15, 17, "达到"]],
    findings: (S) => [
      findingAt("verdict-mismatch", S, "C1", {
        stated: "达到",
        operands: ["actual=15@A1", "target=17@B1"],
        params: { verdict: "达到", actual: 15, target: 17, met: false },
      }),
    ],
    cures: [
      ["C1", "未达到"],
      ["A1", 17],
      ["B1", 15],
    ],
    noCures: [["A1", 16]],
  },
  {
    title: "a number stored as text goes when it is a number, or another text",
    rows: [['1 "a" 2']],
    findings: (S) => [
      findingAt("not-a-number", S, "A1", { params: { text: '1 "a" 2', nearest: null } }),
    ],
    cures: [
      ["A1", 12],
      ["A1", '1 "A" 2'],
      ["A1", null],
    ],
    noCures: [],
  },
  {
    title: "a number stored as text goes when the same number is typed",
    rows: [["16.5"]],
    findings: (S) => [findingAt("text-number", S, "A1", { params: { text: "16.5", value: 16.5 } })],
    cures: [["A1", 16.5]],
    noCures: [],
  },
  {
    title: "a long text is known by its beginning and its length",
    rows: [["长".repeat(500)]],
    findings: (S) => [findingAt("not-a-number", S, "A1", { params: { text: "", nearest: null } })],
    cures: [
      ["A1", "长".repeat(499)],
      ["A1", `短${"长".repeat(499)}`],
    ],
    noCures: [],
  },
  {
    title: "a missing value goes when anything stands there, and comes back with a blank text",
    rows: [[1], [null]],
    findings: (S) => [
      findingAt("missing-value", S, "A2", { params: { filledPeers: 9, peers: 10 } }),
    ],
    cures: [
      ["A2", 0],
      ["A2", "—"],
    ],
    noCures: [["A2", "  "]],
  },
  {
    title: "an error value goes with the error",
    rows: [[{ error: "#REF!" }]],
    findings: (S) => [findingAt("formula-error", S, "A1", { params: { error: "#REF!" } })],
    cures: [["A1", 1]],
    noCures: [["A1", { error: "#DIV/0!" }]],
  },
  {
    title: "what cannot be written natively stays until its cell changes",
    rows: [[109.24]],
    findings: (S) => [
      findingAt("sum-mismatch", S, "A1", {
        stated: 109.24,
        params: { stated: 109.24, sum: 1, members: 0, unit: null, cause: null, hint: null },
      }),
    ],
    cures: [
      ["A1", 109.25],
      ["A1", null],
      ["A1", "109.24"],
    ],
    noCures: [],
  },
];

const S = "指标";
const SHEET = "sheet-1";

describe("painted flags", () => {
  const names = CASES.map((_, index) => `表${index + 1}`);
  const pages = CASES.map(({ rows, findings }, index): Page => {
    const name = names[index] ?? "";
    return { sheet: sheetOf(name, rows), findings: findings(name) };
  });
  const named = pages.map(({ findings }) => findings.map(({ at }) => formatArea(at.area)));

  /** Makes the n-th edit of every case at once, looks, and takes the edits back. */
  async function afterEdits(
    opened: Engine,
    edits: readonly (readonly [string, CellValue] | undefined)[]
  ): Promise<readonly (readonly string[])[]> {
    edits.forEach((edit, index) => {
      if (edit !== undefined) type(opened, `sheet-${index + 1}`, ...edit);
    });
    const cells = await painted(opened);
    edits.forEach((edit, index) => {
      const at = edit === undefined ? undefined : parseArea(edit[0]);
      if (edit === undefined || at === undefined) return;
      const before = pages[index]?.sheet.values[at.row]?.[at.column] ?? null;
      type(opened, `sheet-${index + 1}`, edit[0], before);
    });
    return cells;
  }

  /** One line for each case and edit, so that a failure names them all. */
  const told = (
    edits: readonly (readonly [string, CellValue] | undefined)[],
    cells: readonly (readonly string[])[]
  ): readonly string[] =>
    CASES.flatMap(({ title }, index) => {
      const edit = edits[index];
      return edit === undefined
        ? []
        : [`${title} | ${edit[0]} = ${JSON.stringify(edit[1])} | ${cells[index]?.join() ?? ""}`];
    });

  test("stand on the cells that are named, and go and stay as those cells' own tests say", async () => {
    const opened = open(...pages);
    expect(await painted(opened)).toEqual(named);
    const most = Math.max(...CASES.flatMap(({ cures, noCures }) => [cures.length, noCures.length]));
    for (let round = 0; round < most; round += 1) {
      const cures = CASES.map((each) => each.cures[round]);
      const gone = await afterEdits(opened, cures);
      expect(told(cures, gone)).toEqual(
        told(
          cures,
          CASES.map(() => [])
        )
      );
      const noCures = CASES.map((each) => each.noCures[round]);
      if (noCures.every((edit) => edit === undefined)) continue;
      const kept = await afterEdits(opened, noCures);
      expect(told(noCures, kept)).toEqual(told(noCures, named));
    }
    expect(await painted(opened)).toEqual(named);
  });

  test("leave the cells of a column of text one by one, as numbers are typed", async () => {
    const sheet = sheetOf(S, [["16.5"], ["17.5"], [18.5], ["19.5"], ["20.5"]]);
    const params = { text: "16.5", value: 16.5, cells: 4 };
    const opened = open({ sheet, findings: [findingAt("text-number", S, "A1:A5", { params })] });
    expect((await painted(opened))[0]).toEqual(["A1", "A2", "A4", "A5"]);
    type(opened, SHEET, "A2", 17.5);
    expect((await painted(opened))[0]).toEqual(["A1", "A4", "A5"]);
  });

  test("stand where it should on every row that shares its rule, down and across", async () => {
    const rows = Array.from({ length: 8 }, (_, row): GridCell[] => [row, row + (row % 2), row * 2]);
    const down = rows.flatMap((_, row) =>
      row % 2 === 0 ? [] : [unmet(S, `A${row + 1}`, row, row + 1, { targetCell: `B${row + 1}` })]
    );
    const across = ["E", "F", "G"].map((letter) =>
      findingAt("sum-mismatch", S, `${letter}3`, {
        stated: 9,
        operands: [`member=1@${letter}1`, `member=2@${letter}2`],
        params: { stated: 9, sum: 3, members: 2, unit: null, cause: null, hint: null },
      })
    );
    const wide = rows.map((row, index): GridCell[] => [
      ...row,
      null,
      ...(index < 3 ? Array.from({ length: 3 }, () => [1, 2, 9][index] ?? null) : []),
    ]);
    const opened = open({ sheet: sheetOf(S, wide), findings: [...down, ...across] });
    expect(opened.conditionalFormats(SHEET)).toHaveLength(2);
    expect([...((await painted(opened))[0] ?? [])].sort()).toEqual(
      ["A2", "A4", "A6", "A8", "E3", "F3", "G3"].sort()
    );
  });

  test("stand on its own cell alone where many different tests are put into one rule", async () => {
    const values = Array.from({ length: 30 }, (_, row) => (row % 3 === 0 ? `文${row}` : row * 1.5));
    const sheet = sheetOf(
      S,
      values.map((value) => [value])
    );
    const frozen = values.flatMap((value, row) =>
      row % 3 === 1 && typeof value === "number"
        ? [
            findingAt("sum-mismatch", S, `A${row + 1}`, {
              stated: value,
              params: { stated: value, sum: -1, members: 0, unit: null, cause: null, hint: null },
            }),
          ]
        : []
    );
    const more = Array.from({ length: 5 }, (_, i) => i * 3 + 2).map((row) =>
      findingAt("sum-mismatch", S, `A${row + 1}`, {
        stated: row * 1.5,
        params: { stated: row * 1.5, sum: -1, members: 0, unit: null, cause: null, hint: null },
      })
    );
    const opened = open({ sheet, findings: [...frozen, ...more] });
    expect(opened.conditionalFormats(SHEET)).toHaveLength(1);
    const named = new Set([...frozen, ...more].map((finding) => formatArea(finding.at.area)));
    const inView = [...named].filter((cell) => Number(cell.slice(1)) <= 12);
    expect([...((await painted(opened))[0] ?? [])].sort()).toEqual(inView.sort());
    type(opened, SHEET, "A2", 99);
    expect((await painted(opened))[0]).not.toContain("A2");
  });
});
