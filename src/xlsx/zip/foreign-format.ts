import { Fault } from "../fault.ts";

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** "EncryptedPackage", as the directory of a compound file writes it (UTF-16). */
const ENCRYPTED = Uint8Array.from(
  "EncryptedPackage".split("").flatMap((letter) => [letter.charCodeAt(0), 0])
);

/** Throws what the file is where it is no zip archive: an older or another program's format, or no workbook at all. */
export function refuseForeignFormat(bytes: Uint8Array, name: string): void {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (COMPOUND.every((byte, index) => bytes[index] === byte)) {
    if (includes(bytes, ENCRYPTED)) throw new Fault({ code: "encrypted" });
    const format = extension === "et" || extension === "ett" ? "et" : "xls";
    throw new Fault({ code: "unsupported-format", format });
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  // Statistics systems hand out HTML tables and old BIFF streams named .xls: the way out is the same, 另存为 .xlsx.
  if (extension === "xls" || extension === "et" || extension === "csv")
    throw new Fault({ code: "unsupported-format", format: extension });
  throw new Fault({ code: "not-a-zip" });
}

function includes(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (at + wanted.length > bytes.length) return false;
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
