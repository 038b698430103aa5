import { element } from "./element.ts";

/** What lies over the grid while there is none to see: a wait, or what went wrong and the way out. */
export interface Veil {
  readonly cover: HTMLElement;
  wait(text: string): void;
  problem(
    title: string,
    text: string,
    action: { readonly label: string; run(): void } | null
  ): void;
  lift(): void;
}

export function createVeil(): Veil {
  const cover = element("div", {
    class: "veil",
    attributes: { role: "status", "aria-live": "polite" },
  });
  return {
    cover,
    wait: (text) => {
      cover.hidden = false;
      cover.dataset["kind"] = "wait";
      cover.replaceChildren(
        element("div", { class: "spinner", attributes: { "aria-hidden": "true" } }),
        element("p", {}, text)
      );
    },
    problem: (title, text, action) => {
      cover.hidden = false;
      cover.dataset["kind"] = "problem";
      cover.replaceChildren(
        element("h2", {}, title),
        element("p", {}, text),
        ...(action === null
          ? []
          : [
              element(
                "button",
                {
                  class: "veil-action",
                  attributes: { type: "button" },
                  on: {
                    click: () => {
                      action.run();
                    },
                  },
                },
                action.label
              ),
            ])
      );
    },
    lift: () => {
      cover.hidden = true;
      cover.replaceChildren();
    },
  };
}
