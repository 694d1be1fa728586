import { describe, expect, test } from 'vitest';
import { verbs } from '../../../access/verbs.ts';
import { addDays, day } from '../../../platform/day.ts';
import { ruleKinds } from '../../rules/rule.keys.ts';
import { hrefOf } from '../attention.ts';
import { refusalOfSnooze } from '../attention.snooze.ts';
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
