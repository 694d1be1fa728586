/** Millions of rows of the closure of one hierarchy, held in columns, and told in the order of its key in the binary format of COPY. */
import { copyHeader, copyTrailer } from '../../../platform/db/copy.ts';
import { never } from './unit.graph.ts';
import type { Ways } from './unit.graph.walk.ts';

const firstRoom = 1 << 16;
const pieceBytes = 1 << 20;
/** Number of columns; ancestor and descendant with their lengths; depth; a period with two days. */
const mostBytes = 2 + 4 + 32 + 2 * (4 + 16) + (4 + 2) + (4 + 1 + 2 * (4 + 4));

export class ClosureRows {
  readonly #hierarchy: Uint8Array;
  readonly #perAncestor: Int32Array;
  #length = 0;
  #ancestor = new Int32Array(firstRoom);
  #descendant = new Int32Array(firstRoom);
  #depth = new Uint8Array(firstRoom);
  #from = new Int32Array(firstRoom);
  #to = new Int32Array(firstRoom);

  constructor(hierarchy: string, units: number) {
    this.#hierarchy = Buffer.from(hierarchy);
    this.#perAncestor = new Int32Array(units);
  }

  /** Descendants are given in their order. */
  add(descendant: number, { length, ancestor, depth, from, to }: Ways): void {
    if (this.#length + length > this.#from.length) this.#grow();
    for (let at = 0; at < length; at += 1) {
      const row = this.#length + at;
      this.#ancestor[row] = ancestor[at]!;
      this.#descendant[row] = descendant;
      this.#depth[row] = depth[at]!;
      this.#from[row] = from[at]!;
      this.#to[row] = to[at]!;
      this.#perAncestor[ancestor[at]!]! += 1;
    }
    this.#length += length;
  }

  async *pieces(ids: Uint8Array): AsyncGenerator<Uint8Array> {
    yield copyHeader;
    const order = this.#order();
    for (let row = 0; row < order.length; ) {
      const piece = Buffer.allocUnsafe(pieceBytes);
      let at = 0;
      for (; row < order.length && at + mostBytes <= pieceBytes; row += 1) at = this.#write(piece, at, { row: order[row]!, ids });
      yield piece.subarray(0, at);
    }
    yield copyTrailer;
  }

  #grow(): void {
    const room = Math.ceil(this.#from.length * 1.4);
    const grown = (column: Int32Array<ArrayBuffer>) => new Int32Array(column.buffer.transfer(room * 4));
    [this.#ancestor, this.#descendant, this.#from, this.#to] = [grown(this.#ancestor), grown(this.#descendant), grown(this.#from), grown(this.#to)];
    this.#depth = new Uint8Array(this.#depth.buffer.transfer(room));
  }

  /** By ancestor; descendants of one are in order already. */
  #order(): Int32Array {
    const next = new Int32Array(this.#perAncestor.length);
    for (let unit = 1; unit < next.length; unit += 1) next[unit] = next[unit - 1]! + this.#perAncestor[unit - 1]!;
    const order = new Int32Array(this.#length);
    for (let row = 0; row < this.#length; row += 1) {
      const place = next[this.#ancestor[row]!]!;
      next[this.#ancestor[row]!] = place + 1;
      order[place] = row;
    }
    return order;
  }

  #write(piece: Buffer, start: number, { row, ids }: { row: number; ids: Uint8Array }): number {
    let at = piece.writeInt16BE(5, start);
    at = piece.writeInt32BE(this.#hierarchy.length, at);
    for (const byte of this.#hierarchy) at = piece.writeUInt8(byte, at);
    at = writeId(piece, at, { ids, unit: this.#ancestor[row]! });
    at = writeId(piece, at, { ids, unit: this.#descendant[row]! });
    at = piece.writeInt32BE(2, at);
    at = piece.writeInt16BE(this.#depth[row]!, at);
    return writePeriod(piece, at, { from: this.#from[row]!, to: this.#to[row]! });
  }
}

function writeId(piece: Buffer, at: number, { ids, unit }: { ids: Uint8Array; unit: number }): number {
  const start = piece.writeInt32BE(16, at);
  for (let byte = 0; byte < 16; byte += 1) piece[start + byte] = ids[unit * 16 + byte]!;
  return start + 16;
}

/** As `daterange` sends itself: whether the first day counts and whether there is a last one, then the days. */
function writePeriod(piece: Buffer, start: number, { from, to }: { from: number; to: number }): number {
  const isOpen = to === never;
  let at = piece.writeInt32BE(isOpen ? 9 : 17, start);
  at = piece.writeUInt8(isOpen ? 0x12 : 0x02, at);
  at = piece.writeInt32BE(4, at);
  at = piece.writeInt32BE(from, at);
  if (isOpen) return at;
  at = piece.writeInt32BE(4, at);
  return piece.writeInt32BE(to, at);
}
