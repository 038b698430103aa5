import { success } from "../core/index.ts";
import type { Claim } from "../core/narrative/check/index.ts";
import type { Narrator } from "../core/narrative/narrator/index.ts";
import { toCheckMessages, toComposeMessages } from "./evaluation-messages.ts";
import type { StartWorker } from "./worker-run.ts";
import { createWorkerRuns } from "./worker-run.ts";

/** Composes and checks in a Web Worker, as evaluations are made; a new run ends an older one as cancelled. */
export function createWorkerNarrator(startWorker: StartWorker): Narrator {
  const runs = createWorkerRuns(startWorker);
  return {
    cancel: runs.cancel,
    compose: (request) =>
      runs.run(toComposeMessages(request), (message) =>
        message.kind === "composed" ? message.result : undefined
      ),
    check(request) {
      const claims: Claim[] = [];
      return runs.run(toCheckMessages(request), (message) => {
        if (message.kind === "claims") claims.push(...message.items);
        if (message.kind !== "checked") return undefined;
        const { result } = message;
        return result.ok ? success({ ...result.value, claims }) : result;
      });
    },
  };
}
