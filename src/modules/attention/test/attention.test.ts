import { describe, expect, test } from 'vitest';
import { verbs } from '../../../access/verbs.ts';
import { addDays, day } from '../../../platform/day.ts';
import { ruleKinds } from '../../rules/rule.keys.ts';
import { hrefOf } from '../attention.ts';
import { refusalOfSnooze, refusalOfUnseen, type Snoozed } from '../attention.snooze.ts';
import { alerts, findAlert } from '../declared.ts';

const today = day('2026-11-20');

describe('putting off', () => {
  test('is to a day after today, and not for longer than three months', () => {
    expect(refusalOfSnooze(today, today)).toMatchObject({ code: 'attention.notAhead' });
    expect(refusalOfSnooze(addDays(today, 1), today)).toBeUndefined();
    expect(refusalOfSnooze(addDays(today, 92), today)).toBeUndefined();
    expect(refusalOfSnooze(addDays(today, 93), today)).toMatchObject({ code: 'attention.tooFarAhead', data: { latest: '2027-02-20' } });
  });
});

describe('what nobody had looked at', () => {
  const put = (until: string, reason = 'Lũ về'): Snoozed => ({ until: day(until), reason });
  const judged = (looked: Parameters<typeof refusalOfUnseen>[0], stands: Snoozed | null, sent: Snoozed | null = put('2026-11-30')) => refusalOfUnseen(looked, { stands: { since: day('2026-11-10'), snooze: stands }, sent });

  test('is not put off with what was: it happened anew since', () => {
    expect(judged({ since: day('2026-11-09') }, null)).toMatchObject({ code: 'attention.another', data: { since: '2026-11-10' } });
    expect(judged({ since: day('2026-11-09'), seen: put('2026-11-25') }, put('2026-11-25'), null)).toMatchObject({ code: 'attention.another' });
    // A day that lies before: a later absence was corrected meanwhile.
    expect([judged({ since: day('2026-11-10') }, null), judged({ since: day('2026-11-12') }, null), judged({}, null)]).toEqual([undefined, undefined, undefined]);
  });

  test('is not written over: somebody else has put it off since, to another day or for another reason', () => {
    const theirs = put('2026-11-25', 'Bận mùa');
    expect(judged({ seen: null }, theirs)).toMatchObject({ code: 'attention.changedMeanwhile', kind: 'conflict', data: { until: '2026-11-25', reason: 'Bận mùa' } });
    expect(judged({ seen: put('2026-11-25') }, theirs, null)).toMatchObject({ code: 'attention.changedMeanwhile' });
    expect([judged({ seen: theirs }, theirs), judged({ seen: theirs }, theirs, null), judged({ seen: null }, theirs, theirs), judged({}, theirs), judged({ seen: theirs }, null)]).toEqual(Array(5).fill(undefined));
  });
});

describe('what is declared', () => {
  test('has its words in both languages, a verb and rules that there are', () => {
    for (const { title, explanation, act, verb, rules } of alerts) {
      for (const text of [title, explanation, act.label]) expect([text.vi, text.en].every((words) => words.length > 3)).toBe(true);
      expect(Object.keys(verbs)).toContain(verb);
      expect(rules.filter((key) => !(key in ruleKinds))).toEqual([]);
    }
  });

  test('is found by its id, and leads to where it is settled', () => {
    const subject = { subjectId: 's', unitId: 'u' };
    expect(alerts.map(({ id }) => findAlert(id)?.id)).toEqual(alerts.map(({ id }) => id));
    expect(findAlert('meeting.none')).toBeUndefined();
    expect(hrefOf(findAlert('meeting.regularMissing')!, subject)).toBe('/sinh-hoat?donVi=u');
    expect(hrefOf(findAlert('meeting.minutesLate')!, subject)).toBe('/sinh-hoat/s');
    expect(hrefOf(findAlert('member.notArrived')!, subject)).toBe('/con-nguoi/s');
  });
});
