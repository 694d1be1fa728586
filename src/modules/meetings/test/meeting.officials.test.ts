/** Who leads a meeting and who writes its minutes: proposed when it is opened, changed until the adoption, told where they are missing. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { mineAgain, type Theirs } from '../meeting.conflict.ts';
import { appointSeen, likelyChair, officialLine, officialsMissing, textNaming, withOfficials } from '../meeting.officials.ts';
import { adopt, close, open, plan, writeMinutes, type Attendance, type Meeting, type Official } from '../meeting.ts';

const today = day('2026-11-20');
const [an, binh, chu] = [newId<'person'>(0), newId<'person'>(0), newId<'person'>(0)] as [Id<'person'>, Id<'person'>, Id<'person'>];
const named = (personId: Id<'person'>, name: string): Official => ({ personId, name });
const roll = [an, binh].map((personId): Attendance => ({ personId, basis: 'expected', standing: 'full', mark: 'present', reason: null }));
const whole = (result: Meeting | Refusal): Meeting => { if (isRefusal(result)) throw new Error(result.code); return result; };
const planned = whole(plan({ id: newId(0), unitId: newId(0), kind: 'regular', isExtended: false, on: today, starts: null, place: null, mode: 'in_person', topic: null, seriesId: null, agenda: [] }, today));
const begun = whole(open(planned, { on: today, starts: null, roll, today }));

describe('proposed', () => {
  test('the secretary leads, a deputy where the secretary is excused or not expected; nobody where a superior does', () => {
    const holders = [{ kind: 'deputy_secretary' as const, personId: binh }, { kind: 'secretary' as const, personId: an }];
    expect(likelyChair(begun, holders)).toBe(an);
    expect(likelyChair({ ...begun, roll: [{ ...roll[0]!, mark: 'excused', reason: 'duty' }, roll[1]!] }, holders)).toBe(binh);
    expect(likelyChair({ ...begun, roll: [{ ...roll[0]!, basis: 'away' }, roll[1]!] }, holders)).toBe(binh);
    expect(likelyChair(begun, [{ kind: 'secretary', personId: chu }])).toBeUndefined();
    expect(likelyChair({ ...begun, kind: 'working_session' }, holders)).toBeUndefined();
  });

  test('who was noted before stays, and who leads does not write', () => {
    const [leads, writes] = [named(an, 'An'), named(binh, 'Bình')];
    expect(withOfficials(begun, { chair: leads, writer: writes })).toMatchObject({ chair: leads, writer: writes });
    expect(withOfficials(begun, { chair: leads, writer: leads })).toMatchObject({ chair: leads, writer: null });
    expect(withOfficials({ ...begun, chair: writes }, { chair: leads })).toMatchObject({ chair: writes, writer: null });
  });
});

describe('chosen', () => {
  const theirs = whole(appointSeen(begun, { role: 'writer', who: named(an, 'An'), seen: null }));

  test('another’s choice is not written over but told; the same one, and one that was seen, are taken', () => {
    const mine = { role: 'writer' as const, who: named(binh, 'Bình'), seen: null };
    const refused = appointSeen(theirs, mine);
    expect(refused).toMatchObject({ code: 'meetings.changedMeanwhile', data: { value: named(an, 'An'), keys: ['writer'] } });
    const again = mineAgain('meetings.appoint', mine, (refused as Refusal).data as Theirs) as unknown as typeof mine;
    expect(appointSeen(theirs, again)).toMatchObject({ writer: mine.who, chair: null });
    expect(appointSeen(theirs, { ...mine, who: named(an, 'An') })).toMatchObject({ writer: named(an, 'An') });
  });

  test('while it is open and until its minutes are adopted', () => {
    const given = { role: 'chair' as const, who: named(an, 'An') };
    const closed = whole(close(begun, { ends: null }));
    const adopted = whole(adopt(whole(writeMinutes(closed, { text: 'Biên bản' })), { on: today, today }));
    expect(appointSeen(planned, given)).toMatchObject({ code: 'meetings.is_planned' });
    expect(appointSeen(closed, given)).toMatchObject({ chair: given.who });
    expect(appointSeen(adopted, given)).toMatchObject({ code: 'meetings.is_adopted' });
  });
});

describe('in the text', () => {
  test('the line of the one before becomes that of the next; what a person worded otherwise stays', () => {
    const text = `Khai mạc\n${officialLine('chair', null)}\n${officialLine('writer', null)}`;
    const after = textNaming(text, { role: 'chair', before: null, after: named(an, 'Lò Văn An') });
    expect(after).toBe(`Khai mạc\nChủ trì: đồng chí Lò Văn An\n${officialLine('writer', null)}`);
    expect(textNaming('Chủ trì: đ/c An', { role: 'chair', before: null, after: named(an, 'An') })).toBe('Chủ trì: đ/c An');
  });

  test('is told who is missing: not noted, or still dotted', () => {
    const both = { chair: named(an, 'An'), writer: named(binh, 'Bình') };
    expect(officialsMissing({ chair: null, writer: null }, '')).toEqual(['chair', 'writer']);
    expect(officialsMissing(both, `${officialLine('chair', both.chair)}\n${officialLine('writer', null)}`)).toEqual(['writer']);
    expect(officialsMissing(both, 'Biên bản')).toEqual([]);
  });
});
