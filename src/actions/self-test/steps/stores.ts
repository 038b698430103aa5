import type { Result } from "../../../core/index.ts";
import { need } from "../bench.ts";
import type { TextStore, SelfTestHost } from "../host.ts";
import type { StepId } from "../result.ts";
import { PASSED, failedStep } from "../result.ts";
import type { SelfTestStep } from "../step.ts";

const KEY = "zone-check:self-test";
const TEXT = "自检 self-test";

/** Puts a text, reads it, and takes it away: also where the reading fails. */
function roundTrip(id: StepId, storeOf: (host: SelfTestHost) => TextStore): SelfTestStep {
  return {
    id,
    needs: "workbook",
    run: async ({ host }) => {
      const store = storeOf(host);
      const kept = await keep(store);
      const removed = await store.remove(KEY);
      const found = need(kept);
      need(removed);
      const left = need(await store.read(KEY));
      if (found !== TEXT)
        return failedStep({ code: "differs", expected: TEXT, found: found ?? "" });
      return left === null ? PASSED : failedStep({ code: "differs", expected: "", found: left });
    },
  };
}

/** What is read after putting, or why there is nothing. */
async function keep(store: TextStore): Promise<Result<string | null>> {
  try {
    const put = await store.put(KEY, TEXT);
    return put.ok ? await store.read(KEY) : put;
  } catch (error) {
    // A fault of ours: what may have been put is still taken away.
    await store.remove(KEY);
    throw error;
  }
}

export const settings = roundTrip("settings", (host) => host.settings);

/** Corrections, the originals of a portable copy and receipts are kept in a part like this. */
export const part = roundTrip("part", (host) => host.parts);
