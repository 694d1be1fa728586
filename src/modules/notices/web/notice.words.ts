/** What a notice says, in words, from what stands there now. Pure. */
import type { z } from 'zod';
import type { Writing } from '../../../ui/language.tsx';
import { documentTypes } from '../../documents/document.kinds.ts';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import type { noticeContract, NoticeFacts } from '../notice.contract.ts';
import { noticesWeb as texts } from './notices.web.messages.ts';

export type NoticeItem = z.output<(typeof noticeContract)['list']['output']>['items'][number];

type Words = Pick<Writing, 't' | 'day' | 'number'>;

export function titleOf({ kind, facts }: Pick<NoticeItem, 'kind' | 'facts'>, words: Words): string {
  const { t, day, number } = words;
  const meeting = { meeting: meetingOf(facts, words), when: whenOf(facts, words) };
  switch (kind) {
    case 'meeting.called': return t(texts.called, meeting);
    case 'meeting.postponed': return facts.before ? t(texts.postponed, { ...meeting, before: day(facts.before) }) : t(texts.putOff, meeting);
    case 'meeting.cancelled': return t(texts.cancelled, meeting);
    case 'meeting.leaveAsked': return t(texts.leaveAsked, { ...meeting, person: facts.person ?? '' });
    case 'task.given': return t(texts.task, { title: facts.title ?? '' });
    case 'task.reported': return t(texts.taskReported, { title: facts.title ?? '' });
    case 'task.givenBack': return t(texts.taskGivenBack, { title: facts.title ?? '' });
    case 'member.announced': return t(texts.announced, { person: facts.person ?? '', day: facts.on ? day(facts.on) : '' });
    case 'document.sent': return t(texts.sent, documentOf(facts, words));
    case 'document.passedDown': return facts.dueOn ? t(texts.passedDownBy, { ...documentOf(facts, words), day: day(facts.dueOn) }) : t(texts.passedDown, documentOf(facts, words));
    case 'petition.came': return t(texts.petitionCame, { title: facts.title ?? '' });
    case 'petition.answered': return t(texts.petitionAnswered, { title: facts.title ?? '' });
    case 'attention.new': return t(texts.attention, { count: number(facts.count ?? 0) });
  }
}

/** Where it is, and how it stands. */
export function detailOf({ kind, facts }: Pick<NoticeItem, 'kind' | 'facts'>, { t, day }: Words): string {
  const { unit, state, before, dueOn, isSettled } = facts;
  const parts = [
    unit,
    kind !== 'meeting.cancelled' && state === 'cancelled' ? t(texts.isCancelled) : null,
    kind === 'meeting.called' && before ? t(texts.movedFrom, { day: day(before) }) : null,
    (kind === 'task.given' || kind === 'task.givenBack' || kind === 'petition.came') && dueOn ? t(texts.due, { day: day(dueOn) }) : null,
    (kind === 'task.given' || kind === 'task.givenBack') && isSettled ? t(texts.settled) : null,
    kind === 'task.reported' ? t(isSettled ? texts.judged : texts.toJudge) : null,
    kind === 'meeting.leaveAsked' ? t(isSettled ? texts.leaveSettled : texts.leaveOpen) : null,
    kind === 'member.announced' ? t(isSettled ? texts.confirmed : texts.toConfirm) : null,
    kind === 'document.sent' ? t(isSettled ? texts.received : texts.toReceive) : null,
    kind === 'document.passedDown' ? t(isSettled ? texts.answered : texts.toAnswer) : null,
    kind === 'petition.came' ? t(isSettled ? texts.taken : texts.toTake) : null,
    kind === 'petition.answered' ? t(isSettled ? texts.petitionSeen : texts.petitionToConfirm) : null,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Within the sentence. */
function meetingOf({ meetingKind }: NoticeFacts, { t }: Words): string {
  const name = meetingKind ? t(kindNames[meetingKind]) : '';
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

function documentOf({ issuer = '', documentType, title = '' }: NoticeFacts, { t }: Words) {
  return { issuer, document: `${documentType ? t(documentTypes[documentType]) : ''} ${title}`.trim() };
}

function whenOf({ on, starts }: NoticeFacts, { t, day }: Words): string {
  if (!on) return '';
  return starts ? t(texts.at, { day: day(on), time: starts }) : day(on);
}
