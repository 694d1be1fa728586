/** The page of one person, and who opened it. Opening it is itself recorded before anything is answered. */
import './person.tables.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { takeAnywhere } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { unseal } from '../../../platform/crypto/seal.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { readCursor, pageOf } from '../../../platform/db/paging.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import { recordNow } from '../../../platform/events.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { awayContactField, spellsOf, type SpellRows } from '../../membership/server/index.ts';
import type { EndReason, InReason, OutReason } from '../../membership/membership.ts';
import { tenuresOfPerson } from '../../posts/server/index.ts';
import type { personContract } from '../person.contract.ts';
import { ageOn, type BirthPrecision, type Education, type Qualification, type Sex, type TheoryLevel } from '../person.ts';
import { isReadable, mayOnPerson } from './person.access.ts';
import { birthOf } from './person.reads.ts';
import { heldBy, marksOf, status, type MemberMark, type MemberStatus } from './person.rows.ts';
import { contactOf, type SealedRow } from './person.seal.ts';

type PersonId = Id<'person'>;
type Input<K extends keyof typeof personContract> = z.output<(typeof personContract)[K]['input']>;
type Answer<K extends keyof typeof personContract> = z.input<(typeof personContract)[K]['output']>;
type PersonPage = Answer<'person'>;

const verbsOnPage = ['person.record', 'person.contact', 'member.record', 'post.record'] as const;

export async function getPerson(ctx: Ctx, { id, asOf }: Input<'person'>): Promise<PersonPage> {
  if (!(await isReadable(ctx, id))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await recordNow(ctx, { type: 'person.opened', subjectId: id, personId: id });
  const answers = await Promise.all(verbsOnPage.map((verb) => mayOnPerson(ctx, verb, id)));
  const may = verbsOnPage.filter((_, index) => answers[index]);
  return pageOfPerson(ctx, id, { on: asOf ?? ctx.today, own: false, may });
}

/** One's own record, whole, wherever it was entered. */
export async function getOwnPerson(ctx: Ctx, { asOf }: Input<'own'>): Promise<PersonPage> {
  return pageOfPerson(ctx, ownPersonId(ctx), { on: asOf ?? ctx.today, own: true, may: [] });
}

interface LookRow {
  seq: number;
  at: Date;
  type: string;
  display_name: string | null;
}

export async function listLooks(ctx: Ctx, input: Input<'looked'>): Promise<Answer<'looked'>> {
  const id = ownPersonId(ctx);
  const after = readCursor(input.cursor, z.tuple([z.int()]));
  const found = await rows(ctx.db, sql<LookRow>`select e.seq, e.at, e.type, a.display_name from events e left join accounts a on a.id = e.actor_id
    where e.home_id = ${homeOf(id)} and e.person_id = ${id} and e.type in ('person.opened', 'person.found') ${after ? sql`and e.seq < ${after[0]}::bigint` : sql``}
    order by e.seq desc limit ${input.limit + 1}`);
  return pageOf(found, {
    limit: input.limit,
    key: (row) => [row.seq],
    item: (row) => ({ at: row.at.toISOString(), what: row.type === 'person.opened' ? ('opened' as const) : ('found' as const), by: row.display_name }),
  });
}

function ownPersonId(ctx: Ctx): PersonId {
  takeAnywhere(ctx, 'self.read');
  const id = ctx.actor?.personId;
  if (!id) throw new Problem({ code: 'people.noOwnRecord', kind: 'not_found' });
  return id;
}

interface PageRow extends SealedRow {
  id: PersonId;
  version: number;
  full_name: string;
  sex: Sex | null;
  birth_on: Day | null;
  birth_precision: BirthPrecision | null;
  education: Education | null;
  qualification: Qualification | null;
  political_theory: TheoryLevel | null;
  generated: boolean;
  status: MemberStatus;
  marks: MemberMark[];
}

async function pageOfPerson(ctx: Ctx, id: PersonId, { on, own, may }: { on: Day; own: boolean; may: readonly string[] }): Promise<PersonPage> {
  const row = await firstRow(ctx.db, sql<PageRow>`select f.*, ${status} as status, ${marksOf(on)} as marks from people f ${heldBy(on)} where f.home_id = ${homeOf(id)} and f.id = ${id}`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const [spells, tenures] = await Promise.all([spellsOf(ctx, id, { own }), tenuresOfPerson(ctx, id, { own })]);
  const open = own || may.includes('person.contact');
  const birth = birthOf(row);
  return {
    id, version: row.version, fullName: row.full_name, sex: row.sex, birth, age: birth && ageOn(birth, on),
    education: row.education, qualification: row.qualification, politicalTheory: row.political_theory, generated: row.generated,
    status: row.status, marks: row.marks, contact: open ? contactOf(ctx.keys, row) : null, ...spellsShown(ctx, spells, open), tenures, may: [...may],
  };
}

function spellsShown(ctx: Ctx, spells: SpellRows, open: boolean): Pick<PersonPage, 'memberships' | 'placements' | 'exemptions' | 'awaySpells'> {
  const contact = (row: SpellRows['awaySpells'][number]) => (open && row.contact_sealed ? unseal(ctx.keys, { field: awayContactField, id: row.id }, row.contact_sealed) : null);
  return {
    memberships: spells.memberships.map((row) => ({ id: row.id, period: fromRange(row.valid), recognisedOn: row.recognised_on, endReason: row.end_reason as EndReason | null, decision: row.decision })),
    placements: spells.placements.map((row) => ({
      id: row.id, cell: { id: row.cell_id, name: row.cell_name }, kind: row.kind, period: fromRange(row.valid),
      inReason: row.in_reason as InReason | null, outReason: row.out_reason as OutReason | null, decision: row.decision, confirmedOn: row.confirmed_on,
    })),
    exemptions: spells.exemptions.map((row) => ({ id: row.id, period: fromRange(row.valid), decision: row.decision })),
    awaySpells: spells.awaySpells.map((row) => ({ id: row.id, period: fromRange(row.valid), place: row.place, withLeave: row.with_leave, contact: contact(row), contactedOn: row.contacted_on, contactDueOn: row.contact_due_on, assignedWork: row.assigned_work })),
  };
}
