import { element } from "./element.ts";
import { attachMenu } from "./ribbon.ts";
import type { Sample } from "./samples.ts";
import type { Locale } from "./locale.ts";
import { SWITCHES, switchesOn, toggleSwitch } from "./simulation.ts";
import type { Texts } from "./texts.ts";

export interface TopBarActions {
  openFile(file: File): void;
  openSample(sample: Sample): void;
  save(): void;
  reset(): void;
}

export interface TopBar {
  readonly bar: HTMLElement;
  setFile(name: string): void;
}

/** File name and what can be done with files: open, samples, save, reset. */
export function createTopBar(
  texts: Texts,
  locale: Locale,
  samples: readonly Sample[],
  actions: TopBarActions
): TopBar {
  const name = element("h1", { class: "file-name" });
  const picker = element("input", {
    attributes: { type: "file", accept: ".xlsx,.xlsm", tabindex: "-1", "aria-hidden": "true" },
  });
  picker.hidden = true;
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    if (file) actions.openFile(file);
    // The same file chosen again is a change as well.
    picker.value = "";
  });
  const open = button(texts.open, texts.openTip, () => {
    picker.click();
  });
  const samplesButton = button(texts.samples, texts.samples, () => undefined);
  samplesButton.classList.add("has-menu");
  samplesButton.setAttribute("aria-haspopup", "menu");
  const menu = attachMenu(
    samplesButton,
    samples.map((sample) =>
      element(
        "button",
        {
          class: "menu-item",
          attributes: { type: "button", role: "menuitem", "data-sample": sample.file },
          on: {
            click: () => {
              menu.close();
              actions.openSample(sample);
            },
          },
        },
        sample.title[locale]
      )
    )
  );
  const simulation = simulationMenu(texts);
  const bar = element(
    "header",
    { class: "top-bar" },
    element("img", {
      attributes: { src: "/assets/icon-32.png", alt: "", width: "20", height: "20" },
    }),
    element("span", { class: "product" }, texts.title),
    name,
    element(
      "div",
      { class: "file-actions" },
      open,
      picker,
      element("div", { class: "menu-anchor" }, samplesButton, menu.list),
      simulation,
      button(texts.save, texts.saveTip, () => {
        actions.save();
      }),
      button(texts.reset, texts.resetTip, () => {
        actions.reset();
      })
    )
  );
  return {
    bar,
    setFile: (file) => {
      name.textContent = file;
      document.title = file === "" ? texts.title : `${file} – ${texts.title}`;
    },
  };
}

/** Which Excel is emulated: each entry loads the page anew with one thing the other way. */
function simulationMenu(texts: Texts): HTMLElement {
  const on = switchesOn(location.search);
  const label = on.length === 0 ? texts.simulation : texts.simulationOf(on.length);
  const opener = button(label, texts.simulationTip, () => undefined);
  opener.classList.add("has-menu");
  opener.setAttribute("aria-haspopup", "menu");
  const menu = attachMenu(
    opener,
    SWITCHES.map((one) =>
      element(
        "button",
        {
          class: "menu-item is-choice",
          attributes: {
            type: "button",
            role: "menuitemcheckbox",
            "aria-checked": String(on.includes(one)),
            "data-switch": one,
          },
          on: {
            click: () => {
              location.search = toggleSwitch(location.search, one);
            },
          },
        },
        texts.switches[one]
      )
    )
  );
  return element("div", { class: "menu-anchor" }, opener, menu.list);
}

function button(label: string, tip: string, act: () => void): HTMLButtonElement {
  return element(
    "button",
    { class: "file-action", attributes: { type: "button", title: tip }, on: { click: act } },
    label
  );
}
