import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Host } from "../host/host.ts";
import type { Json, MessageEntry } from "../host/wire.ts";

/**
 * Microsoft's unmodified client library in Node, on an emulated host instead of the web's: for tests of code that calls
 * Excel.run. The library is a script that makes globals, so it is evaluated once in the realm of the caller, with the
 * few parts of a page it looks at when it loads.
 */

/** The seams of the library that the session uses; its own types do not tell of them. */
interface LibrarySeams {
  readonly SessionBase: (new () => object) & { _overrideSession: object | null };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly LibraryEntry[] }): void;
}

interface LibraryEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: string;
  readonly isRemoteOverride: boolean;
}

interface LibraryReply {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: Json;
}

/** What the library makes of a refusal's number; over postMessage it does so itself. */
const REFUSALS: Readonly<Record<number, string>> = {
  1014: "InvalidRequestContext",
  5004: "InvalidOperationInCellEditMode",
  5012: "InvalidOrTimedOutSession",
  5016: "WriteNotSupportedWhenModalDialogOpen",
  5102: "ActivityLimitReached",
  5103: "RequestPayloadSizeLimitExceeded",
  5104: "ResponsePayloadSizeLimitExceeded",
  7000: "AccessDenied",
};

/** Connects the library to a host; Excel.run goes there until the returned function is called. */
export function openNodeSession(host: Host): () => void {
  const library = loadLibrary();
  library.SessionBase._overrideSession = createSession(library, host);
  library._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const stop = host.onMessages((entries) => {
    library._testTriggerRichApiMessageEvent({ entries: entries.map(toLibraryEntry) });
  });
  return () => {
    stop();
    library.SessionBase._overrideSession = null;
  };
}

function createSession(library: LibrarySeams, host: Host): object {
  const executor = {
    executeAsync: async (
      _customData: unknown,
      _flags: unknown,
      message: { readonly Body: Json }
    ): Promise<LibraryReply> => {
      const reply = await host.processRequest(JSON.stringify(message.Body));
      // A turn of the event loop for each batch, as with any real host: events come in between.
      await new Promise((resolve) => setImmediate(resolve));
      return reply.kind === "answer"
        ? libraryReply("", JSON.parse(reply.text) as Json)
        : libraryReply(REFUSALS[reply.error] ?? "GeneralException", null);
    },
  };
  return Object.assign(new library.SessionBase(), {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: "https://host/", headers: {} }),
    _createRequestExecutorOrNull: () => executor,
  });
}

function libraryReply(errorCode: string, body: Json): LibraryReply {
  return {
    HttpStatusCode: errorCode === "" ? 200 : 400,
    ErrorCode: errorCode,
    ErrorMessage: errorCode,
    Headers: {},
    Body: body,
  };
}

function toLibraryEntry(entry: MessageEntry): LibraryEntry {
  const [messageCategory, messageType, targetId, message, id, isRemoteOverride] = entry;
  return { messageCategory, messageType, targetId, message, id, isRemoteOverride };
}

function loadLibrary(): LibrarySeams {
  const known = findLibrary();
  if (known !== undefined) return known;
  const script = readFileSync(officeFile("excel-web-16.00.js"), "utf8");
  for (const [name, value] of Object.entries(pageParts())) {
    if (!(name in globalThis)) Reflect.set(globalThis, name, value);
  }
  const { log, warn } = console;
  // The library greets on the console when it loads.
  Object.assign(console, { log: ignore, warn: ignore });
  try {
    (0, eval)(script);
  } finally {
    Object.assign(console, { log, warn });
  }
  const loaded = findLibrary();
  if (loaded === undefined) throw new Error("The client library did not load.");
  return loaded;
}

function findLibrary(): LibrarySeams | undefined {
  const library: unknown = Reflect.get(globalThis, "OfficeExtension");
  return library as LibrarySeams | undefined;
}

/** A file of the installed library, unmodified. */
export function officeFile(name: string): string {
  const require = createRequire(join(process.cwd(), "package.json"));
  return join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist", name);
}

const ignore = (): void => undefined;

/** As much of a page as the library needs to load. */
function pageParts(): Record<string, unknown> {
  const element = (): object => ({
    style: {},
    setAttribute: ignore,
    appendChild: ignore,
    addEventListener: ignore,
  });
  return {
    OSF: {},
    window: globalThis,
    self: globalThis,
    parent: globalThis,
    top: globalThis,
    navigator: { userAgent: "node" },
    location: {
      href: "https://localhost/",
      protocol: "https:",
      origin: "https://localhost",
      hash: "",
      search: "",
    },
    addEventListener: ignore,
    removeEventListener: ignore,
    document: {
      getElementById: () => null,
      createElement: element,
      getElementsByTagName: () => [],
      addEventListener: ignore,
      head: element(),
      body: element(),
      readyState: "complete",
    },
  };
}
