/**
 * @jest-environment jsdom
 * @jest-environment-options {"url":"https://localhost/workbench.html"}
 */
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { createHost } from "../../../src/workbench/host/host.ts";
import type { Host } from "../../../src/workbench/host/host.ts";
import { attachPane } from "../../../src/workbench/transport/xdm-host.ts";
import type { Pane } from "../../../src/workbench/transport/xdm-host.ts";
import { MemoryEngine } from "../../support/memory-engine.ts";

let place: HTMLIFrameElement;
let host: Host;
const panes: Pane[] = [];

beforeEach(() => {
  document.body.innerHTML = '<main><iframe title="面板"></iframe></main>';
  place = document.querySelector("iframe") as HTMLIFrameElement;
  host = createHost(new MemoryEngine(["指标"]));
});

afterEach(() => {
  for (const pane of panes.splice(0)) pane.dispose();
  host.dispose();
});

function attach(): Pane {
  const addinUrl = "https://localhost/taskpane.html";
  const pane = attachPane(place, host, { addinUrl, locale: "zh-CN", onUnknown: () => undefined });
  panes.push(pane);
  return pane;
}

interface FrameName {
  readonly hostInfo: string;
  readonly xdmInfo: string;
}
const nameOf = ({ frame }: Pane): FrameName => JSON.parse(frame.name) as FrameName;

/** The first thing the library asks for. */
function ask(pane: Pane, changes: Partial<MessageEventInit> = {}): void {
  const data = JSON.stringify({
    _messageType: 0,
    _actionType: 0,
    _actionName: "ContextActivationManager_getAppContextAsync",
    _conversationId: nameOf(pane).xdmInfo.split("|")[0],
    _correlationId: 7,
    _data: "zone-check",
  });
  window.dispatchEvent(
    new MessageEvent("message", {
      data,
      origin: "https://localhost",
      source: pane.frame.contentWindow,
      ...changes,
    })
  );
}

function answersOf(pane: Pane): string[] {
  const answers: string[] = [];
  const { contentWindow } = pane.frame;
  if (contentWindow === null) throw new Error("the frame is not in the document");
  jest.spyOn(contentWindow, "postMessage").mockImplementation((message: unknown) => {
    answers.push(String(message));
  });
  return answers;
}

describe("the add-in's frame in the page", () => {
  test("has its name before it is in the document, where the library looks for its host", () => {
    const names: string[] = [];
    const replace = jest
      .spyOn(place, "replaceWith")
      .mockImplementation((...nodes: (Node | string)[]) => {
        names.push((nodes[0] as HTMLIFrameElement).name);
      });
    attach();
    replace.mockRestore();
    expect(JSON.parse(names[0] ?? "null")).toMatchObject({
      hostInfo: "Excel$Web$16.00$zh-CN$workbench$$disableLogging$3",
      xdmInfo: expect.stringMatching(/^[^|]+\|zone-check\|https:\/\/localhost$/) as unknown,
    });
  });

  test("stands where the page put it, with a conversation of its own for each load", () => {
    const first = attach();
    expect(document.querySelectorAll("main > iframe")).toHaveLength(1);
    expect(first.frame.title).toBe("面板");
    const conversation = nameOf(first).xdmInfo;
    panes.splice(0);
    first.dispose();
    expect(document.querySelector("iframe")).toBe(place);
    expect(nameOf(attach()).xdmInfo).not.toBe(conversation);
  });

  test("is answered with the context the library needs", () => {
    const pane = attach();
    const answers = answersOf(pane);
    ask(pane);
    expect(answers).toHaveLength(1);
    expect(JSON.parse(answers[0] ?? "null")).toMatchObject({
      _messageType: 1,
      _correlationId: 7,
      _errorCode: 0,
      _data: {
        _appUILocale: "zh-CN",
        _docUrl: "https://localhost/Book1.xlsx",
        _requirementMatrix: JSON.stringify(host.requirementSets),
      },
    });
  });

  test.each<[string, Partial<MessageEventInit>]>([
    ["another window", { source: null }],
    ["another origin", { origin: "https://example.org" }],
    ["no envelope", { data: "{}" }],
    ["no JSON", { data: "hello" }],
  ])("a message with %s is left alone", (_, changes) => {
    const pane = attach();
    const answers = answersOf(pane);
    ask(pane, changes);
    expect(answers).toEqual([]);
  });

  test("is no longer heard after it was taken away", () => {
    const pane = attach();
    const answers = answersOf(pane);
    const { contentWindow } = pane.frame;
    panes.splice(0);
    pane.dispose();
    ask(pane, { source: contentWindow });
    expect(answers).toEqual([]);
  });
});
