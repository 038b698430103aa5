import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { FUNCTION_RECORDS } from "../../src/core/measures/index.ts";
import { generateFunctionMetadata } from "../../src/tools/function-metadata.ts";
import { completeMetadata, localiseMetadata } from "../../src/tools/localise-metadata.ts";

/** The part of Microsoft's manifest schema that describes a functions file. It is written in draft 4. */
const MANIFEST_SCHEMA = join(
  dirname(require.resolve("@microsoft/app-manifest/package.json")),
  "build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json"
);

function read(path: string): object {
  return JSON.parse(readFileSync(path, "utf8")) as object;
}

const ajv = new Ajv({
  schemaId: "auto",
  meta: false,
  allErrors: true,
  unknownFormats: "ignore",
  logger: false,
});
ajv.addMetaSchema(read(require.resolve("ajv/lib/refs/json-schema-draft-04.json")));
// The validator's patterns know no \p{L}: letters here are Latin and Chinese.
const manifestSchema = readFileSync(MANIFEST_SCHEMA, "utf8").replaceAll(
  "\\\\p{L}",
  "A-Za-z\u3400-\u9fff"
);
ajv.addSchema(JSON.parse(manifestSchema) as object, "manifest");
const validate = (metadata: unknown): unknown => {
  const isValid = ajv.validate("manifest#/definitions/extensionCustomFunctions", metadata);
  return isValid === true ? null : ajv.errors;
};

describe("the functions files as Microsoft's schema wants them", () => {
  let json = "";
  beforeAll(async () => {
    json = await generateFunctionMetadata();
  });
  test.each([
    ["functions.json", completeMetadata],
    ["functions.en-US.json", localiseMetadata],
  ])("%s is valid", (_name, finish) => {
    expect(validate(JSON.parse(finish(json)))).toBeNull();
  });
  test("a function without its result is not", () => {
    const metadata = JSON.parse(completeMetadata(json)) as { functions: { result?: unknown }[] };
    for (const one of metadata.functions) delete one.result;
    expect(validate(metadata)).not.toBeNull();
  });
});

describe("the registry", () => {
  test.each(FUNCTION_RECORDS.map((record) => [record.id, record] as const))(
    "%s has a twin or says why not, a source, a formula and examples, in both languages",
    (_id, { twin, source, formula, examples, parameters }) => {
      if (twin.kind === "value") {
        expect(twin.why.zh).toMatch(/\p{Script=Han}/u);
        expect(twin.why.en).toMatch(/^[A-Z]/u);
      }
      expect(source.zh).toMatch(/\p{Script=Han}/u);
      expect(source.en).toMatch(/[a-z] [a-z]/u);
      expect(formula.zh).not.toBe("");
      expect(formula.en).not.toBe("");
      expect(examples.length).toBeGreaterThan(0);
      expect(new Set(parameters.map(({ name }) => name.zh)).size).toBe(parameters.length);
    }
  );
});
