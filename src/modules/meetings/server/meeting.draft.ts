/** The minutes of a meeting as they are drafted from what was recorded. Nothing here writes. */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { getRule } from '../../rules/server/index.ts';
import { unitOn } from '../../units/server/index.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { nameApart, namesakesAmong } from '../meeting.namesakes.ts';
import { draftMinutes, type Names } from '../meeting.papers.ts';
import type { Meeting } from '../meeting.ts';
import { birthYearsOf, namesOf } from './meeting.people.ts';
import { readableMeeting } from './meeting.reads.ts';

type Input = z.output<(typeof meetingContract)['draft']['input']>;

export async function getDraft(ctx: Ctx, { id }: Input): Promise<{ text: string }> {
  return { text: await draftOf(ctx, await readableMeeting(ctx, id)) };
}

/** Asks no access: of a meeting that may be read. */
export async function draftOf(ctx: Ctx, meeting: Meeting): Promise<string> {
  return draftMinutes(meeting, { names: await namesFor(ctx, meeting), quorumShare: (await getRule(ctx, 'meeting.quorumShare', meeting)).value });
}

async function namesFor(ctx: Ctx, meeting: Meeting): Promise<Names> {
  const ids = [...meeting.roll.map(({ personId }) => personId), ...meeting.conclusions.flatMap(({ ownerId }) => ownerId ?? []), ...meeting.opinions.flatMap(({ personId }) => personId ?? [])];
  const names = await namesOf(ctx, ids);
  const onRoll = meeting.roll.flatMap(({ personId: id }) => { const fullName = names.get(id); return fullName === undefined ? [] : [{ id, fullName }]; });
  const born = await birthYearsOf(ctx, namesakesAmong(onRoll));
  const nameOf = (id: Id<'person'>) => nameApart({ fullName: names.get(id) ?? '', bornIn: born.get(id) ?? null });
  return { unit: (await unitOn(ctx, meeting.unitId, meeting.on))?.name ?? '', person: (id) => nameOf(id as Id<'person'>) };
}
