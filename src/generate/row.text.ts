/** Rows in the text format of COPY, gathered table by table into pieces that are worth sending. */
import type { LoadedTable, Value } from './copy.loader.ts';

/** Whole rows of one table. */
export interface Piece<Text = string> {
  readonly table: LoadedTable;
  readonly text: Text;
  readonly rows: number;
}

interface Gathered {
  lines: string[];
  length: number;
}

const enough = 256 * 1024;
const special = /[\\\t\n\r]/;

export class RowText {
  readonly #tables = new Map<LoadedTable, Gathered>();
  readonly #send: (piece: Piece) => void;

  constructor(send: (piece: Piece) => void) {
    this.#send = send;
  }

  write(table: LoadedTable, values: readonly Value[]): void {
    const gathered = this.#tables.get(table) ?? this.#begin(table);
    const line = lineOf(values);
    gathered.lines.push(line);
    gathered.length += line.length;
    if (gathered.length >= enough) this.#sendTable(table, gathered);
  }

  /** Sends what has not been sent yet. */
  flush(): void {
    for (const [table, gathered] of this.#tables) if (gathered.length > 0) this.#sendTable(table, gathered);
  }

  #begin(table: LoadedTable): Gathered {
    const gathered = { lines: [], length: 0 };
    this.#tables.set(table, gathered);
    return gathered;
  }

  #sendTable(table: LoadedTable, gathered: Gathered): void {
    this.#send({ table, text: gathered.lines.join(''), rows: gathered.lines.length });
    gathered.lines = [];
    gathered.length = 0;
  }
}

export function lineOf(values: readonly Value[]): string {
  let line = '';
  for (let index = 0; index < values.length; index += 1) line += (index === 0 ? '' : '\t') + cellOf(values[index]!);
  return `${line}\n`;
}

function cellOf(value: Value): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return special.test(value) ? escaped(value) : value;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return typeof value === 'number' ? String(value) : `\\\\x${value.toString('hex')}`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
