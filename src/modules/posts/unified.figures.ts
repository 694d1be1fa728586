/**
 * Unified posts, counted by place: the village whose cell secretary is also its head, whose deputy secretary also heads
 * the Front's board; the commune whose secretary also chairs the People's Committee (cases C and E).
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import type { Figure, Sql } from '../../figures/figure.ts';
import { communeSubject, villageSubject, villageType } from '../units/unit.figures.ts';
import { postKinds, residentHeadKinds, type PostKind } from './post.kinds.ts';

const deputyKinds: readonly PostKind[] = ['deputy_secretary', 'standing_deputy_secretary'];
const headKinds = postKinds.map(({ code }) => code).filter((code) => residentHeadKinds.includes(code));

/** Someone holds one post in a unit that stands in `relation` to the place and another post of the second kind. */
const secretaryIsHead = exists(sql`
  ${holderIn({ relation: 'leads', unitKind: 'cell', kinds: ['secretary'] })}
  join posts hp on hp.unit_id = x.unit_id and hp.kind = any(${headKinds}::text[])
  join tenures ht on ht.post_id = hp.id and ${heldOn('ht.valid', 'x.day')} and ht.person_id = t.person_id`);

const deputyIsFrontHead = exists(sql`
  ${holderIn({ relation: 'leads', unitKind: 'cell', kinds: deputyKinds })}
  join unit_relations br on br.other_id = x.unit_id and br.kind = 'belongs_to' and ${heldOn('br.valid', 'x.day')}
  join posts bp on bp.unit_id = br.unit_id and bp.kind = 'front_board_head'
  join tenures bt on bt.post_id = bp.id and ${heldOn('bt.valid', 'x.day')} and bt.person_id = t.person_id`);

const secretaryIsChair = exists(sql`
  ${holderIn({ relation: 'leads', unitKind: 'commune_party', kinds: ['secretary'] })}
  join unit_relations gr on gr.other_id = x.unit_id and gr.kind = 'governs' and ${heldOn('gr.valid', 'x.day')}
  join posts gp on gp.unit_id = gr.unit_id and gp.kind = 'peoples_committee_chair'
  join tenures gt on gt.post_id = gp.id and ${heldOn('gt.valid', 'x.day')} and gt.person_id = t.person_id`);

const isLedByCommittee = exists(sql`
  (select 1) as one
  join unit_relations r on r.other_id = x.unit_id and r.kind = 'leads' and ${heldOn('r.valid', 'x.day')}
  join unit_versions l on l.unit_id = r.unit_id and l.kind = 'commune_party' and ${heldOn('l.valid', 'x.day')}`);

const villageWords = { vi: 'thôn, ấp, khóm, tổ dân phố', en: 'villages and residential groups' };

export const unifiedFigures: readonly Figure[] = [
  {
    id: 'villages.secretaryIsHead',
    kind: 'state',
    subject: villageSubject,
    title: { vi: 'Thôn, tổ dân phố có bí thư chi bộ đồng thời là trưởng thôn, tổ trưởng', en: 'Villages whose cell secretary is also village head' },
    explanation: {
      vi: 'Thôn, ấp, khóm, tổ dân phố mà bí thư của chi bộ lãnh đạo nơi đó đồng thời là trưởng thôn, tổ trưởng vào ngày tính.',
      en: 'Villages and residential groups where the secretary of the cell that leads them is also their head on the day.',
    },
    words: villageWords,
    base: {},
    count: { where: secretaryIsHead },
    dimensions: [villageType],
  },
  {
    id: 'villages.deputyIsFrontHead',
    kind: 'state',
    subject: villageSubject,
    title: { vi: 'Thôn, tổ dân phố có phó bí thư chi bộ đồng thời là trưởng ban công tác Mặt trận', en: 'Villages whose deputy cell secretary also heads the Front’s board' },
    explanation: {
      vi: 'Thôn, ấp, khóm, tổ dân phố mà phó bí thư của chi bộ lãnh đạo nơi đó đồng thời là trưởng ban công tác Mặt trận vào ngày tính.',
      en: 'Villages and residential groups where a deputy secretary of the cell that leads them is also head of their Front working board on the day.',
    },
    words: villageWords,
    base: {},
    count: { where: deputyIsFrontHead },
    dimensions: [villageType],
  },
  {
    id: 'communes.secretaryIsChair',
    kind: 'state',
    subject: communeSubject,
    title: { vi: 'Xã, phường, thị trấn có bí thư đồng thời là chủ tịch Ủy ban nhân dân', en: 'Communes whose secretary is also chair of the People’s Committee' },
    explanation: {
      vi: 'Xã, phường, thị trấn mà bí thư đảng ủy đồng thời là chủ tịch Ủy ban nhân dân vào ngày tính.',
      en: 'Communes, wards and townships where the Party secretary is also chair of the People’s Committee on the day.',
    },
    words: { vi: 'xã, phường, thị trấn có đảng ủy lãnh đạo', en: 'communes, wards and townships led by a Party committee' },
    base: { where: isLedByCommittee },
    count: { where: secretaryIsChair },
    dimensions: [],
  },
];

function exists(from: Sql): Sql {
  return sql`exists (select from ${from})`;
}

/** Tenures `t` of such a post in a unit that stands in the relation to the place on the day. */
function holderIn({ relation, unitKind, kinds }: { relation: string; unitKind: string; kinds: readonly PostKind[] }): Sql {
  return sql`unit_relations r
    join unit_versions l on l.unit_id = r.unit_id and l.kind = ${unitKind} and ${heldOn('l.valid', 'x.day')} and r.other_id = x.unit_id and r.kind = ${relation} and ${heldOn('r.valid', 'x.day')}
    join posts p on p.unit_id = r.unit_id and p.kind = any(${[...kinds]}::text[])
    join tenures t on t.post_id = p.id and ${heldOn('t.valid', 'x.day')}`;
}
