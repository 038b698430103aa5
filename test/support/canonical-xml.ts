import { SaxesParser } from "saxes";

/**
 * XML as it says, not as it is written: attributes sorted, namespaces by name instead of prefix, comments and blanks
 * between tags left out, <a/> and <a></a> the same. Written on its own, so that the patcher is not its own judge.
 */
export function canonicalXml(text: string): string {
  const parser = new SaxesParser({ xmlns: true });
  const lines: string[] = [];
  let characters = "";
  const flush = (): void => {
    if (characters.trim() !== "") lines.push(JSON.stringify(characters));
    characters = "";
  };
  parser.on("opentag", (tag) => {
    flush();
    const attributes = Object.values(tag.attributes)
      .filter((each) => each.prefix !== "xmlns" && each.name !== "xmlns")
      .map((each) => `{${each.uri}}${each.local}=${JSON.stringify(each.value)}`)
      .sort();
    lines.push(`<{${tag.uri}}${tag.local} ${attributes.join(" ")}>`);
  });
  parser.on("text", (piece) => {
    characters += piece;
  });
  parser.on("cdata", (piece) => {
    characters += piece;
  });
  parser.on("closetag", (tag) => {
    flush();
    lines.push(`</${tag.local}>`);
  });
  parser.write(text).close();
  return lines.join("\n");
}
