import { need } from "../bench.ts";
import { failedStep, limited, noted, PASSED } from "../result.ts";
import type { SelfTestStep } from "../step.ts";

/** The set the manifest asks for. */
const NEEDED = 9;

export const version: SelfTestStep = {
  id: "version",
  needs: "workbook",
  run: ({ host }) => {
    const { excelApi } = host.abilities();
    const minor = Number(excelApi.split(".")[1] ?? 0);
    const isEnough = Number(excelApi.split(".")[0]) > 1 || minor >= NEEDED;
    return Promise.resolve(
      isEnough
        ? noted({ code: "excel-api", announced: excelApi })
        : failedStep({ code: "excel-too-old", announced: excelApi, needed: `1.${NEEDED}` })
    );
  },
};

/** Ribbon, shortcuts and functions hang on the shared runtime: without it only the pane is there. */
export const runtime: SelfTestStep = {
  id: "runtime",
  needs: "workbook",
  run: ({ host }) => {
    const { runtime: kind, customFunctions } = host.abilities();
    if (kind === "separate") return Promise.resolve(limited({ code: "runtime-separate" }));
    if (customFunctions === "missing")
      return Promise.resolve(limited({ code: "functions-not-announced" }));
    return Promise.resolve(PASSED);
  },
};

export const protection: SelfTestStep = {
  id: "protection",
  needs: "workbook",
  run: async ({ host }) => {
    const { sheets, structure } = need(await host.outline());
    if (structure === "protected") return limited({ code: "structure-protected" });
    const locked = sheets.filter(({ isProtected }) => isProtected).map(({ name }) => name);
    return locked.length === 0 ? PASSED : limited({ code: "sheets-protected", sheets: locked });
  },
};
