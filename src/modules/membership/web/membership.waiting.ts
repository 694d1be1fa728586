/** What waits to be sent about members, in words: mostly of those who work away. */
import type { z } from 'zod';
import { defineMessages } from '../../../platform/messages.ts';
import type { OutboxCommand } from '../../../sync/outbox.ts';
import type { Ask, Sides, Thing, Told, WaitingWords } from '../../../sync/web/waiting.words.ts';
import type { Agreed } from '../away.ts';
import type { membershipContract } from '../membership.contract.ts';

const texts = defineMessages({
  admit: { vi: 'Ghi kết nạp', en: 'Record an admission' },
  recognise: { vi: 'Ghi công nhận chính thức', en: 'Record a recognition' },
  transfer: { vi: 'Ghi chuyển chi bộ', en: 'Record a transfer' },
  transferOut: { vi: 'Ghi chuyển sinh hoạt đi', en: 'Record a transfer out' },
  arrive: { vi: 'Ghi tiếp nhận', en: 'Record an arrival' },
  placeTemporarily: { vi: 'Ghi sinh hoạt tạm thời', en: 'Record a temporary placement' },
  exempt: { vi: 'Ghi miễn sinh hoạt', en: 'Record an exemption' },
  endExemption: { vi: 'Ghi sinh hoạt trở lại', en: 'Record the end of an exemption' },
  goAway: { vi: 'Ghi đi làm ăn xa', en: 'Record working away' },
  keepContact: { vi: 'Ghi đã liên hệ', en: 'Record a contact' },
  confirmTemporary: { vi: 'Xác nhận tiếp nhận tạm thời', en: 'Confirm a temporary placement' },
  comeBack: { vi: 'Ghi đã trở về', en: 'Record the return' },
  end: { vi: 'Ghi kết thúc sinh hoạt', en: 'Record the end of a membership' },
  contactedOn: { vi: 'Đã liên hệ ngày {day}', en: 'Spoken to on {day}' },
  dueOn: { vi: 'Liên hệ lần sau ngày {day}', en: 'Next contact on {day}' },
  work: { vi: 'Việc được giao: {work}', en: 'Work given: {work}' },
  undo: { vi: 'Hoàn tác việc đã ghi', en: 'Undo what was recorded' },
});

type Away = z.output<(typeof membershipContract)['away']['output']>;

export const waitingWords: WaitingWords = {
  says: Object.fromEntries(Object.entries(texts).map(([name, text]) => [`membership.${name}`, (_: readonly never[], { t }: Told) => t(text)])),
  things: { membership: memberOf },
  decisions: { 'membership.changedMeanwhile': sidesOf },
};

type Contact = z.output<(typeof membershipContract)['keepContact']['input']>;

/** Two who spoke to one member away: each side says when, when next, and about what work. */
function sidesOf({ input }: OutboxCommand, data: Readonly<Record<string, unknown>>, told: Told): Sides {
  // The input was taken by the procedure's contract, the data are those of its refusal.
  const [mine, agreed] = [input as Contact, data['agreed'] as Agreed];
  const own = { contactedOn: mine.on, contactDueOn: mine.dueOn, assignedWork: mine.work ?? agreed.assignedWork };
  return { is: 'sides', mine: agreedInWords(own, told), theirs: agreedInWords(agreed, told), keepMine: { ...mine, seen: agreed }, keepTheirs: undefined };
}

function agreedInWords({ contactedOn, contactDueOn, assignedWork }: Agreed, { t, day }: Told): readonly string[] {
  return [contactedOn && t(texts.contactedOn, { day: day(contactedOn) }), contactDueOn && t(texts.dueOn, { day: day(contactDueOn) }), assignedWork && t(texts.work, { work: assignedWork })].filter((line) => line !== null);
}

/** By name where the phone carries the name; whoever is not away is named by the page of the person only. */
async function memberOf(personId: string, ask: Ask): Promise<Thing | undefined> {
  const register = (await ask('membership.away', { limit: 200 })) as Away | undefined; // as the contract has it
  const member = register?.items.find((one) => one.personId === personId);
  return member && { title: `${member.fullName} · ${member.cell.name}`, href: '/di-xa', names: new Map() };
}
