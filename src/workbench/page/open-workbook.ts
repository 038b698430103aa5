import { failed, success } from "../../core/index.ts";
import type { Failure, Result } from "../../core/index.ts";
import { applyEdits, openPackage } from "../../xlsx/index.ts";
import type { PackageBook } from "../../xlsx/index.ts";
import type { ContextMenuEntry } from "../engine/browser.ts";
import { createBrowserEngine } from "../engine/browser.ts";
import type { LeftOut, Obstacle } from "../engine/save-plan.ts";
import type { SavableEngine } from "../engine/engine.ts";
import type { FunctionMetadata } from "../host/function-bridge.ts";
import { createHost } from "../host/host.ts";
import type { Host } from "../host/host.ts";
import type { RequestRecord } from "../host/host-options.ts";
import { element } from "./element.ts";
import { FALLBACK_FONTS, loadFontsFor } from "./fonts.ts";
import type { Locale } from "./locale.ts";
import type { Simulation } from "./simulation.ts";

/** A workbook on the screen, with the emulated Excel that answers for it. */
export interface OpenWorkbook {
  readonly name: string;
  /** The file as it was opened. */
  readonly bytes: Uint8Array;
  readonly engine: SavableEngine;
  readonly host: Host;
  /** Every request of the add-in so far. */
  readonly requests: readonly RequestRecord[];
  /** The file with the changes in it. */
  save(): Promise<Saved>;
  close(): void;
}

export type Saved =
  | {
      readonly kind: "saved";
      readonly bytes: Uint8Array;
      /** Changes that could not be written. */
      readonly left: readonly LeftOut[];
      /** Sheets whose protection or absence kept an edit out. */
      readonly refused: readonly string[];
    }
  | { readonly kind: "impossible"; readonly because: readonly Obstacle[] }
  | { readonly kind: "failed"; readonly failure: Failure };

/** Our XML part carries its schema number in its namespace. */
const OUR_PART = /urn:zone-check:workbook@\d+/;

/** The emulated host answers it; showing the pane is the page's part of it. */
const SHOW_PANE = "AppRuntimeService.SetAppRuntimeState";

/** Reads a file and puts it on the screen, in place of whatever the container holds. */
export async function openWorkbook(
  bytes: Uint8Array,
  name: string,
  options: {
    readonly container: HTMLElement;
    readonly locale: Locale;
    readonly functions: readonly FunctionMetadata[];
    readonly contextMenu: readonly ContextMenuEntry[];
    readonly simulation: Simulation;
    /** The add-in asks for its pane (Office.addin.showAsTaskpane). */
    readonly onShowPane: () => void;
    /** Called between reading the file and showing it: the last moment to take down what is there. */
    readonly beforeShowing: () => void;
  }
): Promise<Result<OpenWorkbook>> {
  const read = openPackage(bytes, name);
  if (!read.ok) return failed(read.failure);
  await loadFontsFor(read.value);
  options.beforeShowing();
  const grid = element("div", { class: "grid-host" });
  options.container.prepend(grid);
  const engine = createBrowserEngine(read.value, {
    container: grid,
    locale: options.locale,
    fallbackFonts: FALLBACK_FONTS,
    contextMenu: options.contextMenu,
  });
  const requests: RequestRecord[] = [];
  const { part } = read.value.book;
  const { simulation } = options;
  if (simulation.sheet === "protected") engine.setProtected(engine.activeSheet(), true);
  const host = createHost(engine, {
    functions: simulation.functions === "missing" ? [] : options.functions,
    requirementSets: simulation.requirementSets,
    blankArguments: simulation.blankArguments,
    structure: simulation.structure,
    functionRuntime: simulation.functions === "silent" ? "silent" : "answers",
    xmlParts: part === null ? [] : [part],
    onRequest: (request) => {
      requests.push(request);
      if (request.members.includes(SHOW_PANE)) options.onShowPane();
    },
  });
  return success({
    name,
    bytes,
    engine,
    host,
    requests,
    save: () => saveWorkbook(bytes, read.value, engine, host),
    close: () => {
      host.dispose();
      engine.dispose();
      grid.remove();
    },
  });
}

async function saveWorkbook(
  bytes: Uint8Array,
  opened: PackageBook,
  engine: SavableEngine,
  host: Host
): Promise<Saved> {
  await engine.settled();
  const part = host.xmlParts().find((xml) => OUR_PART.test(xml)) ?? null;
  const plan = engine.planSave(part);
  if (plan.kind === "impossible") return plan;
  if (plan.edits.length === 0) return { kind: "saved", bytes, left: plan.left, refused: [] };
  const result = applyEdits(bytes, plan.edits);
  if (!result.ok) return { kind: "failed", failure: result.failure.failure };
  const refused = result.value.applied.refused.map(({ sheet }) => sheet ?? opened.book.name);
  return {
    kind: "saved",
    bytes: result.value.bytes,
    left: plan.left,
    refused: [...new Set(refused)],
  };
}
