import { deflateSync } from "fflate";
import { viewOf, wideField } from "./archive.ts";
import type { Archive, ArchiveEntry } from "./archive.ts";
import { crc32 } from "./crc32.ts";

/** What an archive is to hold besides its untouched entries: new contents by name; null takes an entry out. */
export type Changes = ReadonlyMap<string, Uint8Array | null>;

interface Record {
  readonly local: readonly Uint8Array[];
  readonly central: (offset: number) => Uint8Array;
}

/** Writes an archive again: untouched entries with their very bytes and in their order, new ones at the end. */
export function writeArchive(archive: Archive, changes: Changes): Uint8Array {
  const records: Record[] = [];
  const old = new Set<string>();
  for (const entry of archive.entries) {
    old.add(entry.name);
    const change = changes.get(entry.name);
    if (change === null) continue;
    records.push(
      change === undefined ? copyRecord(archive, entry) : newRecord(entry.name, change, entry)
    );
  }
  for (const [name, content] of changes)
    if (content !== null && !old.has(name)) records.push(newRecord(name, content));
  return join(records);
}

function copyRecord(archive: Archive, entry: ArchiveEntry): Record {
  return {
    local: [archive.bytes.subarray(entry.start, entry.end)],
    central: (offset) => {
      const central = entry.central.slice();
      const view = viewOf(central);
      const wide = wideField(central);
      if (view.getUint32(42, true) === 0xffffffff && wide !== undefined) {
        const before = [24, 20].filter((at) => view.getUint32(at, true) === 0xffffffff).length;
        view.setBigUint64(wide + before * 8, BigInt(offset), true);
      } else view.setUint32(42, offset, true);
      return central;
    },
  };
}

/** 1 January 1980: the earliest date a zip entry can have, and the one office programs write. */
const DATE = 0x0021;
/** Bit 11: the name is UTF-8. */
const UTF8 = 0x0800;

function newRecord(name: string, content: Uint8Array, like?: ArchiveEntry): Record {
  const encoded = new TextEncoder().encode(name);
  const packed = deflateSync(content, { level: 6 });
  const time = like === undefined ? 0 : viewOf(like.central).getUint16(12, true);
  const date = like === undefined ? DATE : viewOf(like.central).getUint16(14, true);
  const fields = (view: DataView, at: number): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, UTF8, true);
    view.setUint16(at + 4, 8, true);
    view.setUint16(at + 6, time, true);
    view.setUint16(at + 8, date, true);
    view.setUint32(at + 10, crc32(content), true);
    view.setUint32(at + 14, packed.length, true);
    view.setUint32(at + 18, content.length, true);
    view.setUint16(at + 22, encoded.length, true);
  };
  const header = new Uint8Array(30 + encoded.length);
  const local = viewOf(header);
  local.setUint32(0, 0x04034b50, true);
  fields(local, 4);
  header.set(encoded, 30);
  return {
    local: [header, packed],
    central: (offset) => {
      const record = new Uint8Array(46 + encoded.length);
      const view = viewOf(record);
      view.setUint32(0, 0x02014b50, true);
      view.setUint16(4, 20, true);
      fields(view, 6);
      view.setUint32(42, offset, true);
      record.set(encoded, 46);
      return record;
    },
  };
}

function join(records: readonly Record[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const record of records) {
    central.push(record.central(offset));
    for (const piece of record.local) {
      pieces.push(piece);
      offset += piece.length;
    }
  }
  const size = central.reduce((sum, piece) => sum + piece.length, 0);
  const end = new Uint8Array(22);
  const view = viewOf(end);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, records.length, true);
  view.setUint16(10, records.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  const bytes = new Uint8Array(offset + size + end.length);
  let at = 0;
  for (const piece of [...pieces, ...central, end]) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
