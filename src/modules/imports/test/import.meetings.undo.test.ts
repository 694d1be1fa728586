/** Taking imported meetings out again: nothing is left, what was changed stands as before, and when it is refused. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { act } from '../../../../test/world/world.ts';
import type { Id } from '../../../platform/ids.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import * as acts from '../../meetings/server/meeting.commands.ts';
import { undoImport } from '../server/index.ts';
import { countsOf, march, meetings, openMeetingImports } from './import.meetings.world.ts';

const { officer, cell, held, apply, check, told, idOf, read, left, nextSource, close } = await openMeetingImports();
beforeEach(nextSource);
afterAll(close);

describe('undone', () => {
  test('nothing is left', async () => {
    const before = await left();
    const { runId } = await apply(held());
    expect(await left()).not.toEqual(before);
    await act(officer, (ctx) => undoImport(ctx, runId));
    expect(await left()).toEqual(before);
  });

  test('a changed meeting stands again as before, roll and minutes included', async () => {
    const empty = await left();
    const { runId: first } = await apply(held());
    const before = await read();
    const { runId } = await apply(held({ attendance: 'meeting,person,mark,reason\n', meetings: meetings(march.replace('2026-03-03', '2026-03-04')), guests: 'meeting,name,role\n' }));
    expect((await read()).on).toBe('2026-03-04');
    await act(officer, (ctx) => undoImport(ctx, runId));
    expect(await read()).toEqual({ ...before, version: 3 });
    expect(countsOf((await check(held())).tables)).toMatchObject({ changed: 0, same: 1 });
    expect(await told(held({ attendance: 'meeting,person,mark,reason\n' }))).toEqual([['warning', 'meeting.all_present', 'meetings', 2, null]]);
    await act(officer, (ctx) => undoImport(ctx, first));
    expect(await left()).toEqual(empty);
  });

  test('is refused once a meeting of it was changed on screen', async () => {
    const { runId } = await apply(held({ meetings: meetings(march.replace('2026-03-05', '')) }));
    const id = await idOf('meetings', 'm3');
    await act(officer, (ctx) => acts.writeMinutes(ctx, { id, text: 'Biên bản' }));
    await expect(act(officer, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'imports.changedSince', data: { count: 1 } });
  });

  test('is refused once its people stand on the roll of a meeting held since', async () => {
    const { runId } = await apply(cell());
    const unitId = (await idOf('units', 'cb')) as unknown as Id<'unit'>;
    await act(officer, (ctx) => acts.record(ctx, meetingContract.record.input.parse({ unitId, kind: 'regular', on: '2026-03-04' })));
    await expect(act(officer, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'imports.usedSince' });
  });

  test('is refused once another meeting goes on from one of it', async () => {
    await apply(cell());
    const unit = (await idOf('units', 'cb')) as unknown as Id<'unit'>;
    const { runId } = await apply({ meetings: meetings(`h1,id:${unit},study,,2026-03-03,,,,,Nghị quyết 57,,,`), attendance: 'meeting,person,mark,reason\nh1,an,absent,\n' });
    const next = meetingContract.record.input.parse({ unitId: unit, kind: 'study', on: '2026-03-10', topic: 'Nghị quyết 57', seriesId: await idOf('meetings', 'h1') });
    await act(officer, (ctx) => acts.record(ctx, next));
    await expect(act(officer, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'imports.usedSince' });
  });
});

test('more meetings than one part holds are all written, and all taken out again', async () => {
  const before = await left();
  const rows = Array.from({ length: 520 }, (_, at) => `m${at},cb,working_session,,${new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10)},,,,,,${at > 0 ? 'm0' : ''},,`);
  const posts = { posts: 'ref,unit,kind,from\nbt,cb,secretary,2016-01-01\n', tenures: 'person,post,from\nan,bt,2016-01-01\n' };
  const { runId, tables } = await apply({ ...cell(), ...posts, meetings: meetings(...rows) });
  expect(countsOf(tables)).toMatchObject({ added: 520 });
  await act(officer, (ctx) => undoImport(ctx, runId));
  expect(await left()).toEqual(before);
});
