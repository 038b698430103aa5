import { describe, expect, test } from "@jest/globals";
import { diskOf, runOn } from "./memory.ts";

const GOOD = "1-6月,工业投资完成109.24亿元,占全市(177.53亿元)的61.53%。";
const BAD = GOOD.replace("61.53", "63.51");

/** GB18030 of 占比 and the like would need an encoder Node has not: these are the bytes of a short sentence. */
const GB18030 = Uint8Array.from([
  // 全市(200亿元)的 is not needed: 共10项,已完成8项,完成率80%。
  0xb9, 0xb2, 0x31, 0x30, 0xcf, 0xee, 0x2c, 0xd2, 0xd1, 0xcd, 0xea, 0xb3, 0xc9, 0x38, 0xcf, 0xee,
  0x2c, 0xcd, 0xea, 0xb3, 0xc9, 0xc2, 0xca, 0x38, 0x30, 0x25, 0xa1, 0xa3,
]);

interface Report {
  readonly schema: string;
  readonly coverage: { readonly numbers: number; readonly checked: number };
  readonly claims: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly kind: string;
    readonly verdict: string;
    readonly from: readonly string[];
    readonly message: string;
  }[];
}

describe("check-text", () => {
  test("a draft whose numbers agree is clean, and says how much was checked", async () => {
    const ran = await runOn(diskOf({ "a.txt": GOOD }), ["check-text", "a.txt"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("共识别 3 个数字,核对 3 个,未核对 0 个");
  });

  test("a number that disagrees gives exit code 2, its line and its arithmetic", async () => {
    const ran = await runOn(diskOf({ "a.txt": `标题\n\n${BAD}` }), ["check-text", "a.txt"]);
    expect(ran.code).toBe(2);
    expect(ran.out).toContain("第3行 63.51%");
    expect(ran.out).toContain("109.24亿元 ÷ 177.53亿元 = 61.5333%");
  });

  test("JSON holds the schema, places in the draft and operands", async () => {
    const ran = await runOn(diskOf({ "a.txt": BAD }), ["check-text", "a.txt", "--format", "json"]);
    const report = JSON.parse(ran.out) as Report;
    expect(report.schema).toBe("zone-check/draft@1");
    expect(report.coverage).toMatchObject({ numbers: 3, checked: 3 });
    const [claim] = report.claims.filter(({ kind }) => kind === "share");
    expect(claim).toMatchObject({
      text: "63.51%",
      verdict: "disagrees",
      from: ["109.24亿元", "177.53亿元"],
    });
    expect(BAD.slice(claim?.start, claim?.end)).toBe("63.51%");
    const english = await runOn(diskOf({ "a.txt": BAD }), [
      ..."check-text a.txt --format json --locale en-US".split(" "),
    ]);
    expect((JSON.parse(english.out) as Report).claims[0]?.message).toMatch(
      /^[\x20-\x7E÷−亿元%]+$/u
    );
  });

  test("a draft in GB18030, as 记事本 saves it, reads the same", async () => {
    const ran = await runOn(diskOf({ "a.txt": GB18030 }), [
      "check-text",
      "a.txt",
      "--format",
      "json",
    ]);
    const report = JSON.parse(ran.out) as Report;
    expect(report.claims.map(({ text, kind, verdict }) => [text, kind, verdict])).toContainEqual([
      "80%",
      "rate",
      "agrees",
    ]);
  });

  test("a file that is not there, a folder, and two drafts are told", async () => {
    const absent = await runOn(diskOf({}), ["check-text", "a.txt"]);
    expect(absent.code).toBe(1);
    expect(absent.err).toContain("a.txt");
    const folder = await runOn(diskOf({}, { folders: ["文稿/"] }), ["check-text", "文稿/"]);
    expect(folder.code).toBe(1);
    const two = await runOn(diskOf({}), ["check-text", "a.txt", "b.txt"]);
    expect(two).toMatchObject({ code: 64, out: "" });
    expect(two.err).toContain("--help");
  });
});
