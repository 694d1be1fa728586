/** What the cap says to the levels chosen in a sheet. */
import { expect, test } from 'vitest';
import type { LevelCounts } from '../rating.cap.ts';
import { levels } from '../rating.kinds.ts';
import { chosenUses } from './cap.count.ts';
import type { Season } from './rating.words.ts';

const counted = (decided: Partial<LevelCounts>) => levels.map((level) => ({ level, decided: decided[level] ?? 0, proposed: 0 }));
const season = {
  frames: [{ kind: 'cell', frame: { cap: { rate: 0.2, base: 'goodAndAbove', rounding: 'down' } } }],
  groups: [
    { code: 'cell', name: 'Chi bộ', kind: 'cell', override: null, levels: counted({ good: 12, excellent: 1 }) },
    { code: 'office', name: 'Cơ quan', kind: 'committee', override: null, levels: counted({}) },
  ],
} as unknown as Season;

test('the levels chosen count beside those decided, in their group, and one not chosen yet does not', () => {
  const chosen = [{ group: 'cell', level: 'excellent' as const }, { group: 'cell', level: 'good' as const }, { group: 'cell', level: '' as const }, { group: 'office', level: 'good' as const }];
  expect(chosenUses(season, chosen)).toEqual([{ code: 'cell', name: 'Chi bộ', of: 'goodAndAbove', rate: 0.2, base: 15, most: 3, used: 2, left: 1 }]);
});

test('no group is told of in which nothing is chosen, or that has no cap', () => {
  expect(chosenUses(season, [{ group: 'office', level: 'good' }, { group: 'cell', level: '' }])).toEqual([]);
});
