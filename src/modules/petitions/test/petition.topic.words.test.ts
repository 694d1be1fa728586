import { expect, test } from 'vitest';
import { topicNames } from '../petition.topics.ts';
import { isTopicFound } from '../petition.topic.words.ts';

const found = (typed: string) => Object.entries(topicNames).filter(([code, { vi }]) => isTopicFound({ code, label: vi }, typed)).map(([code]) => code);

test('a topic is found by what people call it, with diacritics or without', () => {
  const expected = { đường: 'ruralRoads', 'den duong': 'streetLighting', điện: 'powerAndWater', nuoc: 'powerAndWater', rác: 'environment', 'truong hoc': 'education', chợ: 'publicBuildings', 'bao hiem': 'health', 'so do': 'land', SỔ: 'land', 'ho ngheo': 'welfare', 'road': 'ruralRoads' };
  for (const [typed, code] of Object.entries(expected)) expect(found(typed), typed).toContain(code);
  expect(found('tram y te')).toContain('health');
  expect([found('benh vien'), found('so do')]).toEqual([['health'], ['land']]);
});

test('every word that was typed is looked for; a topic that an office has added is found by its name', () => {
  expect(found('sổ đỏ bệnh viện')).toEqual([]);
  expect(found('')).toHaveLength(Object.keys(topicNames).length);
  expect(isTopicFound({ code: 'ferry', label: 'Bến phà' }, 'ben pha')).toBe(true);
  expect(isTopicFound({ code: 'toString', label: 'Bến phà' }, 'cho')).toBe(false);
});
