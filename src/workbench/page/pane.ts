import type { Host } from "../host/host.ts";
import { attachPane } from "../transport/xdm-host.ts";
import type { Pane } from "../transport/xdm-host.ts";
import { element } from "./element.ts";
import type { Locale, Theme } from "./locale.ts";
import type { Texts } from "./texts.ts";

const LEAST_WIDTH = 320;
const FIRST_WIDTH = 380;
const KEY_STEP = 20;

/** The place beside the grid where the add-in lives: its title bar, its frame, and the edge that makes it wider. */
export interface PaneFrame {
  /** Splitter and pane, to stand after the grid. */
  readonly parts: readonly HTMLElement[];
  readonly isOpen: boolean;
  show(): void;
  /**
   * Out of sight only: the add-in asked for a shared runtime of long life, so it goes on running, keeps its state and
   * answers functions and commands.
   */
  hide(): void;
  /** Loads the add-in on a host, in place of the one before. */
  attach(host: Host, documentUrl: string): void;
  detach(): void;
  /** Runs one of the add-in's commands; resolves when it says it is done. */
  run(functionName: string, control: string): Promise<void>;
}

export function createPaneFrame(options: {
  readonly title: string;
  readonly addinUrl: string;
  readonly texts: Texts;
  readonly locale: Locale;
  readonly theme: Theme;
  /** The whole of grid and pane, marked while the edge is dragged. */
  readonly desk: HTMLElement;
}): PaneFrame {
  const { texts, desk } = options;
  const place = element("iframe", { attributes: { title: options.title } });
  // The frame's prefers-color-scheme follows its element's color scheme.
  place.style.colorScheme = options.theme;
  const close = element(
    "button",
    {
      class: "pane-close",
      attributes: { type: "button", "aria-label": texts.closePane, title: texts.closePane },
    },
    "×"
  );
  const pane = element(
    "aside",
    { class: "pane", attributes: { "aria-label": options.title } },
    element("div", { class: "pane-title" }, element("span", {}, options.title), close),
    place
  );
  const splitter = element("div", {
    class: "splitter",
    attributes: {
      role: "separator",
      tabindex: "0",
      "aria-orientation": "vertical",
      "aria-label": texts.resizePane,
      "aria-valuemin": String(LEAST_WIDTH),
    },
  });
  let attached: Pane | null = null;
  let isOpen = false;

  const setWidth = (width: number): void => {
    const most = Math.max(LEAST_WIDTH, desk.clientWidth - LEAST_WIDTH);
    const fitting = Math.round(Math.min(most, Math.max(LEAST_WIDTH, width)));
    pane.style.width = `${fitting}px`;
    splitter.setAttribute("aria-valuenow", String(fitting));
  };
  const setOpen = (open: boolean): void => {
    isOpen = open;
    // Not taken out of the layout: a frame that is not laid out measures everything as zero.
    pane.classList.toggle("is-away", !open);
    pane.inert = !open;
    splitter.hidden = !open;
  };
  close.addEventListener("click", () => {
    setOpen(false);
  });
  splitter.addEventListener("pointerdown", (event) => {
    splitter.setPointerCapture(event.pointerId);
    desk.classList.add("is-resizing");
  });
  splitter.addEventListener("pointermove", (event) => {
    if (splitter.hasPointerCapture(event.pointerId)) {
      setWidth(desk.getBoundingClientRect().right - event.clientX);
    }
  });
  const stopResizing = (): void => {
    desk.classList.remove("is-resizing");
  };
  splitter.addEventListener("pointerup", stopResizing);
  splitter.addEventListener("pointercancel", stopResizing);
  splitter.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowLeft" ? KEY_STEP : event.key === "ArrowRight" ? -KEY_STEP : 0;
    if (step !== 0) setWidth(pane.clientWidth + step);
  });
  pane.style.width = `${FIRST_WIDTH}px`;
  splitter.setAttribute("aria-valuenow", String(FIRST_WIDTH));
  setOpen(false);

  return {
    parts: [splitter, pane],
    get isOpen() {
      return isOpen;
    },
    show: () => {
      setOpen(true);
    },
    hide: () => {
      setOpen(false);
    },
    attach: (host, documentUrl) => {
      attached?.dispose();
      attached = attachPane(place, host, {
        addinUrl: options.addinUrl,
        locale: options.locale,
        documentUrl,
      });
    },
    detach: () => {
      attached?.dispose();
      attached = null;
    },
    run: async (functionName, control) => {
      if (attached === null) throw new Error("no add-in is loaded");
      const { status } = await attached.invokeCommand(functionName, control);
      if (status !== 0) throw new Error(`${functionName} ended with status ${status}`);
    },
  };
}
