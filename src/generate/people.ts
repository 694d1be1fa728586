/** People of one province: members cell by cell, with the posts of cells, villages and committees. */
import type { NameKeys } from '../modules/people/person.ts';
import type { UnitId } from '../modules/units/unit.ts';
import type { Keys } from '../platform/crypto/keys.ts';
import { reorganisationDay } from './calendar.ts';
import type { RowSink } from './copy.loader.ts';
import type { DayNumber } from './day.numbers.ts';
import { IdMint } from './id.mint.ts';
import { drawMembers, type Member, type MemberDrawing } from './member.draw.ts';
import { fillCellPosts, fillCommittee } from './officers.ts';
import { Random } from './random.ts';
import type { Agency, Cell, Country, Province, Seats } from './structure.ts';

export interface Peopling {
  readonly sink: RowSink;
  readonly seed: string;
  readonly keys: Keys;
  readonly until: DayNumber;
  readonly country: Country;
  readonly folded: Map<string, NameKeys>;
  /** Communes and districts end with the reorganisation: nobody begins in their posts after it. */
  readonly isReorganised: boolean;
  readonly onCells: (count: number) => void;
}

export async function drawProvince(peopling: Peopling, province: Province): Promise<void> {
  const { sink, onCells } = peopling;
  const drawing = openDrawing(peopling, province);
  const lastChange = peopling.isReorganised && reorganisationDay < peopling.until ? reorganisationDay : peopling.until;
  const done = new Set<UnitId>();
  const fill = async (cells: readonly Cell[]): Promise<Member[][]> => {
    const drawn: Member[][] = [];
    for (const cell of cells) {
      const members = drawMembers(drawing, cell);
      fillCellPosts(drawing, { cell, members, done });
      drawn.push(members);
      await sink.breathe();
    }
    onCells(cells.length);
    return drawn;
  };
  const fillAgencies = async (agencies: readonly Agency[], seats: Seats) => {
    for (const [index, { cells }] of agencies.entries()) {
      const drawn = await fill(cells);
      if (index === 0) fillCommittee(drawing, { seats, staff: drawn.flat(), lastChange });
    }
  };
  await fillAgencies(province.agencies, province.seats);
  for (const district of province.districts) {
    await fillAgencies(district.agencies, district.seats);
    for (const { cells, seats } of district.communes) {
      const drawn = await fill(cells);
      fillCommittee(drawing, { seats, staff: drawn[cells.findIndex(({ type }) => type === 'agency')] ?? [], lastChange });
    }
  }
}

function openDrawing({ sink, seed, keys, until, country, folded }: Peopling, province: Province): MemberDrawing {
  const elsewhere = country.provinces.filter((other) => other !== province).map((other) => ({ home: other.home, cells: other.cells }));
  return {
    sink, keys, until, folded, elsewhere, home: province.home, maker: province.home, cells: province.cells, made: { people: 0 },
    mint: new IdMint({ seed, stage: 'people', maker: province.home }), random: new Random(`${seed}/people/${province.plan.code}`),
  };
}
