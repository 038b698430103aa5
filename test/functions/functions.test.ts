import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildSync } from "esbuild";
import { FUNCTION_RECORDS } from "../../src/core/measures/index.ts";
import * as functions from "../../src/functions/functions.ts";
import { generateFunctionMetadata } from "../../src/tools/function-metadata.ts";
import { completeMetadata, localiseMetadata } from "../../src/tools/localise-metadata.ts";

const ROOT = join(__dirname, "../..");

/** What the functions runtime of the host offers: the constructor and the codes of its errors. */
class HostError {
  constructor(
    readonly code: string,
    readonly message?: string
  ) {}
}
const CODES = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
};
beforeAll(() => {
  Object.assign(globalThis, { CustomFunctions: { Error: HostError, ErrorCode: CODES } });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, "CustomFunctions");
});

describe("a call from a cell", () => {
  test("a single cell gives a single value", () => {
    expect(functions.zoneGap([[16.41]], [[16]])).toEqual([[0.41]]);
    expect(functions.zoneShare([[109.24]], [[177.53]], 2)).toEqual([[61.53]]);
    expect(functions.zoneGrowth([[68412]], [[62105]], 2)).toEqual([[10.16]]);
    expect(functions.zoneDiff([[-17.92]], [[-18.3]], 1)).toEqual([[0.4]]);
    expect(functions.zoneStatus([[16]], [[16]])).toEqual([["达到"]]);
    const rules = [
      ["指标", "适用", "目标值"],
      ["工业投资", "全部", 17],
      ["工业投资", "河津", 16],
    ];
    expect(functions.zoneTarget([["河津"], ["永济"]], [["工业投资"]], rules)).toEqual([[16], [17]]);
  });

  test.each([
    ["blank", null, "#N/A"],
    ["empty text", "", "#N/A"],
    ["text", "约12", "#VALUE!"],
    ["an error", new HostError("#DIV/0!"), "#DIV/0!"],
    ["a broken reference, which no function may give back", "#REF!", "#N/A"],
  ])("%s as the actual value", (_name, actual, code) => {
    const [[error]] = functions.zoneGap([[actual]], [[17]]) as [[HostError]];
    expect(error).toBeInstanceOf(HostError);
    expect(error.code).toBe(code);
    // Excel shows a text with #VALUE! and #N/A alone.
    if (code === "#DIV/0!") expect(error.message).toBeUndefined();
    else expect(error.message).toMatch(/完成值|错误值/u);
  });

  test("a zero base is #DIV/0!", () => {
    expect(functions.zoneShare([[1]], [[0]])).toEqual([[new HostError("#DIV/0!")]]);
    expect(functions.zonePrior([[1]], [[-100]])).toEqual([[new HostError("#DIV/0!")]]);
  });

  test("omitted optional arguments come as null", () => {
    const omitted = null as unknown as undefined;
    expect(functions.zoneGap([[16.415]], [[16]], omitted)).toEqual([[0.415]]);
    expect(functions.zoneStatus([[17]], [[16]], omitted)).toEqual([["达到"]]);
  });

  test("the message is in the host's language where it has one", () => {
    Object.assign(globalThis, { Office: { context: { displayLanguage: "en-US" } } });
    const [[error]] = functions.zoneGap([["x"]], [[17]]) as [[HostError]];
    expect(error.message).toMatch(/^actual is not a number/u);
    Reflect.deleteProperty(globalThis, "Office");
  });
});

describe("the metadata the build makes", () => {
  let json = "";
  beforeAll(async () => {
    json = await generateFunctionMetadata();
  });

  interface Metadata {
    functions: {
      id: string;
      name: string;
      description: string;
      helpUrl: string;
      options: Record<string, unknown>;
      result: { dimensionality: string };
      parameters: {
        name: string;
        description: string;
        optional?: boolean;
        dimensionality?: string;
      }[];
    }[];
  }
  const chinese = () => JSON.parse(completeMetadata(json)) as Metadata;
  const english = () => JSON.parse(localiseMetadata(json)) as Metadata;

  test("it holds every function of core/measures and no other, under bare names", () => {
    const ids = FUNCTION_RECORDS.map(({ id }) => id);
    expect(chinese().functions.map(({ id }) => id)).toEqual(ids);
    expect(chinese().functions.map(({ name }) => name)).toEqual(ids);
    expect(english().functions.map(({ id, name }) => [id, name])).toEqual(
      ids.map((id) => [id, id])
    );
  });

  test("Chinese is complete: a description and a Chinese name for every parameter", () => {
    for (const one of chinese().functions) {
      for (const text of [
        one.description,
        ...one.parameters.flatMap((p) => [p.name, p.description]),
      ])
        expect(text).toMatch(/\p{Script=Han}/u);
    }
  });

  test("English is complete, but for the words a Chinese form holds", () => {
    for (const one of english().functions) {
      for (const parameter of one.parameters)
        expect(parameter.name).toMatch(/^[a-z]+(?:_[a-z]+)*$/u);
      for (const text of [one.description, ...one.parameters.map((p) => p.description)]) {
        expect(text).toMatch(/^[A-Z]/u);
        expect(text.replaceAll(/达到|未达到|目标规则|吻合|尾差|不符/gu, "")).not.toMatch(
          /\p{Script=Han}/u
        );
      }
      expect(one.helpUrl).toContain("/help.en-US.html#");
    }
  });

  test("texts keep within what Excel accepts", () => {
    for (const { functions: list } of [chinese(), english()]) {
      for (const one of list) {
        expect(one.description.length).toBeLessThanOrEqual(1024);
        for (const parameter of one.parameters) {
          expect(parameter.name.length).toBeLessThanOrEqual(64);
          expect(parameter.description.length).toBeLessThanOrEqual(512);
        }
      }
    }
  });

  test("both languages have the same types, and errors reach the functions", () => {
    const shape = (metadata: Metadata) =>
      metadata.functions.map(({ id, options, result, parameters }) => ({
        id,
        options,
        result,
        parameters: parameters.map(({ optional, dimensionality }) => ({
          optional,
          dimensionality,
        })),
      }));
    expect(shape(chinese())).toEqual(shape(english()));
    for (const one of chinese().functions) {
      expect(one.options["allowErrorForDataTypeAny"]).toBe(true);
      expect(one.result.dimensionality).toBe("matrix");
    }
  });

  test("optional in the metadata is optional in the record", () => {
    for (const one of chinese().functions) {
      const record = FUNCTION_RECORDS.find(({ id }) => id === one.id);
      expect(one.parameters.map(({ optional = false }) => optional)).toEqual(
        record?.parameters.map(({ kind }) =>
          /^(?:decimals|comparison|order|optional-.*)$/u.test(kind)
        )
      );
    }
  });

  test("every help link has its place on both help pages", () => {
    for (const [metadata, page] of [
      [chinese(), "help.html"],
      [english(), "help.en-US.html"],
    ] as const) {
      const html = readFileSync(join(ROOT, "src/taskpane", page), "utf8");
      for (const { helpUrl } of metadata.functions)
        expect(html).toContain(`id="${helpUrl.split("#")[1] ?? ""}"`);
    }
  });

  test("a function without English stops the build", () => {
    const unknown = json.replaceAll("ZONE_GAP", "ZONE_NEW");
    expect(() => localiseMetadata(unknown)).toThrow(/ZONE_NEW/u);
  });
});

test("what the functions load at first is small and holds no engine, no React and no package but big.js", () => {
  const { outputFiles, metafile } = buildSync({
    entryPoints: [join(ROOT, "src/functions/functions.ts")],
    absWorkingDir: ROOT,
    outdir: join(ROOT, "build/functions-test"),
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    logLevel: "silent",
  });
  const { outputs } = metafile;
  const withImports = (name: string): readonly string[] => [
    name,
    ...(outputs[name]?.imports ?? [])
      .filter(({ kind }) => kind === "import-statement")
      .flatMap(({ path }) => withImports(path)),
  ];
  const first = [...new Set(withImports("build/functions-test/functions.js"))];
  const contents = first.map(
    (name) => outputFiles.find(({ path }) => path === join(ROOT, name))?.contents
  );
  const size = gzipSync(Buffer.concat(contents.map((one) => one ?? new Uint8Array()))).length;
  expect(size).toBeLessThanOrEqual(25 * 1024);
  expect(size).toBeGreaterThan(1024);
  const engine = /core\/(?:rules|checks|sheet|evaluation|table-check|narrative)\//u;
  const inputsOf = (names: readonly string[]) =>
    names.flatMap((name) => Object.keys(outputs[name]?.inputs ?? {}));
  expect(inputsOf(first).filter((input) => engine.test(input))).toEqual([]);
  const packages = inputsOf(first).flatMap(
    (input) => /node_modules\/([^/]+)/u.exec(input)?.[1] ?? []
  );
  expect([...new Set(packages)]).toEqual(["big.js"]);
  expect(inputsOf(Object.keys(outputs)).filter((input) => engine.test(input))).not.toEqual([]);
});

describe("functions whose code comes with the first call", () => {
  const table = [
    ["开发区", "工业投资(亿元)", "全市工业投资(亿元)", "占全市比重(%)"],
    ["河津开发区", 14.26, 177.53, 8.03],
    ["永济开发区", 9.31, 177.53, 9.24],
    ["新绛开发区", 12.5, 177.53, 7.04],
  ];

  test("a clause, cell by cell, and errors where it has no value", async () => {
    expect(
      await functions.zonePhrase([["工业投资"], ["税收"]], [[109.24], [null]], [["亿元"]], [[-1.5]])
    ).toEqual([["工业投资完成109.24亿元,同比下降1.5%"], [expect.any(HostError)]]);
  });

  test("findings with their place in the range, and one row where there are none", async () => {
    const rows = await functions.zoneCheck(table);
    expect(rows).toContainEqual([
      "强制性",
      "占比不符",
      "第3行第4列",
      expect.stringMatching(/5\.24/u),
    ]);
    const right = table.map((row) => row.map((cell) => (cell === 9.24 ? 5.24 : cell)));
    expect(await functions.zoneCheck(right)).toEqual([["无问题", "", "", "未发现问题"]]);
  });

  test.each([
    ["an empty range", [[null]], null, "#N/A"],
    ["a range without a table", [["你好", 1]], null, "#VALUE!"],
    ["rules that are none", table, [["甲", "乙"]], "#VALUE!"],
  ])("%s gives an error with its reason", async (_name, range, rules, code) => {
    const [[error]] = (await functions.zoneCheck(range, rules ?? undefined)) as [[HostError]];
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/表格区域|目标规则/u);
  });

  test("rules are judged, and a changed rule changes the findings", async () => {
    const growth = [
      ["开发区", "工业投资同比增速(%)"],
      ["河津开发区", 16.5],
      ["永济开发区", 18.2],
    ];
    const rules = (target: number) => [
      ["指标", "口径", "适用", "比较", "目标值", "单位"],
      ["工业投资", "同比", "全部", "不低于", target, "%"],
    ];
    const codes = async (target: number) =>
      (await functions.zoneCheck(growth, rules(target))).map((row) => [
        row[1] as string,
        row[2] as string,
      ]);
    expect(await codes(17)).toEqual([["未达到目标", "第2行第2列"]]);
    expect(await codes(16)).toEqual([["", ""]]);
  });
});
