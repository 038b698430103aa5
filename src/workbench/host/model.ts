import type { Area } from "../../core/index.ts";
import type { Engine } from "../engine/engine.ts";
import type { EventSource } from "./event-source.ts";
import type { FormatStore } from "./format-store.ts";
import type { FunctionBridge } from "./function-bridge.ts";
import type { HostSettings } from "./host-options.ts";
import type { References } from "./references.ts";
import type { Signal } from "./signal.ts";
import type { Json } from "./wire.ts";

/** What every object of the model stands in: the spreadsheet, and what a workbook has besides its cells. */
export interface World {
  readonly engine: Engine;
  readonly settings: HostSettings;
  readonly references: References<Instance>;
  readonly formats: FormatStore;
  readonly events: EventSource;
  readonly functions: FunctionBridge;
  /** Custom XML parts by id, and workbook.settings by key. */
  readonly xmlParts: Map<string, string>;
  readonly workbookSettings: Map<string, Json>;
  /** The add-in's library says that commands may be invoked. */
  readonly actions: Signal;
  /** A fresh id in Excel's form. */
  nextId(): string;
}

/** What an object of the model is about, per class. Plain data: all behaviour is in the class tables. */
export interface SheetState {
  readonly world: World;
  readonly sheet: string;
}

/** `area` moves when rows or columns come and go, as long as the range is referenced. */
export interface RangeState extends SheetState {
  area: Area;
}

export interface RangeAreasState extends SheetState {
  areas: readonly Area[];
}

export interface WorldState {
  readonly world: World;
}

export interface FormatState extends SheetState {
  /** Id of a conditional format, as the add-in knows it. */
  readonly format: string;
}

export interface BorderState extends FormatState {
  readonly edge: string;
}

/** `sheet` is that of a collection or name limited to one; null for the workbook's. */
export interface NamesState extends WorldState {
  readonly sheet: string | null;
}

export interface NameState extends NamesState {
  readonly name: string;
}

export interface TableState extends WorldState {
  readonly name: string;
}

export interface PartState extends WorldState {
  readonly part: string;
}

export interface SettingState extends WorldState {
  readonly key: string;
}

/** Every class of the emulated model with the data of its objects. */
export interface States {
  Workbook: WorldState;
  Application: WorldState;
  WorkbookProtection: WorldState;
  WorksheetCollection: WorldState;
  Worksheet: SheetState;
  WorksheetProtection: SheetState;
  WorksheetFreezePanes: SheetState;
  Range: RangeState;
  RangeFormat: RangeState;
  RangeFill: RangeState;
  RangeFont: RangeState;
  RangeAreas: RangeAreasState;
  ConditionalFormatCollection: RangeAreasState;
  ConditionalFormat: FormatState;
  CustomConditionalFormat: FormatState;
  ConditionalFormatRule: FormatState;
  ConditionalRangeFormat: FormatState;
  ConditionalRangeFill: FormatState;
  ConditionalRangeFont: FormatState;
  ConditionalRangeBorderCollection: FormatState;
  ConditionalRangeBorder: BorderState;
  NamedItemCollection: NamesState;
  NamedItem: NameState;
  TableCollection: WorldState;
  Table: TableState;
  CustomXmlPartCollection: WorldState;
  CustomXmlPart: PartState;
  SettingCollection: WorldState;
  Setting: SettingState;
  CustomFunctions: WorldState;
  AddinInternalService: WorldState;
  AppRuntimeService: WorldState;
}

export type ClassName = keyof States;

/** An object of the model: its class, its data, and the reference the add-in holds on it. */
export class Instance<K extends ClassName = ClassName> {
  referenceId: string | null = null;
  constructor(
    readonly className: K,
    readonly state: States[K]
  ) {}

  isA<C extends ClassName>(className: C): this is Instance<C> {
    const own: ClassName = this.className;
    return own === className;
  }
}
