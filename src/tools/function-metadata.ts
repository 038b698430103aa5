import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "../functions/functions.ts");

/** functions.json as the build's plugin makes it of src/functions/functions.ts, before it is finished; throws on its errors. */
export async function generateFunctionMetadata(): Promise<string> {
  const { errors, metadataJson } = await generateCustomFunctionsMetadata(SOURCE, false);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return metadataJson;
}
