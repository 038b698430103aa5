import type { FunctionMetadata } from "./function-bridge.ts";
import { WEB_REQUIREMENT_SETS } from "./requirements.ts";
import type { RequirementSets } from "./requirements.ts";

/** How the host is to behave. Everything has the default of Excel on the web. */
export interface HostOptions {
  readonly requirementSets?: RequirementSets;
  /** Members (Class.Member, as on the wire) this host is to lack although its requirement set promises them. */
  readonly withheld?: readonly string[];
  /** Bytes a request or an answer may have. */
  readonly payloadLimit?: number;
  /** The structure of the workbook is locked: no sheet comes or goes. */
  readonly structure?: "open" | "protected";
  /** The add-in's functions.json. */
  readonly functions?: readonly FunctionMetadata[];
  /** What a function gets for an empty cell: nothing, as Excel does now, 0, as older desktop versions do, or "". */
  readonly blankArguments?: "null" | "zero" | "text";
  /** silent: calls are sent nowhere, as where the functions' code never loads. */
  readonly functionRuntime?: "answers" | "silent";
  /** Custom XML parts the workbook was opened with. */
  readonly xmlParts?: readonly string[];
  /** Today, for texts that are read as dates when they are typed (1-6 is the sixth of January of this year). */
  readonly today?: () => Date;
  /** Told of every request, for tests that count round trips. */
  readonly onRequest?: (request: RequestRecord) => void;
}

export interface RequestRecord {
  /** Class.Member of every action, in order; loads as Class.load. Empty where the whole request was refused. */
  readonly members: readonly string[];
  readonly requestBytes: number;
  readonly answerBytes: number;
}

/** The options with their defaults filled in. */
export interface HostSettings {
  readonly requirementSets: RequirementSets;
  readonly withheld: ReadonlySet<string>;
  readonly payloadLimit: number;
  readonly structure: "open" | "protected";
  readonly blankArguments: "null" | "zero" | "text";
  readonly functionRuntime: "answers" | "silent";
  readonly today: () => Date;
}

/** Excel on the web refuses more than 5 MB in either direction. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export function resolveOptions(options: HostOptions): HostSettings {
  return {
    requirementSets: options.requirementSets ?? WEB_REQUIREMENT_SETS,
    withheld: new Set(options.withheld ?? []),
    payloadLimit: options.payloadLimit ?? PAYLOAD_LIMIT,
    structure: options.structure ?? "open",
    blankArguments: options.blankArguments ?? "null",
    functionRuntime: options.functionRuntime ?? "answers",
    today: options.today ?? (() => new Date()),
  };
}
