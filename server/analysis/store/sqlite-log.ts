/**
 * What lies beside an SQLite database and belongs to it: the write-ahead log, and the rollback journal.
 *
 * With a *write-ahead log* (`registry.sqlite-wal`) changes are appended there first, page by page, and copied into the database some time
 * later. So the database is the file with the pages of the log over it, up to the last one that ends a transaction:
 *
 *     file   page 1: old      page 2: entities     page 3: views
 *     log    header | page 3: views and one more, end of transaction | page 2: ... (not ended)
 *     read   page 1: old      page 2: entities     page 3: views and one more
 *
 * Pages of an earlier round may follow, as the log is written over from its start: their *salt* is not that of the header, or their
 * checksum is wrong. Without a log, a *rollback journal* (`registry.sqlite-journal`) holds what a transaction is writing over: while
 * it is there, the database is half-written. (https://www.sqlite.org/fileformat2.html#the_write_ahead_log)
 */

const headerSize = 32;
const frameHeaderSize = 24;
/** Its last bit says that checksums are taken of big-endian numbers. */
const magic = 0x377f0682;
const journalMagic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/** The database as its readers see it; the same bytes when the log adds nothing. */
export function withWriteAheadLog(database: Uint8Array, log: Uint8Array): Uint8Array {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength);
  if (log.length < headerSize || (view.getUint32(0) & ~1) >>> 0 !== magic) return database;
  const isLittle = (view.getUint32(0) & 1) === 0;
  const pageSize = view.getUint32(8);
  if (pageSize < 512 || pageSize > 65_536) return database;
  let sum = checksum(view, 0, 24, [0, 0], isLittle);
  if (sum[0] !== view.getUint32(24) || sum[1] !== view.getUint32(28)) return database;

  const pending = new Map<number, number>();
  const committed = new Map<number, number>();
  let pages = 0;
  for (let frame = headerSize; frame + frameHeaderSize + pageSize <= log.length; frame += frameHeaderSize + pageSize) {
    if (view.getUint32(frame + 8) !== view.getUint32(16) || view.getUint32(frame + 12) !== view.getUint32(20)) break;
    sum = checksum(view, frame, 8, sum, isLittle);
    sum = checksum(view, frame + frameHeaderSize, pageSize, sum, isLittle);
    if (sum[0] !== view.getUint32(frame + 16) || sum[1] !== view.getUint32(frame + 20)) break;
    pending.set(view.getUint32(frame), frame + frameHeaderSize);
    const size = view.getUint32(frame + 4);
    if (size === 0) continue;
    pages = size;
    for (const [page, at] of pending) committed.set(page, at);
    pending.clear();
  }
  // A file is at most as long as its own pages and those that were added.
  if (committed.size === 0 || pages > database.length / pageSize + committed.size) return database;
  const result = new Uint8Array(pages * pageSize);
  result.set(database.subarray(0, result.length));
  for (const [page, at] of committed) if (page >= 1 && page <= pages) result.set(log.subarray(at, at + pageSize), (page - 1) * pageSize);
  return result;
}

/** Whether a rollback journal starts like one that is in use: after a transaction it is removed, emptied or zeroed. */
export function isJournalInUse(head: Uint8Array): boolean {
  return head.length >= journalMagic.length && journalMagic.every((byte, index) => head[index] === byte);
}

function checksum(view: DataView, start: number, length: number, [first, second]: readonly [number, number], isLittle: boolean): readonly [number, number] {
  let [a, b] = [first, second];
  for (let at = start; at < start + length; at += 8) {
    a = (a + view.getUint32(at, isLittle) + b) >>> 0;
    b = (b + view.getUint32(at + 4, isLittle) + a) >>> 0;
  }
  return [a, b];
}
