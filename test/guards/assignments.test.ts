/** Only access reads assignments: who may do what is answered in one place. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sources = join(import.meta.dirname, '../../src');

/** Files that speak to the database and name the table; names such as `unit_assignments` are other words. */
function readersOfAssignments(): string[] {
  return globSync('**/*.{ts,tsx}', { cwd: sources })
    .filter((file) => !/(^|\/)test\/|\.test\.tsx?$/.test(file.replaceAll('\\', '/')))
    .filter((file) => {
      const text = readFileSync(join(sources, file), 'utf8');
      return /from '(kysely|pg)'/.test(text) && /(?<!\w)assignments(?!\w)/.test(withoutImports(text));
    });
}

function withoutImports(text: string): string {
  return text.replaceAll(/^(import|export) .* from '.*';$/gm, '');
}

test('only access reads or writes the table of assignments', () => {
  const readers = readersOfAssignments().map((file) => file.replaceAll('\\', '/'));
  expect(readers).toContain('access/server/assignment.store.ts');
  expect(readers.filter((file) => !file.startsWith('access/'))).toEqual([]);
});
