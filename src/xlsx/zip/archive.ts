import { inflateSync } from "fflate";
import { brokenPart, Fault } from "../fault.ts";
import { LIMITS } from "../limits.ts";
import { crc32 } from "./crc32.ts";

/**
 * A zip archive with its entries kept raw. The zip library unpacks and packs single entries; the directory is read here,
 * because an entry nobody touched is to be copied with its very bytes, headers included.
 */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: readonly ArchiveEntry[];
}

export interface ArchiveEntry {
  /** Path with forward slashes and without a leading one. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the local header starts, where the packed data start, and where the next record starts. */
  readonly start: number;
  readonly dataStart: number;
  readonly end: number;
  /** The record of the central directory, as it stands. */
  readonly central: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const WIDE = 0xffffffff;

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads the directory of an archive; throws a Fault where it is cut off, encrypted or a bomb. */
export function readArchive(bytes: Uint8Array): Archive {
  const view = viewOf(bytes);
  const directory = findDirectory(view);
  const found: Omit<ArchiveEntry, "end">[] = [];
  let total = 0;
  let at = directory.start;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL)
      throw new Fault({ code: "truncated" });
    const length =
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (at + length > bytes.length) throw new Fault({ code: "truncated" });
    const entry = readEntry(view, bytes.subarray(at, at + length), directory.shift);
    total += entry.size;
    if (total > LIMITS.packageBytes)
      throw new Fault({ code: "too-large", what: "unpacked bytes", limit: LIMITS.packageBytes });
    found.push(entry);
    at += length;
  }
  return { bytes, entries: closeRecords(found, directory.start) };
}

interface Directory {
  readonly start: number;
  readonly count: number;
  /** Bytes that stand before the archive proper and that its offsets do not count. */
  readonly shift: number;
}

function findDirectory(view: DataView): Directory {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    let count = view.getUint16(at + 10, true);
    let size = view.getUint32(at + 12, true);
    let offset = view.getUint32(at + 16, true);
    let end = at;
    const wide = at >= 20 && view.getUint32(at - 20, true) === LOCATOR64;
    if (wide) {
      const place = Number(view.getBigUint64(at - 12, true));
      if (place + 56 <= at && view.getUint32(place, true) === END64) {
        count = Number(view.getBigUint64(place + 32, true));
        size = Number(view.getBigUint64(place + 40, true));
        offset = Number(view.getBigUint64(place + 48, true));
        end = place;
      }
    }
    if (count > LIMITS.entries)
      throw new Fault({ code: "too-large", what: "entries", limit: LIMITS.entries });
    const start = end - size;
    if (start < 0 || start < offset) throw new Fault({ code: "truncated" });
    return { start, count, shift: start - offset };
  }
  throw new Fault({ code: "truncated" });
}

function readEntry(view: DataView, central: Uint8Array, shift: number): Omit<ArchiveEntry, "end"> {
  const record = viewOf(central);
  const nameLength = record.getUint16(28, true);
  const name = decodeName(central.subarray(46, 46 + nameLength));
  // Bit 0: the entry is encrypted the zip way. No office program writes that; some archivers do.
  if (record.getUint16(8, true) & 1) throw new Fault({ code: "encrypted" });
  let size = record.getUint32(24, true);
  let packedSize = record.getUint32(20, true);
  let offset = record.getUint32(42, true);
  const extra = wideField(central);
  if (extra !== undefined) {
    let at = extra;
    const next = (): number => {
      if (at + 8 > central.length) throw new Fault({ code: "truncated" });
      at += 8;
      return Number(record.getBigUint64(at - 8, true));
    };
    if (size === WIDE) size = next();
    if (packedSize === WIDE) packedSize = next();
    if (offset === WIDE) offset = next();
  }
  const start = offset + shift;
  if (start + 30 > view.byteLength || view.getUint32(start, true) !== LOCAL)
    throw new Fault({ code: "truncated" });
  const dataStart =
    start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (dataStart + packedSize > view.byteLength) throw new Fault({ code: "truncated" });
  if (size > LIMITS.ratioFrom && size > packedSize * LIMITS.ratio)
    throw new Fault({ code: "zip-bomb" });
  return {
    name,
    method: record.getUint16(10, true),
    crc: record.getUint32(16, true),
    packedSize,
    size,
    start,
    dataStart,
    central,
  };
}

/** Where the 64-bit values of a central record start, if it has any. */
export function wideField(central: Uint8Array): number | undefined {
  const record = viewOf(central);
  let at = 46 + record.getUint16(28, true);
  const end = Math.min(at + record.getUint16(30, true), central.length);
  while (at + 4 <= end) {
    if (record.getUint16(at, true) === 0x0001) return at + 4;
    at += 4 + record.getUint16(at + 2, true);
  }
  return undefined;
}

function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll("\\", "/").replace(/^\/+/, "");
}

/** A record ends where the next one starts: that takes in data descriptors and padding. Records that overlap are a bomb. */
function closeRecords(
  found: readonly Omit<ArchiveEntry, "end">[],
  directoryStart: number
): ArchiveEntry[] {
  const starts = found.map((entry) => entry.start).sort((a, b) => a - b);
  const nextStart = new Map<number, number>();
  starts.forEach((start, index) => nextStart.set(start, starts[index + 1] ?? directoryStart));
  if (nextStart.size !== found.length) throw new Fault({ code: "zip-bomb" });
  return found.map((entry) => {
    const end = nextStart.get(entry.start) ?? directoryStart;
    if (entry.dataStart + entry.packedSize > end) throw new Fault({ code: "zip-bomb" });
    return { ...entry, end };
  });
}

/** The content of an entry; checked against the length and the checksum the archive states. */
export function unpack(archive: Archive, entry: ArchiveEntry): Uint8Array {
  const packed = archive.bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
  if (entry.size > LIMITS.partBytes)
    throw new Fault({ code: "too-large", what: entry.name, limit: LIMITS.partBytes });
  const content = inflateEntry(entry, packed);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw brokenPart(entry.name, "the checksum does not match");
  return content;
}

function inflateEntry(entry: ArchiveEntry, packed: Uint8Array): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw brokenPart(entry.name, `compression method ${entry.method}`);
  try {
    // A buffer of the declared size: an entry that unpacks to more cannot take more memory than it declared.
    return inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch (error) {
    throw brokenPart(entry.name, error instanceof Error ? error.message : "cannot be unpacked");
  }
}
