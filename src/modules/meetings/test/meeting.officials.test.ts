/** Who leads a meeting and who writes its minutes: proposed when it is opened, changed until the adoption, told where they are missing. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { mineAgain, type Theirs } from '../meeting.conflict.ts';
import { appointSeen, likelyChair, officialLine, officialsMissing, textNaming, withOfficials, withoutProposal } from '../meeting.officials.ts';
import type { WholeMeeting } from '../meeting.record.ts';
import { adopt, close, open, plan, writeMinutes, type Attendance, type Meeting, type Official } from '../meeting.ts';

const today = day('2026-11-20');
const [an, binh, chu] = [newId<'person'>(0), newId<'person'>(0), newId<'person'>(0)] as [Id<'person'>, Id<'person'>, Id<'person'>];
const named = (personId: Id<'person'>, name: string): Official => ({ personId, name });
const roll = [an, binh].map((personId): Attendance => ({ personId, basis: 'expected', standing: 'full', mark: 'present', reason: null }));
const whole = (result: Meeting | Refusal): Meeting => { if (isRefusal(result)) throw new Error(result.code); return result; };
const planned = whole(plan({ id: newId(0), unitId: newId(0), kind: 'regular', isExtended: false, on: today, starts: null, place: null, mode: 'in_person', topic: null, seriesId: null, agenda: [] }, today));
const begun = whole(open(planned, { on: today, starts: null, roll, today }));

describe('proposed', () => {
  const holders = [{ kind: 'deputy_secretary' as const, personId: binh }, { kind: 'secretary' as const, personId: an }];

  test('the secretary leads, a deputy where the secretary is excused or not expected; nobody where a superior does', () => {
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
    expect(withOfficials({ ...begun, writer: leads }, { chair: leads })).toMatchObject({ chair: leads, writer: null });
    expect(withOfficials({ ...begun, chair: leads, writer: leads }, { chair: writes })).toMatchObject({ chair: leads, writer: leads });
  });

  test('is nobody of a meeting that is entered late', () => {
    const late = whole(open(planned, { on: day('2026-11-13'), starts: null, roll, today }));
    expect(withOfficials(late, { chair: named(an, 'An'), writer: named(binh, 'Bình') })).toMatchObject({ chair: null, writer: null });
  });

  test('is taken back with the opening, also of one who was marked away since; whom somebody chose instead stays', () => {
    const [chair, deputy] = [named(an, 'An'), named(binh, 'Bình')];
    expect(withoutProposal({ ...begun, chair }, holders)).toMatchObject({ chair: null });
    expect(withoutProposal({ ...begun, chair, roll: [{ ...roll[0]!, mark: 'excused', reason: 'duty' }, roll[1]!] }, holders)).toMatchObject({ chair: null });
    for (const chosen of [deputy, { personId: null, name: 'Đồng chí cấp trên' }, null]) expect(withoutProposal({ ...begun, chair: chosen }, holders)).toMatchObject({ chair: chosen });
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

  describe('is told who is to be looked at', () => {
    const marked = (...marks: Attendance['mark'][]) => [an, binh].map((id, at) => ({ person: { id, fullName: '' }, mark: marks[at] ?? 'present' })) as unknown as WholeMeeting['roll'];
    const both = { chair: named(an, 'Lò Văn An'), writer: named(binh, 'Bình'), roll: marked() };
    const nobody = { chair: null, writer: null, roll: marked() };

    test('where nobody is named: neither noted nor in the text, or still dotted there', () => {
      expect(officialsMissing(nobody, '')).toEqual(['chair', 'writer']);
      expect(officialsMissing(both, `${officialLine('chair', both.chair)}\n${officialLine('writer', null)}`)).toEqual(['writer']);
      expect(officialsMissing(nobody, 'Chủ trì: đồng chí ............\nThư ký:')).toEqual(['chair', 'writer']);
      expect(officialsMissing(both, 'Biên bản')).toEqual([]);
    });

    test('not where the text alone names them, however that is written', () => {
      expect(officialsMissing(nobody, 'Khai mạc\nChủ trì: đồng chí Nguyễn Văn A\n- Thư ký : đ/c Bình')).toEqual([]);
    });

    test('where the text names another than is noted, also one whose name begins alike', () => {
      expect(officialsMissing(both, 'Chủ trì: đồng chí Lò Văn Anh\nThư ký: đồng chí Chu')).toEqual(['chair', 'writer']);
      expect(officialsMissing(both, 'Chủ trì: đồng chí Cường\nChủ trì: đồng chí Lò Văn An')).toEqual(['chair']);
    });

    test.each(['đồng chí Lò Văn An', 'Đ/c LÒ  VĂN AN - Bí thư chi bộ', 'An, Bí thư chi bộ', 'đồng chí Bí thư Lò Văn An.', 'Đồng chí Lò Văn An (Bí thư) và đồng chí Bình'])('not where it names the same one as “%s”', (said) => {
      expect(officialsMissing(both, `Chủ trì: ${said}`)).toEqual([]);
    });

    test('where who is noted was away', () => {
      expect(officialsMissing({ ...both, roll: marked('absent', 'excused') }, officialLine('chair', both.chair))).toEqual(['chair', 'writer']);
      expect(officialsMissing({ ...both, roll: marked('online') }, '')).toEqual([]);
    });
  });
});
