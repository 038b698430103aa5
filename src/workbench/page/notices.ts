import { element } from "./element.ts";
import type { Texts } from "./texts.ts";

/** One line above the grid: what went well, what did not and what to do. */
export interface Notices {
  readonly bar: HTMLElement;
  tell(kind: "done" | "problem", title: string, text?: string): void;
  clear(): void;
}

export function createNotices(texts: Texts): Notices {
  const bar = element("div", {
    class: "notice",
    attributes: { role: "status", "aria-live": "polite" },
  });
  bar.hidden = true;
  const clear = (): void => {
    bar.hidden = true;
    bar.replaceChildren();
  };
  return {
    bar,
    clear,
    tell: (kind, title, text = "") => {
      bar.hidden = false;
      bar.dataset["kind"] = kind;
      bar.replaceChildren(
        element(
          "span",
          { class: "notice-text" },
          element("strong", {}, title),
          text === "" ? null : ` ${text}`
        ),
        element(
          "button",
          {
            class: "notice-close",
            attributes: { type: "button", "aria-label": texts.dismiss, title: texts.dismiss },
            on: { click: clear },
          },
          "×"
        )
      );
    },
  };
}
