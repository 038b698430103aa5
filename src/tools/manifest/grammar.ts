/**
 * Which elements a task-pane manifest has, and in which order: the part of Microsoft's schema that this add-in uses.
 * Source: "How to find the proper order of manifest elements" and MS-OWEMXML. Office refuses a manifest whose elements
 * are out of order without saying where.
 */
export interface Content {
  /** In order; ! once, ? at most once, + once or more, * any number. */
  readonly children: readonly string[];
  readonly attributes?: readonly string[];
  /** Values xsi:type may have, where it must have one. */
  readonly types?: readonly string[];
}

const BUTTON: Content = {
  children: ["Label!", "ToolTip?", "Supertip!", "Icon!", "Action!", "Enabled?"],
  attributes: ["id"],
};
const RESID: Content = { children: [], attributes: ["resid"] };
const DEFAULT_VALUE: Content = { children: ["Override*"], attributes: ["DefaultValue"] };

/** Keys: name, parent/name, or name[xsi:type]; the most telling one speaks. */
export const GRAMMAR: Readonly<Record<string, Content>> = {
  OfficeApp: {
    children: [
      "Id!",
      "AlternateId?",
      "Version!",
      "ProviderName!",
      "DefaultLocale!",
      "DisplayName!",
      "Description!",
      "IconUrl!",
      "HighResolutionIconUrl!",
      "SupportUrl!",
      "AppDomains?",
      "Hosts!",
      "Requirements!",
      "DefaultSettings!",
      "Permissions!",
      "VersionOverrides!",
      "ExtendedOverrides?",
    ],
    types: ["TaskPaneApp"],
  },
  "OfficeApp/DisplayName": DEFAULT_VALUE,
  "OfficeApp/Description": DEFAULT_VALUE,
  "OfficeApp/IconUrl": DEFAULT_VALUE,
  "OfficeApp/HighResolutionIconUrl": DEFAULT_VALUE,
  "OfficeApp/SupportUrl": DEFAULT_VALUE,
  AppDomains: { children: ["AppDomain+"] },
  "OfficeApp/Hosts": { children: ["Host+"] },
  Host: { children: [], attributes: ["Name"] },
  Requirements: { children: ["Sets!"] },
  Sets: { children: ["Set+"] },
  Set: { children: [], attributes: ["Name"] },
  DefaultSettings: { children: ["SourceLocation!"] },
  "DefaultSettings/SourceLocation": DEFAULT_VALUE,
  Override: { children: [], attributes: ["Locale", "Value"] },
  VersionOverrides: {
    children: ["Description?", "Requirements!", "Hosts!", "Resources!"],
    types: ["VersionOverridesV1_0"],
  },
  "VersionOverrides/Hosts": { children: ["Host+"] },
  "Host[Workbook]": { children: ["Runtimes!", "AllFormFactors!", "DesktopFormFactor!"] },
  Runtimes: { children: ["Runtime!"] },
  Runtime: { children: [], attributes: ["resid", "lifetime"] },
  AllFormFactors: { children: ["ExtensionPoint+"] },
  "ExtensionPoint[CustomFunctions]": { children: ["Script!", "Page!", "Metadata!"] },
  Script: { children: ["SourceLocation!"] },
  Page: { children: ["SourceLocation!"] },
  Metadata: { children: ["SourceLocation!"] },
  SourceLocation: RESID,
  DesktopFormFactor: { children: ["GetStarted?", "FunctionFile!", "ExtensionPoint+"] },
  GetStarted: { children: ["Title!", "Description!", "LearnMoreUrl!"] },
  Title: RESID,
  Description: RESID,
  Label: RESID,
  LearnMoreUrl: RESID,
  FunctionFile: RESID,
  "ExtensionPoint[PrimaryCommandSurface]": { children: ["CustomTab+"] },
  "ExtensionPoint[ContextMenu]": { children: ["OfficeMenu+"] },
  ExtensionPoint: {
    children: [],
    types: ["CustomFunctions", "PrimaryCommandSurface", "ContextMenu"],
  },
  CustomTab: { children: ["Group+", "Label!"], attributes: ["id"] },
  Group: { children: ["Label!", "Icon!", "Control+"], attributes: ["id"] },
  Control: { children: [], types: ["Button", "Menu"] },
  "Control[Button]": BUTTON,
  "Control[Menu]": {
    children: ["Label!", "ToolTip?", "Supertip!", "Icon?", "Items!"],
    attributes: ["id"],
  },
  Items: { children: ["Item+"] },
  Item: {
    children: ["Label!", "Supertip!", "Icon?", "Action!", "Enabled?"],
    attributes: ["id"],
  },
  Supertip: { children: ["Title!", "Description!"] },
  Icon: { children: ["Image+"] },
  Action: { children: [], types: ["ShowTaskpane", "ExecuteFunction"] },
  "Action[ShowTaskpane]": { children: ["SourceLocation!"] },
  "Action[ExecuteFunction]": { children: ["FunctionName!"] },
  OfficeMenu: { children: ["Control+"], attributes: ["id"] },
  Resources: { children: ["Images!", "Urls!", "ShortStrings!", "LongStrings!"] },
  Images: { children: ["Image+"] },
  "Images/Image": { children: ["Override*"], attributes: ["id", "DefaultValue"] },
  Image: { children: [], attributes: ["size", "resid"] },
  Urls: { children: ["Url+"] },
  Url: { children: ["Override*"], attributes: ["id", "DefaultValue"] },
  ShortStrings: { children: ["String+"] },
  LongStrings: { children: ["String+"] },
  String: { children: ["Override*"], attributes: ["id", "DefaultValue"] },
  ExtendedOverrides: { children: [], attributes: ["Url"] },
};

/** Elements Office knows and this add-in must not have, and why. */
export const FORBIDDEN: Readonly<Record<string, string>> = {
  Namespace:
    "the functions have bare names (=ZONE_GAP): a Namespace would change every saved formula",
  TaskpaneId: "a shared runtime allows no TaskpaneId",
};
