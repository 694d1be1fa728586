/** What figures ask of a person: sex and age on the day. Used by the figures of members and of office-holders. */
import { sql } from 'kysely';
import { bands } from '../../figures/bands.ts';
import type { Column, Part, Partition } from '../../figures/figure.ts';

export const sexDimension: Partition = {
  kind: 'partition',
  id: 'sex',
  title: { vi: 'Giới tính', en: 'Sex' },
  buckets: [
    { code: 'female', label: { vi: 'Nữ', en: 'Women' } },
    { code: 'male', label: { vi: 'Nam', en: 'Men' } },
  ],
  of: sql`person.sex`,
  with: ['person'],
};

export const ageDimension: Partition = bands({
  id: 'ageBand',
  title: { vi: 'Độ tuổi', en: 'Age' },
  since: sql`person.birth_on`,
  passing: 'birth',
  with: ['person'],
  bands: [
    { code: 'to30', under: 31, label: { vi: 'Đến 30 tuổi', en: '30 and under' } },
    { code: 'to40', under: 41, label: { vi: '31–40 tuổi', en: '31–40' } },
    { code: 'to50', under: 51, label: { vi: '41–50 tuổi', en: '41–50' } },
    { code: 'to60', under: 61, label: { vi: '51–60 tuổi', en: '51–60' } },
    { code: 'over60', label: { vi: 'Trên 60 tuổi', en: 'Over 60' } },
  ],
});

export const personColumn: Column = {
  id: 'person',
  title: { vi: 'Họ và tên', en: 'Name' },
  kind: 'text',
  of: sql`person.full_name`,
  with: ['person'],
  link: { to: 'person', of: sql`person.id` },
};

/** Lists of people go by the given name. */
export const byGivenName: Part = { of: sql`person.sort_key`, with: ['person'] };
