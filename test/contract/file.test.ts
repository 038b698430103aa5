import { openFilePort } from "../../src/xlsx/index.ts";
import { workbookPortContract } from "./workbook-port.contract.ts";

workbookPortContract("a file", (bytes) => {
  const port = openFilePort(bytes, "合同.xlsx");
  return Promise.resolve({ port, save: () => Promise.resolve(port.bytes()) });
});
