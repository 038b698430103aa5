import type { Area } from "../../core/index.ts";
import type { Engine } from "../engine/engine.ts";
import { runBatch } from "./batch.ts";
import { keepRange } from "./classes/range.ts";
import { EventSource } from "./event-source.ts";
import { Faults } from "./faults.ts";
import type { Fault } from "./faults.ts";
import { FormatStore } from "./format-store.ts";
import { FunctionBridge } from "./function-bridge.ts";
import type { FunctionMetadata } from "./function-bridge.ts";
import { TRANSPORT_ERRORS } from "./host-error.ts";
import { resolveOptions } from "./host-options.ts";
import type { HostOptions } from "./host-options.ts";
import { Members } from "./members.ts";
import { Instance } from "./model.ts";
import type { World } from "./model.ts";
import { References } from "./references.ts";
import type { RequirementSets } from "./requirements.ts";
import { Signal } from "./signal.ts";
import { ACTION, PATH } from "./wire.ts";
import type { Json, MessageEntry, WireAnswer, WireRequest } from "./wire.ts";

/** What a request is answered with: the answer's JSON text, or a number of Office.js that refuses it as a whole. */
export type HostReply =
  | { readonly kind: "answer"; readonly text: string }
  | { readonly kind: "refused"; readonly error: number };

/**
 * Excel's place: answers the batches of Office.js from a spreadsheet. It knows no transport; texts go in and out,
 * so that nothing is shared with the add-in.
 */
export interface Host {
  readonly engine: Engine;
  readonly requirementSets: RequirementSets;
  readonly functions: FunctionBridge;
  /** Office.context.document.settings: JSON texts by name. */
  readonly documentSettings: Map<string, string>;
  /** The custom XML parts of the workbook, for saving it. */
  xmlParts(): readonly string[];
  /** One batch, as JSON text. Batches are carried out one after the other. */
  processRequest(text: string): Promise<HostReply>;
  /** Events and function calls for the add-in, after the answer of the batch that caused them. */
  onMessages(listener: (entries: readonly MessageEntry[]) => void): () => void;
  /** Makes custom functions known to the spreadsheet and the bridge. */
  setFunctions(functions: readonly FunctionMetadata[]): void;
  /** A co-author changed cells: the event says Remote. */
  remoteEdit(sheet: string, area: Area): void;
  injectFault(fault: Fault): void;
  /** Resolves when the add-in takes ribbon commands. */
  whenActionsReady(): Promise<void>;
  /** The add-in is loaded anew: its event handlers and references are gone. */
  detachAddin(): void;
  dispose(): void;
}

export function createHost(engine: Engine, options: HostOptions = {}): Host {
  const settings = resolveOptions(options);
  const listeners = new Set<(entries: readonly MessageEntry[]) => void>();
  let waiting: MessageEntry[] = [];
  const post = (entries: readonly MessageEntry[]): void => {
    // After the answer: the add-in must know what it asked for before it hears what came of it. What comes about together,
    // as all calls of one recalculation, is told in one message.
    if (waiting.length === 0)
      setTimeout(() => {
        const told = waiting;
        waiting = [];
        for (const listener of listeners) listener(told);
      }, 0);
    waiting.push(...entries);
  };
  const sheetName = (id: string): string =>
    engine.sheets().find((sheet) => sheet.id === id)?.name ?? id;
  const functions = new FunctionBridge(post, settings.blankArguments, sheetName);
  const references = new References<Instance>();
  let lastId = 0;
  const world: World = {
    engine,
    settings,
    references,
    functions,
    formats: new FormatStore(engine, () => functions.names()),
    events: new EventSource(post, (sheet, area) =>
      keepRange(new Instance("Range", { world, sheet, area }))
    ),
    xmlParts: new Map(),
    workbookSettings: new Map<string, Json>(),
    actions: new Signal(),
    nextId: () => {
      lastId += 1;
      return `{${String(lastId).padStart(8, "0")}-0000-4000-8000-000000000000}`;
    },
  };
  for (const xml of options.xmlParts ?? []) world.xmlParts.set(world.nextId(), xml);
  const faults = new Faults();
  let isInBatch = false;
  const stopListening = [
    engine.onEdit((edit) => {
      references.shift(edit);
      world.events.edited({ ...edit, source: edit.origin });
      if (!isInBatch) world.events.flush();
    }),
    engine.onSelection((sheet, area) => {
      world.events.selected(sheet, area);
    }),
    engine.onActivate((sheet) => {
      world.events.activated(sheet);
    }),
  ];

  /** Formulas the add-in itself computes cannot be waited for: their answers come in later batches, until then #BUSY!. */
  function calculated(): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = functions.onceOutstanding(() => setTimeout(resolve, BUSY_SHOWN));
      engine.settled().then(() => {
        stop();
        resolve();
      }, reject);
    });
  }

  async function run(text: string): Promise<HostReply> {
    const fault = faults.request();
    if (fault !== null) return { kind: "refused", error: fault };
    const requestBytes = byteLength(text);
    if (requestBytes > settings.payloadLimit)
      return { kind: "refused", error: TRANSPORT_ERRORS.requestTooLarge };
    const request = JSON.parse(text) as WireRequest;
    const isService = Object.values(request.ObjectPaths).some(
      ({ ObjectPathType }) => ObjectPathType === PATH.newObject
    );
    if (!isService && engine.isEditing())
      return { kind: "refused", error: TRANSPORT_ERRORS.cellEditMode };
    if (!isService && isReading(request)) await calculated();
    const members: string[] = [];
    isInBatch = true;
    let answer: WireAnswer;
    try {
      const used = new Members(settings, faults, (member) => members.push(member));
      answer = runBatch(world, used, request);
      world.formats.flush();
    } finally {
      isInBatch = false;
    }
    world.events.flush();
    const answerText = JSON.stringify(answer);
    const answerBytes = byteLength(answerText);
    options.onRequest?.({ members, requestBytes, answerBytes });
    return answerBytes > settings.payloadLimit
      ? { kind: "refused", error: TRANSPORT_ERRORS.responseTooLarge }
      : { kind: "answer", text: answerText };
  }

  let queue: Promise<unknown> = Promise.resolve();
  const setFunctions = (metadata: readonly FunctionMetadata[]): void => {
    functions.define(metadata);
    engine.setFunctions(functions.names(), functions.call);
  };
  if (options.functions !== undefined) setFunctions(options.functions);

  return {
    engine,
    requirementSets: settings.requirementSets,
    functions,
    documentSettings: new Map(),
    xmlParts: () => [...world.xmlParts.values()],
    processRequest: (text) => {
      const reply = queue.then(() => run(text));
      queue = reply.catch(() => undefined);
      return reply;
    },
    onMessages: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setFunctions,
    remoteEdit: (sheet, area) => {
      world.events.edited({ sheet, area, change: "edited", source: "remote" });
      world.events.flush();
    },
    injectFault: (fault) => {
      faults.add(fault);
    },
    whenActionsReady: () => world.actions.given(),
    detachAddin: () => {
      world.actions.reset();
      functions.detached();
      world.events.clear();
      references.clear();
    },
    dispose: () => {
      for (const stop of stopListening) stop();
      functions.cancelAll();
      listeners.clear();
    },
  };
}

/** Milliseconds after which a cell surely shows #BUSY! once its function has been called. */
const BUSY_SHOWN = 100;

function isReading(request: WireRequest): boolean {
  return request.Actions.some(
    ({ ActionType }) => ActionType === ACTION.query || ActionType === ACTION.queryAsJson
  );
}

/** Bytes of a text in UTF-8; a pair of surrogates takes four. */
function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}
