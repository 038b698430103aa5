import type { Host } from "../host/host.ts";
import { frameName } from "./app-context.ts";
import { openXdmSession } from "./xdm-session.ts";
import type { CommandResult } from "./xdm-session.ts";

export interface PaneOptions {
  readonly addinUrl: string;
  /** Language of the add-in's face and of numbers and dates; zh-CN or en-US. */
  readonly locale: string;
  readonly contentLocale?: string;
  /** What Office.context.document.url says. */
  readonly documentUrl?: string;
  /** Told of anything the add-in asked for that this host has not; the console by default. */
  readonly onUnknown?: (what: string) => void;
}

/** The add-in in its frame. */
export interface Pane {
  /** The frame in the document now: each load has one of its own, with a name of its own. */
  readonly frame: HTMLIFrameElement;
  /** Runs a command of the ribbon (ExecuteFunction), and resolves when the add-in says it is done. */
  invokeCommand(functionName: string, control?: string): Promise<CommandResult>;
  dispose(): void;
}

/** What the add-in may do in its frame: dialogs open in windows of their own, reports are saved as files. */
const SANDBOX =
  "allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

let loads = 0;

/**
 * Puts the add-in in the place of a frame of this page, the way Excel on the web carries it. The library in it learns from the
 * frame's name where it is, so a new frame takes the place of the one given; that one may be given again after dispose.
 * The page must be https and have the add-in's host name, or the library refuses to talk.
 */
export function attachPane(place: HTMLIFrameElement, host: Host, options: PaneOptions): Pane {
  const page = place.ownerDocument.defaultView;
  if (page === null) throw new Error("The frame's document is in no window.");
  loads += 1;
  const identity = {
    conversation: `conversation-${Date.now()}-${loads}`,
    control: "zone-check",
    origin: page.location.origin,
  };
  const locale = { display: options.locale, content: options.contentLocale ?? options.locale };
  const addinOrigin = new URL(options.addinUrl, page.location.href).origin;

  const frame = place.cloneNode(false) as HTMLIFrameElement;
  frame.name = frameName(identity, locale, host.requirementSets);
  frame.setAttribute("sandbox", SANDBOX);
  const session = openXdmSession({
    host,
    identity,
    locale,
    documentUrl: options.documentUrl ?? `${identity.origin}/${host.engine.workbookName}`,
    post: (text) => frame.contentWindow?.postMessage(text, addinOrigin),
    onUnknown:
      options.onUnknown ??
      ((what) => {
        console.error(`The emulated Excel has no ${what}.`);
      }),
  });
  const listen = (event: MessageEvent<unknown>): void => {
    if (event.source === frame.contentWindow && event.origin === addinOrigin)
      session.receive(event.data);
  };
  page.addEventListener("message", listen);
  frame.src = options.addinUrl;
  place.replaceWith(frame);

  return {
    frame,
    invokeCommand: (functionName, control) => session.invokeCommand(functionName, control),
    dispose: () => {
      page.removeEventListener("message", listen);
      session.dispose();
      frame.replaceWith(place);
    },
  };
}
