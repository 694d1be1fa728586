/** Files on their way to the server: what may be sent, under which name, and in which form. */
export const MOST_FILES = 20;
export const MOST_BYTES = 64 * 1024 * 1024;
export const ACCEPTED = '.xlsx,.csv,.tsv,.txt';

type Sized = Pick<File, 'name' | 'size'>;

/** A file chosen again replaces the one of the same name. */
export function addFiles<F extends Sized>(before: readonly F[], added: readonly F[]): readonly F[] {
  const names = new Set(added.map(({ name }) => name));
  return [...before.filter(({ name }) => !names.has(name)), ...added];
}

export function filesFault(files: readonly Sized[]): 'tooMany' | 'tooLarge' | undefined {
  if (files.length > MOST_FILES) return 'tooMany';
  return files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES ? 'tooLarge' : undefined;
}

/** One workbook gives its own name; of several tables no single name says what they are together. */
export function usualSource(files: readonly Sized[]): string {
  const [first] = files;
  if (!first || files.length > 1) return '';
  return first.name.replace(/\.[^.]+$/, '').slice(0, 100);
}

export async function encoded(file: File): Promise<{ name: string; base64: string }> {
  return { name: file.name, base64: await base64Of(file) };
}

function base64Of(file: File): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
  reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
  reader.readAsDataURL(file);
  return promise;
}
