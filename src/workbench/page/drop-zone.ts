import { element } from "./element.ts";
import type { Texts } from "./texts.ts";

/** Lets a file be dropped anywhere on an element; a veil says so while one hangs over it. */
export function createDropZone(
  target: HTMLElement,
  texts: Texts,
  openFile: (file: File) => void
): void {
  const veil = element("div", { class: "drop-veil" }, element("span", {}, texts.dropHere));
  veil.hidden = true;
  target.append(veil);
  const carriesFiles = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes("Files") ?? false;
  target.addEventListener("dragenter", (event) => {
    if (carriesFiles(event)) veil.hidden = false;
  });
  // In the capture phase: the grid keeps drags to itself.
  target.addEventListener(
    "dragover",
    (event) => {
      if (carriesFiles(event)) event.preventDefault();
    },
    { capture: true }
  );
  veil.addEventListener("dragleave", () => {
    veil.hidden = true;
  });
  target.addEventListener(
    "drop",
    (event) => {
      const file = event.dataTransfer?.files[0];
      veil.hidden = true;
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (file) openFile(file);
    },
    { capture: true }
  );
}
