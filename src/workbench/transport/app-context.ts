import type { RequirementSets } from "../host/requirements.ts";
import type { Json } from "../host/wire.ts";

/** Who talks to whom. A new conversation for each load: the library keeps settings in the browser under its id. */
export interface PaneIdentity {
  readonly conversation: string;
  readonly control: string;
  /** Origin of the host page; its host name must be the add-in's own, and https. */
  readonly origin: string;
}

export interface PaneLocale {
  /** Language of Excel's own words, en-US or zh-CN: what Office.context.displayLanguage says. */
  readonly display: string;
  /** Language of numbers and dates. */
  readonly content: string;
}

const SHARED_RUNTIME = 1;
const CUSTOM_FUNCTIONS = 2;

/** Excel, platform, version, language, correlation, no dialog, no telemetry, abilities of the runtime. */
function hostInfo(locale: PaneLocale, sets: RequirementSets): string {
  const isShared = sets["SharedRuntime"] !== undefined;
  const hasFunctions = isShared && sets["CustomFunctionsRuntime"] !== undefined;
  const flags = String((isShared ? SHARED_RUNTIME : 0) | (hasFunctions ? CUSTOM_FUNCTIONS : 0));
  return ["Excel", "Web", "16.00", locale.display, "workbench", "", "disableLogging", flags].join(
    "$"
  );
}

/** The frame's name, by which the library in it learns where it is. It must be set before the frame is in the document. */
export function frameName(
  identity: PaneIdentity,
  locale: PaneLocale,
  requirementSets: RequirementSets
): string {
  return JSON.stringify({
    baseFrameName: `pane-${identity.conversation}`,
    hostInfo: hostInfo(locale, requirementSets),
    xdmInfo: [identity.conversation, identity.control, identity.origin].join("|"),
    serializerVersion: "1",
    flights: "[]",
  });
}

const EXCEL_WEB_APP = 16;
const READ_WRITE = 1;
const TASK_PANE = 1;
const SHOWN_AS_TASK_PANE = 2;

/** The first thing the library asks for. All of the first nine are needed; the matrix is a text with texts inside. */
export function appContext(context: {
  readonly identity: PaneIdentity;
  readonly locale: PaneLocale;
  readonly documentUrl: string;
  readonly settings: ReadonlyMap<string, string>;
  readonly requirementSets: RequirementSets;
}): Json {
  return {
    _id: context.identity.control,
    _appName: EXCEL_WEB_APP,
    _appVersion: "16.00",
    _appUILocale: context.locale.display,
    _dataLocale: context.locale.content,
    _docUrl: context.documentUrl,
    _clientMode: READ_WRITE,
    _settings: [...context.settings].map(([name, value]) => [name, value]),
    _reason: "documentOpened",
    _osfControlType: TASK_PANE,
    _eToken: "",
    _correlationId: "workbench",
    _appInstanceId: context.identity.conversation,
    _appMinorVersion: 0,
    _hostFullVersion: "16.0.18000.40000",
    _clientWindowHeight: 600,
    _clientWindowWidth: 350,
    _addinName: "ZoneCheck",
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: SHOWN_AS_TASK_PANE,
    _requirementMatrix: JSON.stringify(context.requirementSets),
  };
}
