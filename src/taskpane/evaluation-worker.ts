/** The engine's own thread: takes a workbook in bands, evaluates it, composes from it or checks against it, answers once. */
import { evaluate } from "../core/index.ts";
import type * as Narrating from "../core/narrative/narrator/index.ts";
import type { Band, FromWorker, ToWorker } from "./evaluation-messages.ts";
import { joinBands, joinBook, toAnswers, toCheckAnswers } from "./evaluation-messages.ts";

const bands = new Map<number, Band[]>();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "band") {
    const own = bands.get(data.sheet) ?? [];
    own.push(data.band);
    bands.set(data.sheet, own);
    return;
  }
  answer(data).catch((error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ kind: "broken", detail });
  });
};

async function answer(message: Exclude<ToWorker, { readonly kind: "band" }>): Promise<void> {
  switch (message.kind) {
    case "evaluate": {
      const result = evaluate(joinBands(message.request, bands));
      for (const part of toAnswers(result)) send(part);
      return;
    }
    case "compose": {
      const { composeBook } = await loadNarrator();
      send({ kind: "composed", result: composeBook(joinBands(message.request, bands)) });
      return;
    }
    case "check": {
      const { checkAgainstBook } = await loadNarrator();
      const { book } = message.request;
      const whole = book === null ? null : joinBook(book, bands);
      const checked = checkAgainstBook({ ...message.request, book: whole });
      for (const part of toCheckAnswers(checked)) send(part);
    }
  }
}

/** Validations do without it: it comes with the first text. */
function loadNarrator(): Promise<typeof Narrating> {
  return import(/* webpackChunkName: "narrative" */ "../core/narrative/narrator/index.ts");
}

function send(message: FromWorker): void {
  self.postMessage(message);
}
