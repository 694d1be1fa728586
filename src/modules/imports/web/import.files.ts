/** Files on their way to the server: what may be sent, under which name, and in which parts. */
import { mostBytes, mostFiles, partBytes } from '../imports.contract.ts';

export const ACCEPTED = '.xlsx,.csv,.tsv,.txt';

type Sized = Pick<File, 'name' | 'size'>;

/** A file chosen again replaces the one of the same name. */
export function addFiles<F extends Sized>(before: readonly F[], added: readonly F[]): readonly F[] {
  const names = new Set(added.map(({ name }) => name));
  return [...before.filter(({ name }) => !names.has(name)), ...added];
}

export function filesFault(files: readonly Sized[]): 'tooMany' | 'tooLarge' | undefined {
  if (files.length > mostFiles) return 'tooMany';
  return files.reduce((sum, { size }) => sum + size, 0) > mostBytes ? 'tooLarge' : undefined;
}

/** One workbook gives its own name; of several tables no single name says what they are together. */
export function usualSource(files: readonly Sized[]): string {
  const [first] = files;
  if (!first || files.length > 1) return '';
  return first.name.replace(/\.[^.]+$/, '').slice(0, 100);
}

export interface FilePart {
  readonly file: string;
  readonly part: number;
  readonly base64: string;
  readonly bytes: number;
}

/** One part at a time: a phone need not hold a file to send it. */
export async function* partsOf(file: File): AsyncGenerator<FilePart> {
  for (let part = 0; part * partBytes < file.size; part += 1) {
    const slice = file.slice(part * partBytes, (part + 1) * partBytes);
    yield { file: file.name, part, base64: await base64Of(slice), bytes: slice.size };
  }
}

function base64Of(file: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
  reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
  reader.readAsDataURL(file);
  return promise;
}
