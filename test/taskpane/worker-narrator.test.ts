import { describe, expect, test } from "@jest/globals";
import type { Book, Result } from "../../src/core/index.ts";
import type { DraftCheck } from "../../src/core/narrative/check/index.ts";
import { checkAgainstBook, composeBook } from "../../src/core/narrative/narrator/index.ts";
import type { Band, FromWorker, ToWorker } from "../../src/taskpane/evaluation-messages.ts";
import { joinBook, toCheckAnswers } from "../../src/taskpane/evaluation-messages.ts";
import { createWorkerNarrator } from "../../src/taskpane/worker-narrator.ts";
import type { StartWorker } from "../../src/taskpane/worker-run.ts";
import { bookOf, sheetOf } from "../support/grid.ts";

const book: Book = bookOf(
  sheetOf("经济指标", [
    ["运城市开发区2023年1-6月主要经济指标完成情况(单位:亿元、%)"],
    ["开发区", "工业投资", "占全市%"],
    ["合计", 109.24, 61.53],
    ["全市", 177.53, "-"],
  ])
);
const DRAFT = "工业投资完成109.24亿元,占全市(177.53亿元)的61.73%。";

/** Workers that do in the same thread what the real one does, over cloned messages. */
function workers(
  answer: (message: ToWorker, whole: (bare: Book) => Book) => readonly FromWorker[]
): {
  readonly start: StartWorker;
  readonly stopped: () => number;
} {
  let stopped = 0;
  const start: StartWorker = (onMessage) => {
    const bands = new Map<number, Band[]>();
    return {
      send: (sent) => {
        const message = structuredClone(sent);
        if (message.kind === "band") {
          bands.set(message.sheet, [...(bands.get(message.sheet) ?? []), message.band]);
          return;
        }
        for (const one of answer(message, (bare) => joinBook(bare, bands))) {
          onMessage(structuredClone(one));
        }
      },
      stop: () => {
        stopped += 1;
      },
    };
  };
  return { start, stopped: () => stopped };
}

describe("the narrator behind a worker", () => {
  test("composes from the workbook it was sent", async () => {
    const { start, stopped } = workers((message, whole) => {
      if (message.kind !== "compose") return [];
      const { request } = message;
      return [{ kind: "composed", result: composeBook({ ...request, book: whole(request.book) }) }];
    });
    const request = { book, rulesFile: null, style: null, earlier: null };
    expect(await createWorkerNarrator(start).compose(request)).toEqual(composeBook(request));
    expect(stopped()).toBe(1);
  });

  test.each([
    ["against the workbook it was sent", book],
    ["without a workbook", null],
  ])("checks %s, its claims put together again from their parts", async (_how, given) => {
    const draft = DRAFT.repeat(400);
    const { start } = workers((message, whole) => {
      if (message.kind !== "check") return [];
      const bare = message.request.book;
      const sent = bare === null ? null : whole(bare);
      const check = checkAgainstBook({ draft, book: sent, rulesFile: null });
      return [...toCheckAnswers(check)];
    });
    const request = { draft, book: given, rulesFile: null };
    const expected: Result<DraftCheck> = checkAgainstBook(request);
    expect(expected.ok && expected.value.claims.length).toBeGreaterThan(300);
    expect(await createWorkerNarrator(start).check(request)).toEqual(expected);
  });

  test("cancelled, fails as cancelled and ends its worker", async () => {
    const { start, stopped } = workers(() => []);
    const narrator = createWorkerNarrator(start);
    const checked = narrator.check({ draft: DRAFT, book, rulesFile: null });
    narrator.cancel();
    expect(await checked).toEqual({ ok: false, failure: { code: "cancelled" } });
    expect(stopped()).toBe(1);
  });
});
