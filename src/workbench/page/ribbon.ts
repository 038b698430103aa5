import { element } from "./element.ts";
import type { AddinManifest, RibbonButton, RibbonGroup, RibbonMenu } from "./manifest.ts";
import type { Texts } from "./texts.ts";

/** Shows the add-in's tab as Excel would: groups of large buttons, menus that open below them. */
export function renderRibbon(
  manifest: AddinManifest,
  texts: Texts,
  run: (button: RibbonButton) => void
): HTMLElement {
  const tabs = manifest.tabs.map((tab) =>
    element(
      "div",
      { class: "ribbon-tab", attributes: { role: "tab", "aria-selected": "true" } },
      tab.label
    )
  );
  const groups = manifest.tabs.flatMap((tab) => tab.groups.map((group) => renderGroup(group, run)));
  return element(
    "section",
    { class: "ribbon", attributes: { "aria-label": texts.ribbon } },
    element("div", { class: "ribbon-tabs", attributes: { role: "tablist" } }, ...tabs),
    element("div", { class: "ribbon-groups", attributes: { role: "toolbar" } }, ...groups)
  );
}

function renderGroup(group: RibbonGroup, run: (button: RibbonButton) => void): HTMLElement {
  const controls = group.controls.map((control) =>
    control.kind === "menu" ? renderMenu(control, run) : renderButton(control, run)
  );
  return element(
    "div",
    { class: "ribbon-group", attributes: { role: "group", "aria-label": group.label } },
    element("div", { class: "ribbon-controls" }, ...controls),
    element("div", { class: "ribbon-group-label" }, group.label)
  );
}

function renderButton(button: RibbonButton, run: (button: RibbonButton) => void): HTMLElement {
  const face = face32(button);
  face.addEventListener("click", () => {
    run(button);
  });
  return face;
}

function renderMenu(menu: RibbonMenu, run: (button: RibbonButton) => void): HTMLElement {
  const face = face32(menu);
  face.classList.add("ribbon-menu-button");
  face.setAttribute("aria-haspopup", "menu");
  const items = menu.items.map((item) =>
    element(
      "button",
      {
        class: "menu-item",
        attributes: {
          role: "menuitem",
          type: "button",
          title: item.tip.description,
          "data-control": item.id,
        },
        on: {
          click: () => {
            popup.close();
            run(item);
          },
        },
      },
      icon(item, 16),
      item.label
    )
  );
  const popup = attachMenu(face, items);
  return element("div", { class: "menu-anchor" }, face, popup.list);
}

function face32(control: RibbonButton | RibbonMenu): HTMLButtonElement {
  const { title, description } = control.tip;
  return element(
    "button",
    {
      class: "ribbon-button",
      attributes: {
        type: "button",
        title: description === "" ? title : `${title}\n${description}`,
        "data-control": control.id,
      },
    },
    icon(control, 32),
    element("span", { class: "ribbon-button-label" }, control.label)
  );
}

function icon(control: RibbonButton | RibbonMenu, size: 16 | 32): HTMLElement {
  const url = control.icons.get(size) ?? control.icons.get(32) ?? "";
  const sharp = control.icons.get(size === 32 ? 80 : 32) ?? url;
  return element("img", {
    attributes: {
      src: url,
      srcset: `${url} 1x, ${sharp} 2x`,
      alt: "",
      width: String(size),
      height: String(size),
    },
  });
}

interface Popup {
  readonly list: HTMLElement;
  close(): void;
}

/** A menu under a button: opens on click or ↓, closes on Esc, on a choice and on a click elsewhere; arrows move in it. */
export function attachMenu(button: HTMLButtonElement, items: readonly HTMLElement[]): Popup {
  const list = element("div", { class: "menu", attributes: { role: "menu" } }, ...items);
  list.hidden = true;
  const close = (): void => {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
  };
  const open = (): void => {
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    items[0]?.focus();
  };
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    if (list.hidden) open();
    else close();
  });
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    open();
  });
  list.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape") {
      close();
      button.focus();
    } else if (event.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
    else if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", (event) => {
    const target = event.target as Node;
    if (!list.contains(target) && !button.contains(target)) close();
  });
  // A click into the pane is a click elsewhere too, but only the window hears of it.
  window.addEventListener("blur", close);
  return { list, close };
}
