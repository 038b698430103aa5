import { beforeEach, describe, expect, test } from "@jest/globals";
import { createHost } from "../../../src/workbench/host/host.ts";
import type { Host } from "../../../src/workbench/host/host.ts";
import type { Json, WireAction, WireAnswer, WirePath } from "../../../src/workbench/host/wire.ts";
import { MemoryEngine } from "../../support/memory-engine.ts";

let engine: MemoryEngine;
let host: Host;
beforeEach(() => {
  engine = new MemoryEngine(["Sheet1"]);
  host = createHost(engine);
});

type Action = Omit<WireAction, "Name"> & { readonly Name?: string };

async function send(
  actions: readonly Action[],
  paths: Readonly<Record<string, Omit<WirePath, "Id">>>
): Promise<WireAnswer> {
  const body = {
    Actions: actions.map((action) => ({ Name: "", ...action })),
    ObjectPaths: Object.fromEntries(
      Object.entries(paths).map(([id, path]) => [id, { Id: Number(id), ...path }])
    ),
  };
  const reply = await host.processRequest(JSON.stringify(body));
  if (reply.kind === "refused") throw new Error(String(reply.error));
  return JSON.parse(reply.text) as WireAnswer;
}

const valueOf = (answer: WireAnswer, id: number): Json | undefined =>
  answer.Results.find(({ ActionId }) => ActionId === id)?.Value;

const root = { ObjectPathType: 1, Name: "" };
const worksheets = { ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 };
const sheet = {
  ObjectPathType: 5,
  Name: "",
  ParentObjectPathId: 3,
  ArgumentInfo: { Arguments: ["Sheet1"] },
};
const range = (address: string): Omit<WirePath, "Id"> => ({
  ObjectPathType: 3,
  Name: "GetRange",
  ParentObjectPathId: 5,
  ArgumentInfo: { Arguments: [address] },
});

describe("a batch of Office.js", () => {
  test("a captured first sync is answered in the library's own terms", async () => {
    // As captured from getItem("Sheet1").getRange("A1:B2") with values written and loaded and a fill set.
    const answer = await send(
      [
        { Id: 2, ActionType: 1, ObjectPathId: 1 },
        { Id: 4, ActionType: 1, ObjectPathId: 3 },
        { Id: 6, ActionType: 1, ObjectPathId: 5 },
        { Id: 8, ActionType: 1, ObjectPathId: 7 },
        {
          Id: 9,
          ActionType: 3,
          Name: "_KeepReference",
          ObjectPathId: 7,
          ArgumentInfo: { Arguments: [] },
        },
        { Id: 10, ActionType: 1, ObjectPathId: 7 },
        {
          Id: 11,
          ActionType: 4,
          Name: "Values",
          ObjectPathId: 7,
          ArgumentInfo: {
            Arguments: [
              [
                [1, "x"],
                [true, 2.5],
              ],
            ],
          },
        },
        {
          Id: 12,
          ActionType: 2,
          ObjectPathId: 7,
          QueryInfo: { Select: ["values", "address", "rowIndex"] },
        },
        { Id: 14, ActionType: 1, ObjectPathId: 13 },
        { Id: 16, ActionType: 1, ObjectPathId: 15 },
        {
          Id: 17,
          ActionType: 4,
          Name: "Color",
          ObjectPathId: 15,
          ArgumentInfo: { Arguments: ["#f00"] },
        },
      ],
      {
        1: root,
        3: worksheets,
        5: sheet,
        7: range("A1:B2"),
        13: { ObjectPathType: 4, Name: "Format", ParentObjectPathId: 7 },
        15: { ObjectPathType: 4, Name: "Fill", ParentObjectPathId: 13 },
      }
    );
    expect(answer.Error).toBeUndefined();
    expect(valueOf(answer, 6)).toEqual({ Id: engine.sheet("Sheet1").id });
    expect(valueOf(answer, 8)).toEqual({});
    expect(valueOf(answer, 10)).toEqual({ _ReferenceId: expect.any(String) as unknown });
    expect(valueOf(answer, 12)).toEqual({
      Values: [
        [1, "x"],
        [true, 2.5],
      ],
      Address: "Sheet1!A1:B2",
      RowIndex: 0,
    });
    // A part of the range must not pass for the range itself.
    expect(valueOf(answer, 16)).toEqual({});
    expect(engine.cell("Sheet1", 1, 1).format.fill).toBe("#FF0000");
  });

  test("everything below a null object is null, without an error", async () => {
    const answer = await send(
      [
        { Id: 10, ActionType: 1, ObjectPathId: 5 },
        { Id: 11, ActionType: 1, ObjectPathId: 7 },
        { Id: 12, ActionType: 2, ObjectPathId: 7, QueryInfo: { Select: ["values"] } },
        {
          Id: 13,
          ActionType: 4,
          Name: "Values",
          ObjectPathId: 7,
          ArgumentInfo: { Arguments: [[[1]]] },
        },
      ],
      {
        1: root,
        3: worksheets,
        5: {
          ObjectPathType: 3,
          Name: "GetItemOrNullObject",
          ParentObjectPathId: 3,
          ArgumentInfo: { Arguments: ["没有"] },
        },
        7: range("A1"),
      }
    );
    expect(answer.Error).toBeUndefined();
    expect(answer.Results.map(({ Value }) => Value)).toEqual([null, null, null, null]);
  });

  test("a method that makes something is carried out once, however often its path is used", async () => {
    const answer = await send(
      [
        { Id: 10, ActionType: 1, ObjectPathId: 5 },
        { Id: 11, ActionType: 1, ObjectPathId: 5 },
        { Id: 12, ActionType: 2, ObjectPathId: 5, QueryInfo: { Select: ["name"] } },
      ],
      {
        1: root,
        3: worksheets,
        5: {
          ObjectPathType: 3,
          Name: "Add",
          ParentObjectPathId: 3,
          ArgumentInfo: { Arguments: ["审核台账"] },
        },
      }
    );
    expect(valueOf(answer, 12)).toEqual({ Name: "审核台账" });
    expect(engine.sheets().map(({ name }) => name)).toEqual(["Sheet1", "审核台账"]);
  });

  test("items of a collection carry their ids, also where only something below was asked for", async () => {
    engine.addSheet("附表");
    const answer = await send(
      [
        {
          Id: 10,
          ActionType: 2,
          ObjectPathId: 3,
          QueryInfo: { Select: ["protection/protected"], Top: 1, Skip: 1 },
        },
      ],
      { 1: root, 3: worksheets }
    );
    expect(valueOf(answer, 10)).toEqual({
      _Items: [{ Id: engine.sheet("附表").id, Protection: { Protected: false } }],
    });
  });

  test("the batch stops at the action that fails: earlier writes stay, later ones are not done", async () => {
    const write = (id: number, path: number, value: Json): Action => ({
      Id: id,
      ActionType: 4,
      Name: "Values",
      ObjectPathId: path,
      ArgumentInfo: { Arguments: [value] },
    });
    const answer = await send(
      [
        write(10, 7, [[1]]),
        { Id: 11, ActionType: 5, ObjectPathId: 0 },
        write(12, 8, [[1, 2]]),
        { Id: 13, ActionType: 5, ObjectPathId: 0 },
        write(14, 9, [[3]]),
      ],
      { 1: root, 3: worksheets, 5: sheet, 7: range("A1"), 8: range("A2"), 9: range("A3") }
    );
    expect(answer.Error).toMatchObject({
      Code: "InvalidArgument",
      Location: "Range.values",
      ActionIndex: 2,
    });
    expect(answer.TraceIds).toEqual([11]);
    expect(engine.readValues("Sheet1", { row: 0, column: 0, rows: 3, columns: 1 })).toEqual([
      [1],
      [null],
      [null],
    ]);
  });

  test.each<[string, Action, string]>([
    [
      "a method",
      { Id: 10, ActionType: 3, Name: "GetMergedAreasOrNullObject", ObjectPathId: 7 },
      "Range.GetMergedAreasOrNullObject",
    ],
    [
      "a property that is loaded",
      { Id: 10, ActionType: 2, ObjectPathId: 7, QueryInfo: { Select: ["hyperlink"] } },
      "Range.Hyperlink",
    ],
    [
      "a property that is set",
      {
        Id: 10,
        ActionType: 4,
        Name: "Style",
        ObjectPathId: 7,
        ArgumentInfo: { Arguments: ["Good"] },
      },
      "Range.Style",
    ],
    ["a property by path", { Id: 10, ActionType: 1, ObjectPathId: 9 }, "Worksheet.Charts"],
    ["a service", { Id: 10, ActionType: 1, ObjectPathId: 11 }, "new Microsoft.Unknown"],
  ])("%s the host does not have is an error that names it", async (_, action, member) => {
    const answer = await send([action], {
      1: root,
      3: worksheets,
      5: sheet,
      7: range("A1"),
      9: { ObjectPathType: 4, Name: "Charts", ParentObjectPathId: 5 },
      11: { ObjectPathType: 2, Name: "Microsoft.Unknown" },
    });
    expect(answer.Error).toMatchObject({
      Code: "ApiNotFound",
      Message: `emulator: ${member} is not implemented`,
    });
  });

  test("a reference follows its cells when rows are put in above or inside, and is forgotten when it is let go", async () => {
    const kept = await send(
      [
        { Id: 9, ActionType: 1, ObjectPathId: 7 },
        { Id: 10, ActionType: 3, Name: "_KeepReference", ObjectPathId: 7 },
        { Id: 11, ActionType: 1, ObjectPathId: 7 },
      ],
      { 1: root, 3: worksheets, 5: sheet, 7: range("B3:C5") }
    );
    const { _ReferenceId: id } = valueOf(kept, 11) as { readonly _ReferenceId: string };
    const address = async (): Promise<Json | undefined> => {
      const answer = await send(
        [{ Id: 10, ActionType: 2, ObjectPathId: 2, QueryInfo: { Select: ["address"] } }],
        { 2: { ObjectPathType: 6, Name: id } }
      );
      return answer.Error?.Code ?? valueOf(answer, 10);
    };
    engine.insertRows("Sheet1", 0, 2);
    expect(await address()).toEqual({ Address: "Sheet1!B5:C7" });
    engine.insertRows("Sheet1", 5, 1);
    expect(await address()).toEqual({ Address: "Sheet1!B5:C8" });
    await send(
      [
        {
          Id: 10,
          ActionType: 3,
          Name: "_RemoveReference",
          ObjectPathId: 1,
          ArgumentInfo: { Arguments: [id] },
        },
      ],
      { 1: root }
    );
    expect(await address()).toBe("InvalidReference");
  });

  test("batches are carried out one after the other, in the order they came", async () => {
    const paths = { 1: root, 3: worksheets, 5: sheet, 7: range("A1") };
    const write = (value: number): Action => ({
      Id: 10,
      ActionType: 4,
      Name: "Values",
      ObjectPathId: 7,
      ArgumentInfo: { Arguments: [[[value]]] },
    });
    const load: Action = {
      Id: 11,
      ActionType: 2,
      ObjectPathId: 7,
      QueryInfo: { Select: ["values"] },
    };
    const answers = await Promise.all([1, 2, 3].map((value) => send([write(value), load], paths)));
    expect(answers.map((answer) => valueOf(answer, 11))).toEqual(
      [1, 2, 3].map((value) => ({ Values: [[value]] }))
    );
  });
});
