import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../installation.ts';
import { nodeOptions } from '../server.ts';

test('the bench starts the server with the options of Node that the command and `npm start` give it', () => {
  const command = readFileSync(join(root, 'bin/satcoso'), 'utf8');
  expect(nodeOptions.length).toBeGreaterThan(0);
  expect(command).toContain(`exec "$node" ${nodeOptions.join(' ')} "$root/src/cli.ts"`);
});
