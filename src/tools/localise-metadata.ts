/** Finishes the function metadata the build makes of src/functions/functions.ts: names, errors as inputs, English. */
import type { MeasureFunctionId } from "../core/measures/index.ts";
import { getMeasureFunction } from "../core/measures/index.ts";
import { ENGLISH } from "../functions/metadata.en-US.ts";

/** functions.json, as far as we change it. */
interface Metadata {
  readonly functions: readonly FunctionMetadata[];
}

interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly parameters: readonly { readonly name: string; readonly description: string }[];
}

/**
 * The Chinese metadata, finished: parameter names in Chinese as the formula bar shows them, and errors handed to the
 * functions, so that one bad cell in a range spoils its own result and not the whole range.
 */
export function completeMetadata(functionsJson: string): string {
  return rewrite(functionsJson, (one) => ({
    ...withErrorsAsInputs(one),
    parameters: one.parameters.map((parameter, index) => ({
      ...parameter,
      name: parameterName(one.id, index).zh,
    })),
  }));
}

/** The English metadata: same ids, names, order and types; descriptions, parameter names and help pages in English. */
export function localiseMetadata(functionsJson: string): string {
  return rewrite(functionsJson, (one) => {
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
        ...parameter,
        name: parameterName(one.id, index).en,
        description: english.parameters[index] ?? "",
      })),
    };
  });
}

function rewrite(
  functionsJson: string,
  change: (one: FunctionMetadata) => FunctionMetadata
): string {
  const metadata = JSON.parse(functionsJson) as Metadata;
  return `${JSON.stringify({ ...metadata, functions: metadata.functions.map(change) }, null, 2)}\n`;
}

function withErrorsAsInputs(one: FunctionMetadata): FunctionMetadata {
  return { ...one, options: { ...one.options, allowErrorForDataTypeAny: true } };
}

function parameterName(id: string, index: number): { readonly zh: string; readonly en: string } {
  const name = getMeasureFunction(id as MeasureFunctionId).parameters[index]?.name;
  if (name === undefined) throw new Error(`core/measures has no parameter ${index} of ${id}`);
  return name;
}
