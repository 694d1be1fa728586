// Writes the sample anew: `node samples/generate/main.ts`.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateSample } from './sample.ts';

const folder = join(import.meta.dirname, '..', 'cases');
await mkdir(folder, { recursive: true });
for (const [name, text] of generateSample()) {
  await writeFile(join(folder, name), text);
  console.log(`${name}: ${text.trimEnd().split('\n').length} lines, ${Math.round(Buffer.byteLength(text) / 1024)} kB`);
}
