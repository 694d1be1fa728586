/** One meeting whole, with names, the rules that are applied to it and what the reader may do. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { abilities } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf } from '../../../platform/ids.ts';
import { findRule, getRule, paperOf } from '../../rules/server/index.ts';
import { statesOfTasks } from '../../tasks/server/index.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { namesakesAmong } from '../meeting.namesakes.ts';
import { countRoll, hasQuorum } from '../meeting.roll.ts';
import type { Meeting } from '../meeting.ts';
import { rulesApplied } from '../meeting.whole.ts';
import { parentOf } from './meeting.documents.ts';
import { filesOf } from './meeting.files.ts';
import { awayAmong, birthYearsOf, namesOf, rollOf } from './meeting.people.ts';
import { itemColumns, itemOf, readableMeeting, type ItemRow } from './meeting.reads.ts';
import { frameOf } from './meeting.score.ts';
import { listAnswers } from './meeting.store.ts';

type Input<K extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[K]['input']>;
type Answer<K extends keyof typeof meetingContract> = z.input<(typeof meetingContract)[K]['output']>;

export async function getMeeting(ctx: Ctx, { id }: Input<'meeting'>): Promise<Answer<'meeting'>> {
  const meeting = await readableMeeting(ctx, id);
  const row = (await firstRow(ctx.db, sql<ItemRow>`select ${itemColumns} from meetings m where m.home_id = ${homeOf(id)} and m.id = ${id}`))!;
  const tasks = await statesOfTasks(ctx, meeting.conclusions.map((one) => one.id));
  const people = await rollEntries(ctx, meeting);
  const owners = await namesOf(ctx, meeting.conclusions.flatMap(({ ownerId }) => ownerId ?? []));
  const quorum = await getRule(ctx, 'meeting.quorumShare', meeting);
  return {
    ...itemOf(row), parent: await parentOf(ctx, meeting), mode: meeting.mode, ends: meeting.ends, seriesId: meeting.seriesId, version: meeting.version,
    reason: meeting.progress.is === 'cancelled' ? meeting.progress.reason : meeting.postponedBecause,
    roll: people, guests: [...meeting.guests], agenda: [...meeting.agenda], opinions: [...meeting.opinions], votes: [...meeting.votes],
    conclusions: meeting.conclusions.map((one) => ({ ...one, owner: one.ownerId && (owners.get(one.ownerId) ?? null), state: tasks.get(one.id) ?? null })),
    chair: meeting.chair, writer: meeting.writer,
    score: meeting.score && { ...meeting.score, points: { ...meeting.score.points } }, frame: await frame(ctx, meeting),
    text: meeting.minutes, isTextStale: meeting.areMinutesStale, additions: [...meeting.additions], files: await filesOf(ctx, id),
    quorum: { isMet: hasQuorum(countRoll(meeting.roll), quorum.value) ?? null, rule: { key: quorum.key, value: quorum.value, paper: paperOf(quorum) } },
    rules: await rulesOf(ctx, meeting), may: await abilities(ctx, meeting.unitId, ['meeting.record']),
  };
}

/** Before it is opened, those who would be on the roll of the day, with their answers. */
async function rollEntries(ctx: Ctx, meeting: Meeting): Promise<Answer<'meeting'>['roll']> {
  const isBefore = meeting.progress.is === 'planned' || meeting.progress.is === 'invited';
  const roll = isBefore ? await rollOf(ctx, meeting) : meeting.roll;
  const names = await namesOf(ctx, roll.map(({ personId }) => personId));
  const away = await awayAmong(ctx, meeting, [...names.keys()]);
  const born = await birthYearsOf(ctx, namesakesAmong([...names].map(([id, fullName]) => ({ id, fullName }))));
  const answers = new Map((await listAnswers(ctx, meeting.id)).map((one) => [one.personId, one]));
  const byPerson = new Map(roll.map((one) => [one.personId, one]));
  return [...names].flatMap(([id, fullName]) => {
    const one = byPerson.get(id);
    const given = answers.get(id);
    const leave = given?.answer === 'leave' ? { reason: given.reason, decision: given.decision } : null;
    return one ? [{ person: { id, fullName, bornIn: born.get(id) ?? null }, isAway: away.has(id), basis: one.basis, standing: one.standing, mark: one.mark, reason: one.reason, answer: given?.answer ?? null, leave }] : [];
  });
}

async function frame(ctx: Ctx, meeting: Meeting): Promise<Answer<'meeting'>['frame']> {
  const { criteria, document } = await frameOf(ctx, meeting);
  return { criteria: [...criteria], document };
}

async function rulesOf(ctx: Ctx, meeting: Meeting): Promise<Answer<'meeting'>['rules']> {
  const found = [];
  for (const key of rulesApplied(meeting.kind)) {
    const rule = await findRule(ctx, key, meeting);
    if (rule) found.push({ key, value: rule.value, paper: paperOf(rule) });
  }
  return found;
}
