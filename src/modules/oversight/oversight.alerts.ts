/** What about oversight waits for a decision: a unit that nobody follows, a cadre with too many, one who left the post that made him eligible. */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { bodiesIn } from '../../figures/heirs.ts';
import { ruleOf, type Alert } from '../attention/attention.ts';

const bodies = bodiesIn(sql`scope`, 'today');
const runs = heldOn('a.valid', 'u.today');

export const oversightAlerts: readonly Alert[] = [
  {
    id: 'oversight.leftPost',
    subject: 'oversight',
    verb: 'oversight.read',
    title: { vi: 'Cán bộ theo dõi đã thôi giữ chức danh', en: 'The cadre has left the post' },
    explanation: {
      vi: 'Cán bộ đang được phân công theo dõi đơn vị đã thôi giữ chức danh làm căn cứ phân công: đơn vị có thể không còn người theo dõi trên thực tế. Xem hồ sơ bàn giao, kết thúc phân công và phân công người khác.',
      en: 'Whoever is assigned to the unit has left the post that made him eligible: nobody may follow it any more. Look at the hand-over file, end the assignment and assign somebody else.',
    },
    act: { label: { vi: 'Mở phân công', en: 'Open the assignment' }, href: '/bam-co-so/phan-cong/{id}' },
    rules: [],
    rows: sql`
      select u.unit_id, a.id as subject_id, left(p.full_name, 120) as name, coalesce(gone.since, lower(a.valid)) as since, null as due, null as amount
      from ${bodies} u join oversight_assignments a on a.unit_id = u.body_id and ${runs} and a.post_id is not null
      join people p on p.home_id = home_of(a.person_id) and p.id = a.person_id
      cross join lateral (select max(upper(t.valid)) filter (where upper(t.valid) <= u.today) as since, bool_or(${heldOn('t.valid', 'u.today')}) as holds from tenures t where t.home_id = home_of(a.person_id) and t.person_id = a.person_id and t.post_id = a.post_id) gone
      where gone.holds is not true`,
  },
  {
    id: 'oversight.uncovered',
    subject: 'unit',
    verb: 'oversight.read',
    title: { vi: 'Đơn vị chưa có cán bộ theo dõi', en: 'Nobody follows the unit' },
    explanation: {
      vi: 'Đơn vị thuộc diện theo dõi của một quy chế còn hiệu lực nhưng không có cán bộ nào được phân công. Phân công người theo dõi.',
      en: 'A regulation in force has the unit followed, and no cadre is assigned to it. Assign one.',
    },
    act: { label: { vi: 'Phân công', en: 'Assign' }, href: '/bam-co-so?don-vi={unit}&trong=co' },
    rules: [],
    rows: sql`
      select u.unit_id, u.unit_id as subject_id, null as name,
        coalesce((select max(upper(a.valid)) from oversight_assignments a where a.unit_id = u.unit_id and upper(a.valid) <= u.today), greatest(reg.regulated_on, (select min(lower(v.valid)) from unit_versions v where v.unit_id = u.unit_id))) as since, null as due, null as amount
      from scope u cross join lateral (select min(lower(r.valid)) as regulated_on from unit_closure k join oversight_regulations r on r.unit_id = k.ancestor_id and ${heldOn('r.valid', 'u.today')} and u.unit_kind = any(r.kinds)
        where k.hierarchy = 'reach' and k.descendant_id = u.unit_id and k.ancestor_id <> u.unit_id and ${heldOn('k.valid', 'u.today')}) reg
      where reg.regulated_on is not null and not exists (select from oversight_assignments a where a.unit_id = u.unit_id and ${runs})
        and not exists (select from unit_closure heir join oversight_assignments a on a.unit_id = heir.descendant_id and ${runs} where heir.hierarchy = 'succession' and heir.ancestor_id = u.unit_id and heir.depth > 0 and ${heldOn('heir.valid', 'u.today')})`,
  },
  {
    id: 'oversight.overQuota',
    subject: 'person',
    verb: 'oversight.read',
    title: { vi: 'Cán bộ theo dõi quá nhiều đơn vị', en: 'A cadre follows too many units' },
    explanation: {
      vi: 'Số đơn vị cán bộ đang theo dõi vượt mức tối đa của quy chế (quy chế không ghi thì theo quy định đang áp dụng). Chuyển bớt đơn vị cho người khác.',
      en: 'The cadre follows more units than the regulation lets one (where it says nothing, the rule in force). Give some of them to somebody else.',
    },
    act: { label: { vi: 'Mở bảng phân công', en: 'Open the board' }, href: '/bam-co-so?don-vi={unit}' },
    rules: ['oversight.mostUnits'],
    amount: { vi: 'đang theo dõi {amount} đơn vị', en: 'follows {amount} units' },
    rows: sql`
      select u.unit_id, f.person_id as subject_id, left(p.full_name, 120) as name, f.since, null as due, f.units as amount
      from scope u cross join lateral (
        select a.person_id, count(distinct a.unit_id)::int as units, max(lower(a.valid)) as since from oversight_regulations r join oversight_assignments a on a.home_id = r.home_id and a.regulation_id = r.id and ${runs}
        where r.unit_id = u.unit_id and ${heldOn('r.valid', 'u.today')} group by a.person_id, r.id, r.most_units having count(distinct a.unit_id) > coalesce(r.most_units::numeric, ${ruleOf('oversight.mostUnits')})) f
      join people p on p.home_id = home_of(f.person_id) and p.id = f.person_id`,
  },
];
