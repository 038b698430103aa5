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
      need(await store.put(KEY, TEXT));
      const found = await store.read(KEY);
      need(await store.remove(KEY));
      const left = need(await store.read(KEY));
      if (need(found) !== TEXT)
        return failedStep({ code: "differs", expected: TEXT, found: need(found) ?? "" });
      return left === null ? PASSED : failedStep({ code: "differs", expected: "", found: left });
    },
  };
}

export const settings = roundTrip("settings", (host) => host.settings);

/** Corrections, the originals of a portable copy and receipts are kept in a part like this. */
export const part = roundTrip("part", (host) => host.parts);
