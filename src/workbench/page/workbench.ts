import type { FunctionMetadata } from "../host/function-bridge.ts";
import { createDropZone } from "./drop-zone.ts";
import { element } from "./element.ts";
import type { Locale, Theme } from "./locale.ts";
import { readAddress } from "./locale.ts";
import type { AddinManifest, RibbonButton } from "./manifest.ts";
import { fittedTo, readManifest } from "./manifest.ts";
import { createNotices } from "./notices.ts";
import type { OpenWorkbook } from "./open-workbook.ts";
import { openWorkbook } from "./open-workbook.ts";
import { createPaneFrame } from "./pane.ts";
import { renderRibbon } from "./ribbon.ts";
import type { Sample } from "./samples.ts";
import { fetchSample, fetchSamples } from "./samples.ts";
import { saveAsFile } from "./save-as-file.ts";
import type { Simulation } from "./simulation.ts";
import { readSimulation } from "./simulation.ts";
import type { Shortcut } from "./shortcuts.ts";
import { fetchShortcuts, listenForShortcuts } from "./shortcuts.ts";
import { createTestDoor } from "./test-door.ts";
import type { Texts } from "./texts.ts";
import { textsOf } from "./texts.ts";
import { createTopBar } from "./top-bar.ts";
import type { Veil } from "./veil.ts";
import { createVeil } from "./veil.ts";

interface Parts {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly texts: Texts;
  readonly manifest: AddinManifest;
  readonly samples: readonly Sample[];
  readonly functions: readonly FunctionMetadata[];
  readonly shortcuts: readonly Shortcut[];
  readonly simulation: Simulation;
  readonly veil: Veil;
}

/** Starts the page: ribbon and pane out of the add-in's manifest, and the first sample on the grid. */
export async function startWorkbench(root: HTMLElement): Promise<void> {
  const { locale, theme, sample } = readAddress(location.search);
  const texts = textsOf(locale);
  document.documentElement.lang = locale;
  document.documentElement.dataset["theme"] = theme;
  document.title = texts.title;
  const veil = createVeil();
  root.replaceChildren(veil.cover);
  veil.wait(texts.starting);
  try {
    const simulation = readSimulation(location.search);
    const manifest = fittedTo(
      readManifest(await (await fetchFile("/manifest.xml")).text(), locale),
      simulation.requirementSets
    );
    const [samples, functions, shortcuts] = await Promise.all([
      fetchSamples(),
      fetchFunctions(manifest.functionsUrl),
      fetchShortcuts(manifest.shortcutsUrl, locale),
    ]);
    const parts = {
      locale,
      theme,
      texts,
      manifest,
      samples,
      functions,
      shortcuts,
      simulation,
      veil,
    };
    await runWorkbench(root, parts, sample);
  } catch (error) {
    veil.problem(texts.cannotStart, error instanceof Error ? error.message : String(error), {
      label: texts.tryAgain,
      run: () => {
        location.reload();
      },
    });
  }
}

async function runWorkbench(root: HTMLElement, parts: Parts, wanted: string | null): Promise<void> {
  const { locale, theme, texts, manifest, veil } = parts;
  const notices = createNotices(texts);
  const grid = element(
    "main",
    { class: "grid", attributes: { "aria-label": texts.grid } },
    veil.cover
  );
  const desk = element("div", { class: "desk" }, grid);
  const pane = createPaneFrame({
    title: texts.paneTitle,
    addinUrl: manifest.taskpaneUrl,
    texts,
    locale,
    theme,
    desk,
  });
  desk.append(...pane.parts);
  let current: OpenWorkbook | null = null;
  let isOpening = false;

  const close = (): void => {
    pane.detach();
    current?.close();
    current = null;
  };
  const open = async (name: string, read: () => Promise<Uint8Array>): Promise<void> => {
    if (isOpening) return;
    isOpening = true;
    notices.clear();
    veil.wait(texts.opening(name));
    try {
      const bytes = await read();
      const result = await openWorkbook(bytes, name, {
        container: grid,
        locale,
        functions: parts.functions,
        simulation: parts.simulation,
        contextMenu: manifest.contextMenu.map((button) => ({
          id: button.id,
          label: button.label,
          run: () => {
            press(button);
          },
        })),
        onShowPane: () => {
          pane.show();
        },
        beforeShowing: close,
      });
      if (!result.ok) {
        notices.tell("problem", texts.cannotOpen(name), texts.failure(result.failure));
        // What was open before stays.
        if (current === null)
          veil.problem(texts.cannotOpen(name), texts.failure(result.failure), null);
        else veil.lift();
        return;
      }
      current = result.value;
      topBar.setFile(name);
      pane.attach(current.host, `${location.origin}/${encodeURIComponent(name)}`);
      veil.lift();
    } catch (error) {
      close();
      const reason = error instanceof Error ? error.message : String(error);
      veil.problem(texts.cannotOpen(name), reason, {
        label: texts.tryAgain,
        run: () => void open(name, read),
      });
    } finally {
      isOpening = false;
    }
  };
  const openFile = (file: File): void => {
    void open(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  };
  const openSample = (sample: Sample): Promise<void> =>
    open(sample.file, () => fetchSample(sample));
  const topBar = createTopBar(texts, locale, parts.samples, {
    openFile,
    openSample: (sample) => void openSample(sample),
    save: () => {
      if (current) void saveAsFile(current, notices, texts);
    },
    reset: () => {
      const workbook = current;
      if (workbook) void open(workbook.name, () => Promise.resolve(workbook.bytes));
    },
  });

  const runFunction = async (
    functionName: string,
    control: string,
    label: string
  ): Promise<void> => {
    if (current === null) return;
    try {
      await pane.run(functionName, control);
    } catch {
      notices.tell("problem", texts.commandFailed(label));
    }
  };
  const press = (button: RibbonButton): void => {
    if (button.action.kind === "show-pane") pane.show();
    else void runFunction(button.action.functionName, button.id, button.label);
  };
  const ribbon = renderRibbon(manifest, texts, press);
  listenForShortcuts(parts.shortcuts, (functionName) => {
    void runFunction(functionName, functionName, labelOf(manifest, functionName));
  });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "F9" || current === null) return;
    event.preventDefault();
    current.engine.calculateNow();
  });
  createDropZone(grid, texts, openFile);
  window.zoneCheckWorkbench = createTestDoor(
    () => current,
    () => pane.isOpen
  );
  root.replaceChildren(
    element("div", { class: "workbench" }, topBar.bar, ribbon, notices.bar, desk)
  );
  // The pane stands beside the grid from the start: that is what one comes here to see.
  pane.show();
  const first =
    parts.samples.find(({ file }) => file === wanted) ??
    parts.samples.find(({ file }) => file.includes("-faults")) ??
    parts.samples[0];
  if (first) await openSample(first);
  else veil.problem(texts.noSamples, texts.openTip, null);
}

function labelOf(manifest: AddinManifest, functionName: string): string {
  const controls = manifest.tabs.flatMap((tab) => tab.groups.flatMap((group) => group.controls));
  const buttons = controls.flatMap((control) =>
    control.kind === "menu" ? control.items : [control]
  );
  const found = [...buttons, ...manifest.contextMenu].find(
    ({ action }) => action.kind === "run" && action.functionName === functionName
  );
  return found?.label ?? functionName;
}

async function fetchFile(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}

async function fetchFunctions(url: string | null): Promise<readonly FunctionMetadata[]> {
  if (url === null) return [];
  const response = await fetch(url).catch(() => null);
  if (response?.ok !== true) return [];
  const metadata = (await response.json()) as { readonly functions?: readonly FunctionMetadata[] };
  return metadata.functions ?? [];
}
