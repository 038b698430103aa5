import { isRecord } from "../host/wire.ts";
import type { Json } from "../host/wire.ts";

/** What Excel on the web and an add-in's frame post to each other: JSON text in an envelope. */
export interface Envelope {
  /** 0 asks, 1 answers or tells of an event. */
  readonly messageType: number;
  /** Of a question: 0 calls, 1 registers for an event, 2 stops. */
  readonly actionType: number;
  readonly action: string;
  readonly conversation: string;
  readonly correlation: Json;
  readonly data: Json;
}

export const ASK = { call: 0, register: 1, unregister: 2 } as const;

/** Reads a posted text; null for anything that is no such envelope. */
export function parseEnvelope(text: unknown): Envelope | null {
  if (typeof text !== "string") return null;
  let message: Json;
  try {
    message = JSON.parse(text) as Json;
  } catch {
    return null;
  }
  if (!isRecord(message)) return null;
  const { _messageType, _actionType, _actionName, _conversationId } = message;
  if (typeof _messageType !== "number" || typeof _actionName !== "string") return null;
  return {
    messageType: _messageType,
    actionType: typeof _actionType === "number" ? _actionType : ASK.call,
    action: _actionName,
    conversation: typeof _conversationId === "string" ? _conversationId : "",
    correlation: message["_correlationId"] ?? null,
    data: message["_data"] ?? null,
  };
}

/** The answer to a call, or an event to whoever registered with that correlation. */
export function formatReply(
  kind: "answer" | "event",
  to: { readonly action: string; readonly conversation: string; readonly correlation: Json },
  data: Json,
  origin: string
): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: to.action,
    _conversationId: to.conversation,
    _correlationId: to.correlation,
    _errorCode: 0,
    _responseType: kind === "event" ? 1 : 0,
    _data: data,
    _origin: origin,
    _serializerVersion: 1,
  });
}
