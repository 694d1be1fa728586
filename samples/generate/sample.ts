// All files of the sample, by name, from nothing but the generator's own facts and seeds.

import { passedDown } from './cascades.ts';
import { printedFigures } from './cases.ts';
import { explainEndings } from './posts.ts';
import { addProvinces, reformProvinces, renameHue } from './provinces.ts';
import { addSia } from './sia.ts';
import { addSiaDocuments } from './sia-documents.ts';
import { addSiaTasks } from './sia-tasks.ts';
import { addSocTrang } from './soc-trang.ts';
import { addSocTrangPetitions } from './soc-trang-petitions.ts';
import { addSongLo } from './song-lo.ts';
import { addExtendedMeetings } from './extended-meetings.ts';
import { addHamletMeetings } from './hamlet-meetings.ts';
import { HORIZON } from './days.ts';
import { keepInTouch } from './meetings.ts';
import { createRandom } from './random.ts';
import { addOversight } from './oversight.ts';
import { addRatings } from './ratings.ts';
import { addStudySessions } from './study.ts';
import { addCountry } from './superiors.ts';
import { addTanHong } from './tan-hong.ts';
import { addSongLoDocuments } from './song-lo-documents.ts';
import { addTanHongDocuments } from './tan-hong-documents.ts';
import { addThoiLong } from './thoi-long.ts';
import { addThoiLongShortcomings } from './thoi-long-shortcomings.ts';
import { addVisits } from './visits.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';
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
  addOversight(world);
  addVisits(world);
  explainEndings(world);
  addMeetings(world);
  addSiaDocuments(world);
  addSiaTasks(world);
  addSongLoDocuments(world);
  addTanHongDocuments(world, [...cellsUnder(world, 'tan-hong.')]);
  addThoiLongShortcomings(world);
  addSocTrangPetitions(world);
  addRatings(world);
  const files = writeFiles(world);
  files.set('cases.json', JSON.stringify(printedFigures, null, 2) + '\n');
  files.set('cascades.json', JSON.stringify(passedDown, null, 2) + '\n');
  return files;
}

/** When everything else is settled: who belonged to a meeting follows from it. */
function addMeetings(world: World): void {
  keepInTouch(world, createRandom('Sịa: đi xa'), { cells: cellsUnder(world, 'quang-dien.sia.'), on: '2023-02-22', last: HORIZON });
  addStudySessions(world, { unit: 'o-mon.thoi-long.party', cells: cellsUnder(world, 'o-mon.thoi-long.') });
  addHamletMeetings(world, [...cellsUnder(world, 'tan-hong.')]);
  addExtendedMeetings(world);
}

function cellsUnder(world: World, prefix: string): Set<string> {
  return new Set([...world.units].filter(([ref, [first]]) => ref.startsWith(prefix) && first?.kind === 'cell').map(([ref]) => ref));
}
