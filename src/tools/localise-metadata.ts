/** Finishes the function metadata the build makes of src/functions/functions.ts: names, errors as inputs, English. */
import { FUNCTION_RECORDS } from "../core/measures/index.ts";
import { ENGLISH, ENGLISH_ENUMS } from "../functions/metadata.en-US.ts";

/** functions.json, as far as we change it. */
interface Metadata {
  readonly functions: readonly FunctionMetadata[];
  readonly enums?: readonly EnumMetadata[];
}

/** Words a parameter takes; the host offers them while the user types. */
interface EnumMetadata {
  readonly id: string;
  readonly values: readonly { readonly name: string; readonly tooltip?: string }[];
}

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly repeating?: boolean;
  }[];
}

/**
 * The Chinese metadata, finished: parameter names in Chinese as the formula bar shows them, and errors handed to the
 * functions, so that one bad cell in a range spoils its own result and not the whole range.
 */
export function completeMetadata(functionsJson: string): string {
  return rewrite(functionsJson, (one) => ({
    ...withErrorsAsInputs(one),
    parameters: one.parameters.map((parameter, index) => ({
      ...asRange(parameter),
      name: parameterName(one.id, index).zh,
    })),
  }));
}

/** The English metadata: same ids, names, order and types; descriptions, parameter names and help pages in English. */
export function localiseMetadata(functionsJson: string): string {
  const translated = rewrite(functionsJson, (one) => {
    const english = ENGLISH[one.id];
    if (english?.parameters.length !== one.parameters.length) {
      throw new Error(`src/functions/metadata.en-US.ts lacks ${one.id} or one of its parameters`);
    }
    const helpUrl = one.helpUrl?.replace("/help.html", "/help.en-US.html");
    return {
      ...withErrorsAsInputs(one),
      description: english.description,
      ...(helpUrl === undefined ? {} : { helpUrl }),
      parameters: one.parameters.map((parameter, index) => ({
        ...asRange(parameter),
        name: parameterName(one.id, index).en,
        description: english.parameters[index] ?? "",
      })),
    };
  });
  return withEnglishEnums(translated);
}

/** The words stay those that are typed; what is said of them is English. */
function withEnglishEnums(functionsJson: string): string {
  const metadata = JSON.parse(functionsJson) as Metadata;
  const enums = metadata.enums?.map((one) => ({
    ...one,
    values: one.values.map((value) => {
      const tooltip = ENGLISH_ENUMS[one.id]?.[value.name];
      if (tooltip === undefined) {
        throw new Error(`src/functions/metadata.en-US.ts lacks ${one.id} ${value.name}`);
      }
      return { ...value, tooltip };
    }),
  }));
  return `${JSON.stringify(enums === undefined ? metadata : { ...metadata, enums }, null, 2)}\n`;
}

function rewrite(
  functionsJson: string,
  change: (one: FunctionMetadata) => FunctionMetadata
): string {
  const metadata = JSON.parse(functionsJson) as Metadata;
  return `${JSON.stringify({ ...metadata, functions: metadata.functions.map(change) }, null, 2)}\n`;
}

/**
 * The generator says of a repeating any[][][] that it repeats, not that each is a range. Its last argument names a kind, and
 * the host can offer the kinds.
 */
function asRange<T extends { readonly repeating?: boolean }>(parameter: T): T {
  if (parameter.repeating !== true) return parameter;
  return { ...parameter, dimensionality: "matrix", customEnumId: "ZoneKind" };
}

function withErrorsAsInputs(one: FunctionMetadata): FunctionMetadata {
  return { ...one, options: { ...one.options, allowErrorForDataTypeAny: true } };
}

function parameterName(id: string, index: number): { readonly zh: string; readonly en: string } {
  const name = FUNCTION_RECORDS.find((one) => one.id === id)?.parameters[index]?.name;
  if (name === undefined) throw new Error(`core/measures has no parameter ${index} of ${id}`);
  return name;
}
