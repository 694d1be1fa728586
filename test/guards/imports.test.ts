/** The import law is held by the linter. A violation of each part is planted to see that the linter would speak up. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const planted = {
  'a module knocks at another module’s back door': ['src/modules/apples/server/apple.commands.ts', "import { x } from '../../pears/server/pear.store.ts';"],
  'a module knocks at the back door of access': ['src/modules/apples/server/apple.reads.ts', "import { x } from '../../../access/server/account.store.ts';"],
  'platform imports a module': ['src/platform/thing.ts', "import { x } from '../modules/apples/apple.ts';"],
  'ui imports a module': ['src/ui/Thing.tsx', "import { x } from '../modules/apples/apple.ts';"],
  'web imports its server': ['src/modules/apples/web/ApplePage.tsx', "import { x } from '../server/apple.reads.ts';"],
  'web imports the database': ['src/shell/thing.ts', "import { x } from '../platform/db/database.ts';"],
  'a pure file imports its server': ['src/modules/apples/apple.ts', "import { x } from './server/apple.store.ts';"],
  'a contract imports the database': ['src/modules/apples/apple.contract.ts', "import { x } from 'kysely';"],
  'the check of an import knows the database': ['src/modules/imports/check/thing.ts', "import { x } from '../../../platform/db/database.ts';"],
  'routes import a store': ['src/modules/apples/server/apple.routes.ts', "import { x } from './apple.store.ts';"],
} as const;

/** What the law allows: without it every file could fail for a reason of its own. */
const innocent = ['src/modules/apples/server/apple.other.ts', "import { x } from '../../pears/server/index.ts';\nimport { y } from './apple.store.ts';"] as const;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satcoso-law-'));
  await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, text] of [...Object.values(planted), innocent]) await plant(file, text);
  await plant('src/modules/circle/one.ts', "import { two } from './two.ts';\nexport const one = (): unknown => two;");
  await plant('src/modules/circle/two.ts', "import { one } from './one.ts';\nexport const two = (): unknown => one;");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.for(Object.entries(planted))('the linter speaks up where %s', async ([, [file]]) => {
  expect(await lint(file)).toContain('no-restricted-imports');
});

test('the linter speaks up where imports go in a circle', async () => {
  expect(await lint('src/modules/circle')).toContain('no-cycle');
});

test('the linter is silent about imports that the law allows', async () => {
  expect(await lint(innocent[0])).not.toMatch(/no-restricted-imports|no-cycle/);
});

async function plant(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), `${text}\nexport const used: unknown = typeof x;\n`);
}

function lint(path: string): Promise<string> {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  return new Promise((done) => execFile(process.execPath, [oxlint, '--format=unix', path], { cwd: folder }, (_error, out, err) => done(out + err)));
}
