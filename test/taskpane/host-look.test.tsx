import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { copyText, readTheme, recallLocale, rememberLocale } from "../../src/taskpane/host-look.ts";

const system = (matches: boolean): MediaQueryList => ({ matches }) as MediaQueryList;

describe("the theme", () => {
  test.each([
    ["the host's dark over a light system", true, false, "dark"],
    ["the host's light over a dark system", false, true, "light"],
    ["the system's where the host says nothing", undefined, true, "dark"],
    ["light where neither is dark", undefined, false, "light"],
  ] as const)("is %s", (_why, host, isSystemDark, theme) => {
    expect(readTheme(host, system(isSystemDark))).toBe(theme);
  });
});

describe("the chosen language", () => {
  afterEach(() => {
    localStorage.clear();
  });

  test("is remembered", () => {
    expect(recallLocale()).toBeNull();
    rememberLocale("en-US");
    expect(recallLocale()).toBe("en-US");
  });

  test("is not taken from what somebody else left there", () => {
    localStorage.setItem("zone-check:locale", "klingon");
    expect(recallLocale()).toBeNull();
  });

  test("lasts as long as the runtime where the browser keeps nothing for a frame", () => {
    const own = Object.getOwnPropertyDescriptor(window, "localStorage");
    Object.defineProperty(window, "localStorage", {
      configurable: true,
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    rememberLocale("en-US");
    expect(recallLocale()).toBeNull();
    if (own !== undefined) Object.defineProperty(window, "localStorage", own);
  });
});

describe("copying", () => {
  const { clipboard } = navigator;

  function give(writeText: (text: string) => Promise<void>): void {
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
  }

  beforeEach(() => {
    Object.defineProperty(document, "execCommand", { configurable: true, value: () => false });
  });

  afterEach(() => {
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
  });

  test("goes through the clipboard where the frame may use it", async () => {
    const copied: string[] = [];
    give((text) => {
      copied.push(text);
      return Promise.resolve();
    });
    expect(await copyText("诊断")).toBe(true);
    expect(copied).toEqual(["诊断"]);
  });

  test("goes by selection where the clipboard is closed, and leaves focus and page as they were", async () => {
    give(() => Promise.reject(new DOMException("denied", "NotAllowedError")));
    const button = document.body.appendChild(document.createElement("button"));
    button.focus();
    let selected = "";
    Object.defineProperty(document, "execCommand", {
      configurable: true,
      value: () => {
        const { activeElement } = document;
        selected = document.querySelector("textarea")?.value ?? "";
        return activeElement !== null;
      },
    });
    expect(await copyText("诊断")).toBe(true);
    expect(selected).toBe("诊断");
    expect(document.activeElement).toBe(button);
    expect(document.querySelector("textarea")).toBeNull();
  });

  test("says so where neither works", async () => {
    give(() => Promise.reject(new DOMException("denied", "NotAllowedError")));
    expect(await copyText("诊断")).toBe(false);
  });
});
