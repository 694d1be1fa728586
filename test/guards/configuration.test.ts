/** Settings: the documented table is the one that the code reads, and mistakes are refused in words. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderConfiguration } from '../../src/platform/config.docs.ts';
import { ConfigProblem, readConfig } from '../../src/platform/config.ts';

let data: string;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'satcoso-config-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

test('docs/configuration.md is what the settings say (vitest -u writes it)', async () => {
  await expect(renderConfiguration()).toMatchFileSnapshot('../../docs/configuration.md');
});

test('without anything given the usual values hold', async () => {
  expect(await readConfig({ SATCOSO_DATA: data })).toEqual({
    data, host: '127.0.0.1', port: 4000, secureCookies: false, metricsFrom: 'loopback', trustProxy: 'loopback', logLevel: 'info', databaseConnections: 10, databaseStatements: 'named', databaseReplicaLag: 5, processes: 1, keysFile: join(data, 'keys.json'),
  });
});

test('the environment goes before the file, the file before the usual', async () => {
  await writeFile(join(data, 'satcoso.config.json'), '{ "port": 5001, "secureCookies": true }');
  expect(await readConfig({ SATCOSO_DATA: data, PORT: '5002' })).toMatchObject({ port: 5002, secureCookies: true });
  expect(await readConfig({ SATCOSO_DATA: data })).toMatchObject({ port: 5001 });
});

test('an unknown key of the file is named', async () => {
  const file = join(data, 'other.json');
  await writeFile(file, '{ "prot": 5001 }');
  await expect(readConfig({ SATCOSO_DATA: data, SATCOSO_CONFIG: file })).rejects.toThrow(/prot/);
});

test('a file that is named but not there is refused', async () => {
  await expect(readConfig({ SATCOSO_DATA: data, SATCOSO_CONFIG: join(data, 'none.json') })).rejects.toThrow(ConfigProblem);
});

test('a wrong value is refused by the name of its variable, without repeating it', async () => {
  const problem = await readConfig({ SATCOSO_DATA: data, DATABASE_URL: 'mysql://root:geheim@db' }).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(ConfigProblem);
  expect((problem as ConfigProblem).message).toContain('DATABASE_URL');
  expect((problem as ConfigProblem).message).not.toContain('geheim');
});
