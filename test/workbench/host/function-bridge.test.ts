import { beforeEach, describe, expect, test } from "@jest/globals";
import { FunctionBridge } from "../../../src/workbench/host/function-bridge.ts";
import type { FunctionMetadata } from "../../../src/workbench/host/function-bridge.ts";
import type { Json, MessageEntry } from "../../../src/workbench/host/wire.ts";
import type { CellValue } from "../../../src/core/index.ts";

const matrix = { name: "x", dimensionality: "matrix" };
const scalar = { name: "x", dimensionality: "scalar" };
const functions: readonly FunctionMetadata[] = [
  { id: "ZONE_GAP", name: "ZONE_GAP", parameters: [matrix, matrix, { ...scalar, optional: true }] },
  { id: "SCALAR", name: "Scalar", parameters: [scalar], options: { cancelable: true } },
  { id: "ERRORS", name: "ERRORS", parameters: [matrix], allowErrorForDataTypeAny: true },
];

let posted: MessageEntry[];
let bridge: FunctionBridge;
const make = (blank: "null" | "zero" | "text" = "null"): void => {
  posted = [];
  bridge = new FunctionBridge(
    (entries) => posted.push(...entries),
    blank,
    (sheet) => `表 ${sheet}`
  );
  bridge.define(functions);
};
beforeEach(() => {
  make();
});

type Args = readonly (CellValue | CellValue[][])[];
const call = (name: string, ...args: Args): Promise<CellValue | CellValue[][]> =>
  bridge.call({ name, args, sheet: "1", cell: { row: 4, column: 5 } });

/** The arguments of the last call, as the add-in gets them. */
const sent = (): Json => (JSON.parse(posted.at(-1)?.[3] ?? "[]") as Json[])[2] ?? null;

describe("custom functions between spreadsheet and add-in", () => {
  test("a call is a message with id, function, arguments and place, once the add-in is ready", () => {
    void call("zone_gap", 16, 17, null);
    expect(posted).toEqual([]);
    bridge.ready();
    expect(posted).toEqual([
      [
        1,
        1000,
        "",
        JSON.stringify([1, "ZONE_GAP", [[[16]], [[17]], null], "'表 1'!F5", 0, null]),
        "",
        false,
      ],
    ]);
  });

  test("a range for a matrix comes as a grid; one cell for a scalar as its value; more cells are no scalar", async () => {
    bridge.ready();
    void call(
      "ZONE_GAP",
      [
        [1, null],
        ["x", true],
      ],
      [[17]]
    );
    expect(sent()).toEqual([
      [
        [1, null],
        ["x", true],
      ],
      [[17]],
      // Left out, as every argument after it would be.
      null,
    ]);
    void call("SCALAR", [[5]]);
    expect(sent()).toEqual([5]);
    expect(await call("SCALAR", [[5, 6]])).toEqual({ error: "#VALUE!" });
  });

  test("an empty cell is nothing, or 0 on a host like older desktop versions, or an empty text", () => {
    bridge.ready();
    void call("ZONE_GAP", [[null]], 17);
    expect(sent()).toEqual([[[null]], [[17]], null]);
    make("zero");
    bridge.ready();
    void call("ZONE_GAP", [[null]], 17);
    expect(sent()).toEqual([[[0]], [[17]], null]);
    make("text");
    bridge.ready();
    void call("ZONE_GAP", [[null]], 17);
    expect(sent()).toEqual([[[""]], [[17]], null]);
  });

  test("an error among the arguments is the result, unless the function takes errors", async () => {
    bridge.ready();
    expect(await call("ZONE_GAP", [[1, { error: "#DIV/0!" }]], 17)).toEqual({ error: "#DIV/0!" });
    expect(posted).toEqual([]);
    void call("ERRORS", { error: "#REF!" });
    expect(sent()).toEqual([[[{ type: "CustomFunctionError", code: "#REF!" }]]]);
  });

  test.each<[string, Json[], CellValue | CellValue[][]]>([
    ["a number", [true, 3], 3],
    ["nothing", [true, null], null],
    [
      "a grid",
      [
        true,
        [
          [1, "吻合"],
          [null, false],
        ],
      ],
      [
        [1, "吻合"],
        [null, false],
      ],
    ],
    [
      "a formatted number",
      [true, { type: "FormattedNumber", basicValue: 12.5, numberFormat: "0.0" }],
      12.5,
    ],
    ["a returned error", [true, { type: "Error", basicValue: "#N/A" }], { error: "#N/A" }],
    ["#N/A with a message", [false, "缺项", 1], { error: "#N/A" }],
    ["#DIV/0!", [false, "", 5], { error: "#DIV/0!" }],
    ["#NUM!", [false, "", 6], { error: "#NUM!" }],
    ["a plain error", [false, "", 2], { error: "#VALUE!" }],
  ])("the answer %s", async (_, answer, shown) => {
    bridge.ready();
    const result = call("ZONE_GAP", 16, 17);
    bridge.answer([[1, ...answer, [0]]]);
    expect(await result).toEqual(shown);
    expect(bridge.outstanding()).toEqual([]);
  });

  test("answers find their calls in any order, and foreign ones are left alone", async () => {
    bridge.ready();
    const results = Promise.all([call("ZONE_GAP", 1, 1), call("ZONE_GAP", 2, 2)]);
    bridge.answer([
      [99, true, "?"],
      [2, true, "二"],
      [1, true, "一"],
    ]);
    expect(await results).toEqual(["一", "二"]);
  });

  test("a cancelled call is told to the add-in where the function can be cancelled", async () => {
    bridge.ready();
    const results = [call("SCALAR", 1), call("ZONE_GAP", 1, 1)];
    bridge.cancelAll();
    expect(await Promise.all(results)).toEqual([{ error: "#N/A" }, { error: "#N/A" }]);
    expect(posted.filter(([, type]) => type === 1001).map(([, , , text]) => text)).toEqual([
      '{"invocationId":1}',
    ]);
  });

  test("calls the add-in had not answered when it was loaded anew are sent again", () => {
    bridge.ready();
    void call("ZONE_GAP", 1, 1);
    bridge.detached();
    void call("ZONE_GAP", 2, 2);
    posted = [];
    bridge.ready();
    expect(posted.map(([, , , text]) => (JSON.parse(text) as Json[])[0])).toEqual([1, 2]);
  });

  test("a function nobody declared is no name", async () => {
    expect(await call("ZONE_GAPS", 1)).toEqual({ error: "#NAME?" });
  });
});
