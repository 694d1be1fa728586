// All files of the sample, by name, from nothing but the generator's own facts and seeds.

import { printedFigures } from './cases.ts';
import { explainEndings } from './posts.ts';
import { addProvinces, reformProvinces, renameHue } from './provinces.ts';
import { addSia } from './sia.ts';
import { addSocTrang } from './soc-trang.ts';
import { addSongLo } from './song-lo.ts';
import { addCountry } from './superiors.ts';
import { addTanHong } from './tan-hong.ts';
import { addThoiLong } from './thoi-long.ts';
import { createWorld } from './world.ts';
import { writeFiles } from './write.ts';

export function generateSample(): Map<string, string> {
  const world = createWorld();
  addCountry(world);
  const provinces = addProvinces(world);
  renameHue(world, provinces.hue);
  addSia(world, provinces);
  addThoiLong(world, provinces);
  addTanHong(world, provinces);
  addSongLo(world, provinces);
  addSocTrang(world, provinces);
  reformProvinces(world, provinces);
  explainEndings(world);
  const files = writeFiles(world);
  files.set('cases.json', JSON.stringify(printedFigures, null, 2) + '\n');
  return files;
}
