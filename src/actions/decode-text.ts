/**
 * A text file as text: UTF-8 (with or without a mark), UTF-16 with a mark, else GB18030, in which Chinese Windows saves .txt.
 * Not every file that is UTF-8 by its bytes was meant so, but a Chinese text in GB18030 hardly ever is by accident.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
