/** What may happen to tasks, documents and what is passed down, for random histories (`rollups.properties.test.ts`). */
import { sql } from 'kysely';
import { contextFor, type World } from '../../../test/world/world.ts';
import { markAsked, markClauses } from '../../modules/cascades/server/cascade.marks.ts';
import { markUnits } from '../../modules/cascades/server/unit.marks.ts';
import { markDocuments } from '../../modules/documents/server/document.marks.ts';
import { formerDues } from '../../modules/tasks/task.dues.figures.ts';
import { markTasks } from '../../modules/tasks/server/task.marks.ts';
import { newId, type Id } from '../../platform/ids.ts';
import type { Sql } from '../figure.ts';
import { evenings, pick, type Land, type Step } from './rollups.steps.ts';

type UnitId = Id<'unit'>;

/** Each changes the books by hand and says what their only writers say. */
export function laidStepsIn(world: World): Record<string, Step> {
  const { db } = world.owner;
  const ctx = { ...contextFor(world, undefined), db };
  return {
    async giveTask(_, land, { one, two }) {
      const [id, unit, on] = [newId<'task'>(0), partyOf(land, one), pick(evenings, two)];
      const [wholeId] = one % 4 === 0 ? land.tasks : [];
      const clause = land.cascades.find(({ answer }) => answer);
      const origin = two % 3 === 0 && clause ? { kind: 'clause', id: clause.answer! } : { kind: 'unit', id: unit };
      await sql`insert into tasks (home_id, id, unit_id, asked_by, title, due_on, state, stage, stage_on, origin_kind, origin_id, whole_id, given_on, version, recorded_at)
        values (0, ${id}, ${unit}, ${unit}, 'Rà soát', ${two % 5 ? sql`${on}::date + ${one % 60}::int - 10` : null}, 'open', 'assigned', ${on}, ${origin.kind}, ${origin.id}, ${wholeId ?? null}, ${on}, 1, now())`.execute(db);
      land.tasks.push(id);
      await markTasks(ctx, [id]);
    },
    async workTask(_, land, { one, two }) {
      if (land.tasks.length === 0) return;
      const id = pick(land.tasks, one);
      const later = sql`given_on + ${two % 40}::int`;
      const moved = (dueOn: Sql) => sql`due_on = ${dueOn}, former_dues = ${formerDues({ dueOn, today: sql`${ctx.today}::date` })}`;
      const change = [sql`state = 'done', settled_on = ${later}`, sql`state = 'dropped', settled_on = ${later}`, sql`state = 'open', settled_on = null, stage = 'returned'`, sql`stage = 'reported', stage_on = ${later}`, moved(later), moved(sql`null::date`)][two % 6]!;
      await markTasks(ctx, [id]);
      await sql`update tasks t set ${change} where id = ${id}`.execute(db);
      await markTasks(ctx, [id]);
    },
    async issue(_, land, { one, two }) {
      const [id, unit, on] = [newId<'document'>(0), partyOf(land, one), pick(evenings, one + two)];
      const other = land.documents.length > 0 && two % 2 ? pick(land.documents, two) : undefined;
      await writeDocument({ id, unit, on, regulates: two % 3 === 0 ? 'working' : null });
      const kind = other?.unit === unit ? 'replaces' : 'carriesOut';
      if (other) await sql`insert into document_links (home_id, document_id, kind, other_id) values (0, ${id}, ${kind}, ${other.id})`.execute(db);
      land.documents.push({ id, unit });
      await markDocuments(ctx, [id]);
    },
    async changeDocument(_, land, { one, two }) {
      const all = [...land.documents, ...land.cascades];
      if (all.length === 0) return;
      const { id } = pick(all, one);
      const change = [sql`void = '{"on": "2026-11-20", "reason": "ghi nhầm"}'`, sql`void = null, type = 'KH'`, sql`valid_to = valid_from + ${two % 200}::int`, sql`valid_to = null, issued_on = ${pick(evenings, two)}, review_due_on = valid_from + 40`, sql`regulates = 'working', valid_from = '2026-02-01', valid_to = null`][two % 5]!;
      await markDocuments(ctx, [id]);
      await sql`update documents set ${change} where id = ${id}`.execute(db);
      await markDocuments(ctx, [id]);
    },
    async passDown(_, land, { one, two }) {
      const [id, unit, clause, on] = [newId<'document'>(0), partyOf(land, one), newId<'clause'>(0), pick(evenings, two)];
      await writeDocument({ id, unit: land.provinces[0]!.party, on: '2025-12-30', regulates: null });
      await sql`insert into clauses (home_id, id, document_id, unit_id, place, label, kind, wording, target, measure, toward, due_on, revision, version, recorded_at) values (0, ${clause}, ${id}, ${land.provinces[0]!.party}, 1, '1', 'indicator', 'Dự sinh hoạt', 90, '%', 'atLeast', '2026-10-10', 1, 1, now())`.execute(db);
      await sql`insert into cascades (home_id, document_id, unit_id, opened_on, version, recorded_at) values (0, ${id}, ${land.provinces[0]!.party}, ${on}, 1, now())`.execute(db);
      await sql`insert into cascade_deadlines (home_id, document_id, step, due_on, by_rule, days) values (0, ${id}, 'answered', ${on}::date + 20, false, ${two % 2 ? 20 : null}), (0, ${id}, 'programme', ${on}::date + 30, false, null)`.execute(db);
      await sql`insert into cascade_units (home_id, document_id, unit_id, asked_on) values (0, ${id}, ${unit}, ${on})`.execute(db);
      land.cascades.push({ id, unit, clause });
      await markAsked(db, [{ documentId: id, unitId: unit }]);
    },
    async answer(_, land, { one, two }) {
      if (land.cascades.length === 0) return;
      const cascade = pick(land.cascades, one);
      const { id: documentId, unit: unitId, clause } = cascade;
      const on = pick(evenings, two);
      cascade.answer ??= newId<'answer'>(0);
      await sql`insert into answers (home_id, id, document_id, clause_id, unit_id, kind, reason, due_on, answered_on, first_answered_on, done_on, revision, version, recorded_at)
        values (0, ${cascade.answer}, ${documentId}, ${clause}, ${unitId}, ${two % 4 ? 'takenUp' : 'notApplicable'}, 'vì', ${two % 3 ? on : null}, ${on}, ${on}, ${two % 8 > 5 ? sql`${on}::date + 3` : null}, 1, 1, now())
        on conflict (home_id, id) do update set kind = excluded.kind, due_on = excluded.due_on, done_on = excluded.done_on`.execute(db);
      if (two % 2) await sql`insert into clause_values (home_id, answer_id, measured_on, value, recorded_at) values (0, ${cascade.answer}, ${on}, ${80 + (two % 20)}, now()) on conflict do nothing`.execute(db);
      await sql`insert into cascade_steps (home_id, document_id, unit_id, step, done_on, recorded_at) values (0, ${documentId}, ${unitId}, 'programme', ${on}, now()) on conflict do nothing`.execute(db);
      await markUnits(db, ctx.today, [{ documentId, unitId }]);
      await markAsked(db, [{ documentId, unitId }]);
    },
    async changeClause(_, land, { one, two }) {
      if (land.cascades.length === 0) return;
      const { clause } = pick(land.cascades, one);
      await sql`update clauses set target = ${70 + (two % 30)}, due_on = ${pick(evenings, two)} where id = ${clause}`.execute(db);
      await markClauses(db, [clause]);
    },
  };

  async function writeDocument({ id, unit, on, regulates }: { id: Id<'document'>; unit: UnitId; on: string; regulates: string | null }): Promise<void> {
    await sql`insert into documents (home_id, id, unit_id, direction, type, number, issuer_code, issuer, term, summary, issued_on, valid_from, regulates, words, version, recorded_at)
      values (0, ${id}, ${unit}, 'issued', 'NQ', null, 'ĐU', 'Đảng ủy', '2025-2030', 'Nội dung mẫu', ${on}, ${on}, ${regulates}, '', 1, now())`.execute(db);
  }
}

function partyOf(land: Land, which: number): UnitId {
  return pick([...land.communes.map(({ party }) => party), ...land.cells, ...land.provinces.map(({ party }) => party)], which);
}
