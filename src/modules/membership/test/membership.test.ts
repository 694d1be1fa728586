import { describe, expect, test } from 'vitest';
import { day, type Day } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../../platform/problem.ts';
import { comeBack, goAway, keepContact, nextCallAfter } from '../away.ts';
import { endExemption, exempt } from '../exemption.ts';
import { admit, endMembership, enter, guestPlacement, monthsAfter, noHistory, recognise, stateOn, type MembershipHistory } from '../membership.ts';
import { arrive, confirmTemporary, placeTemporarily, takeBackTemporary, transfer, transferOut } from '../placement.ts';

const cells = [newId<'unit'>(0), newId<'unit'>(0), newId<'unit'>(0)] as const;
const ids = () => ({ membershipId: newId<'membership'>(0), placementId: newId<'placement'>(0) });

function ok(result: MembershipHistory | Refusal): MembershipHistory {
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}

function code(result: MembershipHistory | Refusal): string {
  return isRefusal(result) ? result.code : 'allowed';
}

const admitted = ok(admit(noHistory, { ...ids(), cellId: cells[0], on: day('2020-01-15'), decision: 'QĐ 1' }));
const moveTo = (cellId: Id<'unit'>, on: Day) => ({ placementId: newId<'placement'>(0), toCellId: cellId, on, decision: null });

describe('admission and recognition', () => {
  test('whoever is admitted is on probation in the cell from that day', () => {
    expect(stateOn(admitted, day('2020-01-14'))).toEqual({ is: 'none' });
    expect(stateOn(admitted, day('2020-01-15'))).toEqual({ is: 'placed', standing: 'probationary', cellId: cells[0], since: '2020-01-15' });
  });

  test('a member is not admitted again, not even for an earlier day', () => {
    expect(code(admit(admitted, { ...ids(), cellId: cells[1], on: day('2021-01-01'), decision: null }))).toBe('membership.alreadyMember');
    expect(code(admit(admitted, { ...ids(), cellId: cells[1], on: day('2019-01-01'), decision: null }))).toBe('membership.alreadyMember');
  });

  test('recognition falls exactly on the end of probation where no day is said', () => {
    const full = ok(recognise(admitted, { on: undefined, probationMonths: 12, today: day('2026-11-20') }));
    expect(stateOn(full, day('2021-01-14'))).toMatchObject({ standing: 'probationary' });
    expect(stateOn(full, day('2021-01-15'))).toMatchObject({ standing: 'full' });
  });

  test('recognition a day before the end of probation is refused and told the earliest day', () => {
    const refused = recognise(admitted, { on: day('2021-01-14'), probationMonths: 12, today: day('2026-11-20') });
    expect(refused).toMatchObject({ code: 'membership.recognisedTooEarly', data: { earliest: '2021-01-15' } });
    expect(code(recognise(ok(recognise(admitted, { on: undefined, probationMonths: 12, today: day('2026-11-20') })), { on: undefined, probationMonths: 12, today: day('2026-11-20') }))).toBe('membership.alreadyRecognised');
  });

  test('nobody is recognised before the end of probation has come, with or without a day', () => {
    expect(recognise(admitted, { on: undefined, probationMonths: 12, today: day('2021-01-14') })).toMatchObject({ code: 'membership.recognisedTooEarly', data: { earliest: '2021-01-15' } });
    expect(code(recognise(admitted, { on: undefined, probationMonths: 12, today: day('2021-01-15') }))).toBe('allowed');
  });

  test('months are counted by the calendar', () => {
    expect([monthsAfter(day('2024-02-29'), 12), monthsAfter(day('2023-10-31'), 4), monthsAfter(day('2023-12-05'), 1)]).toEqual(['2025-02-28', '2024-02-29', '2024-01-05']);
  });

  test('who enters the books was placed no earlier than admitted', () => {
    const entry = { ...ids(), cellId: cells[0], admittedOn: day('2000-05-01'), recognisedOn: null, inReason: 'initial', decision: null } as const;
    expect(code(enter(noHistory, { ...entry, from: day('2000-04-30') }))).toBe('membership.placedBeforeAdmission');
    expect(code(enter(noHistory, { ...entry, from: day('2000-05-01'), recognisedOn: day('2000-04-01') }))).toBe('membership.recognisedTooEarly');
    expect(code(enter(noHistory, { ...entry, from: day('2015-01-01') }))).toBe('allowed');
  });
});

describe('transfers', () => {
  test('a transfer leaves no day without a cell and none with two', () => {
    const moved = ok(transfer(admitted, moveTo(cells[1], day('2022-03-01'))));
    expect(stateOn(moved, day('2022-02-28'))).toMatchObject({ cellId: cells[0] });
    expect(stateOn(moved, day('2022-03-01'))).toMatchObject({ cellId: cells[1], since: '2022-03-01' });
  });

  test('a transfer to the same cell, on the first day, or behind a later change is refused', () => {
    expect(code(transfer(admitted, moveTo(cells[0], day('2022-03-01'))))).toBe('membership.sameCell');
    expect(code(transfer(admitted, moveTo(cells[1], day('2020-01-15'))))).toBe('membership.sameDay');
    const moved = ok(transfer(admitted, moveTo(cells[1], day('2022-03-01'))));
    expect(code(transfer(moved, moveTo(cells[2], day('2021-03-01'))))).toBe('membership.laterChange');
  });

  test('who was transferred out stays a member on the road until the arrival', () => {
    const out = ok(transferOut(admitted, { on: day('2022-03-01') }));
    expect(stateOn(out, day('2022-05-01'))).toEqual({ is: 'not_arrived', standing: 'probationary', lastCellId: cells[0], since: '2022-03-01' });
    expect(code(transferOut(out, { on: day('2022-05-01') }))).toBe('membership.notPlaced');
    const there = ok(arrive(out, { placementId: newId<'placement'>(0), cellId: cells[1], on: day('2022-06-01'), decision: null }));
    expect(stateOn(there, day('2022-06-01'))).toMatchObject({ is: 'placed', cellId: cells[1] });
    expect(code(arrive(there, { placementId: newId<'placement'>(0), cellId: cells[2], on: day('2022-07-01'), decision: null }))).toBe('membership.stillPlaced');
  });

  test('who left by transfer comes back into the same membership; who was expelled does not', () => {
    const left = ok(endMembership(admitted, { on: day('2022-03-01'), reason: 'transferred_out', decision: null }));
    const back = ok(arrive(left, { placementId: newId<'placement'>(0), cellId: cells[1], on: day('2024-01-01'), decision: null }));
    expect(back.memberships).toHaveLength(1);
    expect(stateOn(back, day('2024-01-01'))).toMatchObject({ is: 'placed', cellId: cells[1] });
    const expelled = ok(endMembership(admitted, { on: day('2022-03-01'), reason: 'expelled', decision: null }));
    expect(code(arrive(expelled, { placementId: newId<'placement'>(0), cellId: cells[1], on: day('2024-01-01'), decision: null }))).toBe('membership.notMember');
  });

  test('a guest of another cell is still counted in the own one', () => {
    const guest = { placementId: newId<'placement'>(0), cellId: cells[1], period: { from: day('2022-01-01'), to: day('2022-06-30') }, decision: null };
    const placed = ok(placeTemporarily(admitted, guest));
    expect(stateOn(placed, day('2022-02-01'))).toMatchObject({ cellId: cells[0] });
    expect(code(placeTemporarily(placed, { ...guest, placementId: newId<'placement'>(0), cellId: cells[2] }))).toBe('membership.alreadyTemporary');
    expect(code(placeTemporarily(admitted, { ...guest, cellId: cells[0] }))).toBe('membership.sameCell');
  });
});

describe('exemption, absence, end', () => {
  const exemption = { id: newId<'exemption'>(0), period: { from: day('2023-01-01'), to: day('2023-12-31') }, decision: null };
  const away = { id: newId<'awaySpell'>(0), period: { from: day('2023-02-01'), to: null }, place: 'Bình Dương', withLeave: true, contactSealed: null, contactedOn: null, contactDueOn: null, assignedWork: null };

  test('spells of one sort never overlap and lie within the membership', () => {
    const exempted = ok(exempt(admitted, exemption));
    expect(code(exempt(exempted, { ...exemption, id: newId<'exemption'>(0), period: { from: day('2023-12-31'), to: null } }))).toBe('membership.alreadyExempt');
    expect(code(exempt(admitted, { ...exemption, period: { from: day('2019-01-01'), to: null } }))).toBe('membership.notMember');
    expect(code(goAway(ok(goAway(admitted, away)), { ...away, id: newId<'awaySpell'>(0), period: { from: day('2024-01-01'), to: null } }))).toBe('membership.alreadyAway');
  });

  test('who comes back was away until the day before', () => {
    const back = ok(comeBack(ok(goAway(admitted, away)), { on: day('2023-08-01') }));
    expect(back.awaySpells[0]?.period).toEqual({ from: '2023-02-01', to: '2023-07-31' });
    expect(code(comeBack(back, { on: day('2023-08-01') }))).toBe('membership.notAway');
    expect(ok(endExemption(ok(exempt(admitted, exemption)), { on: day('2023-05-01') })).exemptions[0]?.period.to).toBe('2023-04-30');
  });

  test('the end of the membership ends all that was running and takes out what had not begun', () => {
    const running = ok(goAway(ok(exempt(admitted, { ...exemption, period: { from: day('2025-01-01'), to: null } })), away));
    const ended = ok(endMembership(running, { on: day('2024-05-10'), reason: 'died', decision: null }));
    expect(stateOn(ended, day('2024-05-09'))).toMatchObject({ is: 'placed' });
    expect(stateOn(ended, day('2024-05-10'))).toEqual({ is: 'ended', reason: 'died', since: '2024-05-10' });
    expect(ended.placements[0]).toMatchObject({ outReason: 'end', period: { to: '2024-05-09' } });
    expect(ended.awaySpells[0]?.period.to).toBe('2024-05-09');
    expect(ended.exemptions).toEqual([]);
  });

  test('a membership does not end on its first day, before a later change, or twice', () => {
    const reason = { reason: 'removed', decision: null } as const;
    expect(code(endMembership(admitted, { on: day('2020-01-15'), ...reason }))).toBe('membership.sameDay');
    expect(code(endMembership(ok(transfer(admitted, moveTo(cells[1], day('2022-03-01')))), { on: day('2022-02-01'), ...reason }))).toBe('membership.laterChange');
    expect(code(endMembership(ok(endMembership(admitted, { on: day('2022-03-01'), ...reason })), { on: day('2022-04-01'), ...reason }))).toBe('membership.notMember');
  });
});

test('a rule never alters the history that it is given', () => {
  const before = structuredClone(admitted);
  transfer(admitted, moveTo(cells[1], day('2022-03-01')));
  endMembership(admitted, { on: day('2024-05-10'), reason: 'died', decision: null });
  expect(admitted).toEqual(before);
});

describe('kept in touch', () => {
  const away = { id: newId<'awaySpell'>(0), period: { from: day('2023-02-01'), to: null }, place: null, withLeave: true, contactSealed: null, contactedOn: null, contactDueOn: null, assignedWork: null };
  const gone = ok(goAway(admitted, away));

  test('a contact says when the next one is due, and keeps the work where none is named', () => {
    const once = ok(keepContact(gone, { on: day('2023-03-01'), dueOn: day('2023-04-01'), work: 'Gửi ý kiến' }));
    const twice = ok(keepContact(once, { on: day('2023-04-02'), dueOn: null, work: null }));
    expect(twice.awaySpells[0]).toMatchObject({ contactedOn: '2023-04-02', contactDueOn: null, assignedWork: 'Gửi ý kiến' });
    expect(code(keepContact(twice, { on: day('2023-03-15'), dueOn: null, work: null }))).toBe('membership.laterChange');
    expect(code(keepContact(gone, { on: day('2023-03-01'), dueOn: day('2023-03-01'), work: null }))).toBe('membership.dueBeforeContact');
    expect(code(keepContact(admitted, { on: day('2023-03-01'), dueOn: null, work: null }))).toBe('membership.notAway');
    // Two who spoke to the member without seeing each other.
    const agreed = { contactedOn: null, contactDueOn: null, assignedWork: null };
    expect(keepContact(once, { on: day('2023-03-01'), dueOn: day('2023-05-01'), work: null, seen: agreed })).toMatchObject({ code: 'membership.changedMeanwhile', data: { agreed: { contactedOn: '2023-03-01', contactDueOn: '2023-04-01', assignedWork: 'Gửi ý kiến' } } });
    expect(ok(keepContact(once, { on: day('2023-03-01'), dueOn: day('2023-04-01'), work: null, seen: agreed }))).toEqual(once);
  });

  test('the next call is proposed a month after the last one, at the end of a short month too', () => {
    expect(nextCallAfter(day('2023-03-01'))).toBe('2023-04-01');
    expect(nextCallAfter(day('2023-01-31'))).toBe('2023-02-28');
  });

  test('a temporary place is taken back until the host cell has confirmed it', () => {
    const guest = ok(placeTemporarily(admitted, { placementId: newId<'placement'>(0), cellId: cells[1], period: { from: day('2023-05-01'), to: day('2023-10-31') }, decision: null }));
    expect(ok(takeBackTemporary(guest, { on: day('2023-05-03') }))).toEqual(admitted);
    expect(code(takeBackTemporary(guest, { on: day('2023-11-01') }))).toBe('membership.notTemporary');
    const confirmed = ok(confirmTemporary(guest, { on: day('2023-05-03') }));
    expect(code(takeBackTemporary(confirmed, { on: day('2023-05-04') }))).toBe('membership.confirmedAlready');
  });

  test('a temporary place is confirmed once, on a day on which it holds', () => {
    const guest = ok(placeTemporarily(admitted, { placementId: newId<'placement'>(0), cellId: cells[1], period: { from: day('2023-05-01'), to: day('2023-10-31') }, decision: null }));
    const confirmed = ok(confirmTemporary(guest, { on: day('2023-05-03') }));
    expect(guestPlacement(confirmed, day('2023-05-03'))).toMatchObject({ confirmedOn: '2023-05-03' });
    expect(code(confirmTemporary(confirmed, { on: day('2023-05-04') }))).toBe('membership.confirmedAlready');
    expect(code(confirmTemporary(guest, { on: day('2023-11-01') }))).toBe('membership.notTemporary');
  });
});
