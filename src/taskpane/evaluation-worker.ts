/** The engine's own thread: takes a workbook in bands, evaluates it, answers once. */
import { evaluate } from "../core/index.ts";
import type { Band, FromWorker, ToWorker } from "./evaluation-messages.ts";
import { joinBands, toAnswers } from "./evaluation-messages.ts";

const bands = new Map<number, Band[]>();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case "band": {
      const own = bands.get(data.sheet) ?? [];
      own.push(data.band);
      bands.set(data.sheet, own);
      return;
    }
    case "evaluate":
      answer(data);
  }
};

function answer({ request }: Extract<ToWorker, { kind: "evaluate" }>): void {
  try {
    const result = evaluate(joinBands(request, bands));
    for (const message of toAnswers(result)) send(message);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ kind: "broken", detail });
  }
}

function send(message: FromWorker): void {
  self.postMessage(message);
}
