/**
 * A root: puts Excel behind the pane. There is one session in the shared runtime, which pane, ribbon and shortcuts
 * work on; it lives on when the pane is closed.
 */
import {
  createExcelRunner,
  openExcelPort,
  readCapabilities,
  readSelection,
  watchEdits,
  watchSelection,
} from "../excel/index.ts";
import { watchArguments } from "./argument-watch.ts";
import type { FromWorker } from "./evaluation-messages.ts";
import type { StartWorker } from "./worker-run.ts";
import { createWorkerEvaluator } from "./worker-evaluator.ts";
import { createWorkerNarrator } from "./worker-narrator.ts";
import { copyText, downloadText, readTheme, recallLocale, rememberLocale } from "./host-look.ts";
import { initialState } from "./pane-state.ts";
import type { Pane } from "./pane.ts";
import { createPane } from "./pane.ts";
import { createPaneServices, loadActions } from "./services.ts";
import { toLocale } from "./texts.ts";

declare const ZONE_CHECK_VERSION: string;

export interface Session {
  readonly pane: Pane;
  /** Settles once it is known whether there is an Excel; never fails. */
  readonly ready: Promise<void>;
}

let session: Session | null = null;

export function getSession(): Session {
  session ??= startSession();
  return session;
}

/** Brings the pane up, or to the front. */
export async function showPane(): Promise<void> {
  await Office.addin.showAsTaskpane();
}

function startSession(): Session {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const isSetSupported = (set: string, version: string): boolean =>
    Office.context.requirements.isSetSupported(set, version);
  // Asked only when it is used: Office.js has answered by then.
  const run: ReturnType<typeof createExcelRunner> = (batch) =>
    createExcelRunner(readCapabilities(isSetSupported))(batch);
  const editListeners: ((sheet: string) => void)[] = [];
  const services = createPaneServices({
    port: openExcelPort(run),
    evaluator: createWorkerEvaluator(startWorker),
    narrator: createWorkerNarrator(startWorker),
    readSelection: () => readSelection(run),
    openSelfTest: async () => {
      const { openSelfTest } = await import(
        /* webpackChunkName: "self-test-steps" */ "../excel/self-test.ts"
      );
      return {
        ...openSelfTest(run),
        abilities: () => readCapabilities(isSetSupported),
        watchArguments,
        pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        now: () => new Date(),
      };
    },
    watchSelection: async (listener) => {
      const watched = await watchSelection(run, listener, ignoreFailure);
      return watched.ok ? watched.value : () => Promise.resolve();
    },
    customFunctions: () => readCapabilities(isSetSupported).customFunctions,
    onEdited: (listener) => {
      editListeners.push(listener);
    },
    copy: copyText,
    saveFile: (name, text) => savesFiles() && downloadText(name, text),
    describeHost,
    rememberLocale,
    now: () => new Date(),
  });
  const pane = createPane(
    initialState(recallLocale() ?? toLocale(navigator.language), readTheme(undefined, system)),
    services
  );
  const followTheme = (): void => {
    pane.dispatch({ kind: "theme-changed", theme: readTheme(officeIsDark(), system) });
  };
  system.addEventListener("change", followTheme);
  window.addEventListener("unhandledrejection", ({ reason }) => {
    if (isOurs(reason)) pane.report(reason);
  });
  return { pane, ready: connect() };

  async function connect(): Promise<void> {
    if (typeof Office === "undefined") {
      pane.dispatch({ kind: "host-known", host: "none" });
      return;
    }
    const { host } = await Office.onReady();
    if (host !== Office.HostType.Excel) {
      pane.dispatch({ kind: "host-known", host: "none" });
      return;
    }
    if (recallLocale() === null) {
      pane.dispatch({ kind: "locale-known", locale: toLocale(Office.context.displayLanguage) });
    }
    followTheme();
    pane.dispatch({ kind: "host-known", host: "excel" });
    // Ahead of the first click; should it fail, that click tries again and tells.
    void loadActions().catch(ignoreFailure);
    const watched = await watchEdits(
      run,
      ({ sheet, by }) => {
        if (by === "user") for (const listener of editListeners) listener(sheet);
      },
      ignoreFailure
    );
    if (!watched.ok) ignoreFailure();
  }
}

/** Office.js and browser extensions drop promises of their own, which say nothing about us. */
function isOurs(reason: unknown): boolean {
  return (
    reason instanceof Error &&
    /\/(?:taskpane|commands|actions)\.[\da-f]+\.js/.test(reason.stack ?? "")
  );
}

/** Without edit events only the hint that results are old is missing. */
function ignoreFailure(): void {
  // Nothing to tell the user about.
}

const startWorker: StartWorker = (onMessage, onError) => {
  const worker = new Worker(
    /* webpackChunkName: "evaluation" */ new URL("./evaluation-worker.ts", import.meta.url)
  );
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    onMessage(data);
  };
  worker.onerror = ({ message }) => {
    onError(message);
  };
  return {
    send: (message) => {
      worker.postMessage(message);
    },
    stop: () => {
      worker.terminate();
    },
  };
};

/** Excel on a Mac and an iPad shows the pane in a browser that saves no files. */
function savesFiles(): boolean {
  if (typeof Office === "undefined") return true;
  const { platform } = Office.context as Partial<Office.Context>;
  return platform !== Office.PlatformType.Mac && platform !== Office.PlatformType.iOS;
}

/** Undefined where the host does not say, as Excel on the web does not. */
function officeIsDark(): boolean | undefined {
  if (typeof Office === "undefined") return undefined;
  const context = Office.context as Partial<Office.Context> | undefined;
  return (context?.officeTheme as Partial<Office.OfficeTheme> | undefined)?.isDarkTheme;
}

function describeHost(): readonly string[] {
  const lines = [`version: ${ZONE_CHECK_VERSION}`, `browser: ${navigator.userAgent}`];
  if (typeof Office === "undefined") return [...lines, "office: not loaded"];
  const context = Office.context as Partial<Office.Context> | undefined;
  const { host, platform, version } = context?.diagnostics ?? {};
  lines.push(`office: ${host ?? "?"} ${platform ?? "?"} ${version ?? "?"}`);
  if (context?.requirements === undefined) return lines;
  const { requirements } = context;
  const capabilities = readCapabilities((set, minimum) =>
    requirements.isSetSupported(set, minimum)
  );
  return [...lines, ...Object.entries(capabilities).map(([name, value]) => `${name}: ${value}`)];
}
