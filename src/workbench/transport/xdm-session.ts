import type { Host } from "../host/host.ts";
import { isList, isRecord } from "../host/wire.ts";
import type { Json, MessageEntry } from "../host/wire.ts";
import { appContext } from "./app-context.ts";
import type { PaneIdentity, PaneLocale } from "./app-context.ts";
import { ASK, formatReply, parseEnvelope } from "./envelope.ts";
import type { Envelope } from "./envelope.ts";

export interface XdmOptions {
  readonly host: Host;
  readonly identity: PaneIdentity;
  readonly locale: PaneLocale;
  readonly documentUrl: string;
  /** Posts a text to the add-in's frame. */
  readonly post: (text: string) => void;
  /** Told of anything the add-in asked for that this host has not. */
  readonly onUnknown: (what: string) => void;
}

/** How a ribbon command ended: `status` is 0 where event.completed() was called. */
export interface CommandResult {
  readonly id: string;
  readonly status: number;
}

/** One conversation with one load of the add-in, in the words of Excel on the web. */
export interface XdmSession {
  /** A text posted by the frame. Anything of another conversation is left alone. */
  receive(text: unknown): void;
  /** Invokes a function of the add-in by name (ExecuteFunction of the manifest), when the add-in takes commands. */
  invokeCommand(functionName: string, control?: string): Promise<CommandResult>;
  dispose(): void;
}

const DISPATCH = { richApi: 93, saveSettings: 76, refreshSettings: 75, commandDone: 94 } as const;

const RICH_API_EVENT = "richApiMessage";
const COMMAND_EVENT = "appCommandInvoked";
/** An internal error, in the library's numbers. */
const INTERNAL_ERROR = 5001;

export function openXdmSession(options: XdmOptions): XdmSession {
  const { host, identity } = options;
  /** Correlation of the registration, by event. */
  const registrations = new Map<string, Json>();
  const commands = new Map<string, (result: CommandResult) => void>();
  let lastCommand = 0;
  let registered: (() => void)[] = [];

  const reply = (to: Envelope, data: Json): void => {
    options.post(formatReply("answer", to, data, identity.origin));
  };
  const fire = (event: string, data: Json): void => {
    const correlation = registrations.get(event);
    if (correlation === undefined) return;
    const to = { action: event, conversation: identity.conversation, correlation };
    options.post(formatReply("event", to, data, identity.origin));
  };
  const stop = host.onMessages((entries: readonly MessageEntry[]) => {
    fire(RICH_API_EVENT, { ArrayData: entries });
  });

  function receive(text: unknown): void {
    const message = parseEnvelope(text);
    if (message?.messageType !== 0 || message.conversation !== identity.conversation) return;
    if (message.actionType === ASK.register) {
      registrations.set(message.action, message.correlation);
      reply(message, { Error: 0 });
      const waiting = registered;
      registered = [];
      for (const wake of waiting) wake();
      return;
    }
    if (message.actionType === ASK.unregister) {
      registrations.delete(message.action);
      reply(message, { Error: 0 });
      return;
    }
    answer(message);
  }

  function answer(message: Envelope): void {
    switch (message.action) {
      case "ContextActivationManager_getAppContextAsync":
        reply(
          message,
          appContext({
            ...options,
            settings: host.documentSettings,
            requirementSets: host.requirementSets,
          })
        );
        return;
      case "ContextActivationManager_notifyHost":
        // Focus, keys and the like: the page has its own.
        reply(message, null);
        return;
      case "executeMethod":
        execute(message).catch((error: unknown) => {
          // A fault of the host's own: the add-in still gets an answer, and the fault is told.
          options.onUnknown(error instanceof Error ? error.message : String(error));
          reply(message, { Error: INTERNAL_ERROR, Version: 1 });
        });
        return;
      default:
        options.onUnknown(message.action);
        reply(message, null);
    }
  }

  async function execute(message: Envelope): Promise<void> {
    const data = isRecord(message.data) ? message.data : {};
    const method = data["DdaMethod"];
    const dispatch = isRecord(method) ? method["DispatchId"] : null;
    const answerWith = (result: Readonly<Record<string, Json>>): void => {
      reply(message, { Error: 0, Version: 1, ...result });
    };
    switch (dispatch) {
      case DISPATCH.richApi: {
        const body = isList(data["ArrayData"]) ? data["ArrayData"][4] : null;
        const result = await host.processRequest(typeof body === "string" ? body : "");
        if (result.kind === "refused") reply(message, { Error: result.error, Version: 1 });
        else answerWith({ Data: [200, ["Content-Type", "application/json"], result.text] });
        return;
      }
      case DISPATCH.saveSettings:
        saveSettings(host, data);
        answerWith({});
        return;
      case DISPATCH.refreshSettings: {
        const Settings = [...host.documentSettings].map(([Name, Value]) => ({ Name, Value }));
        answerWith({ Properties: { Settings } });
        return;
      }
      case DISPATCH.commandDone: {
        const id = typeof data["0"] === "string" ? data["0"] : "";
        commands.get(id)?.({ id, status: Number(data["1"]) });
        commands.delete(id);
        answerWith({});
        return;
      }
      default:
        options.onUnknown(`executeMethod ${JSON.stringify(dispatch)}`);
        reply(message, { Error: INTERNAL_ERROR, Version: 1 });
    }
  }

  async function whenListening(event: string): Promise<void> {
    if (registrations.has(event)) return;
    await new Promise<void>((resolve) => registered.push(resolve));
    await whenListening(event);
  }

  return {
    receive,
    invokeCommand: async (functionName, control = functionName) => {
      await whenListening(COMMAND_EVENT);
      await host.whenActionsReady();
      lastCommand += 1;
      const id = `command-${lastCommand}`;
      const completed = new Promise<CommandResult>((resolve) => commands.set(id, resolve));
      const source = JSON.stringify({ source: { id: control } });
      fire(COMMAND_EVENT, { 0: id, 1: functionName, 2: source });
      return completed;
    },
    dispose: () => {
      stop();
      host.detachAddin();
    },
  };
}

/** The whole list comes each time; values are JSON texts. */
function saveSettings(host: Host, data: Readonly<Record<string, Json>>): void {
  const method = data["DdaSettingsMethod"];
  const properties = isRecord(method) ? method["Properties"] : data["Properties"];
  host.documentSettings.clear();
  for (const property of isList(properties) ? properties : []) {
    if (!isList(property)) continue;
    const [name, value] = property;
    if (typeof name === "string" && typeof value === "string")
      host.documentSettings.set(name, value);
  }
}
