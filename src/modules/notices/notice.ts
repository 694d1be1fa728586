/** What people are told of, in words that give nothing away outside the app; and when a message that failed is tried again. Pure. */
import type { Text } from '../../platform/contract.ts';

export const noticeKinds = ['meeting.called', 'meeting.postponed', 'meeting.cancelled', 'meeting.leaveAsked', 'task.given', 'task.reported', 'task.givenBack', 'member.announced', 'document.sent', 'document.passedDown', 'petition.came', 'petition.answered', 'attention.new'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeTopics = ['meeting', 'task', 'member', 'document', 'petition', 'attention'] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

export const topicOf: Readonly<Record<NoticeKind, NoticeTopic>> = {
  'meeting.called': 'meeting',
  'meeting.postponed': 'meeting',
  'meeting.cancelled': 'meeting',
  'meeting.leaveAsked': 'meeting',
  'task.given': 'task',
  'task.reported': 'task',
  'task.givenBack': 'task',
  'member.announced': 'member',
  'document.sent': 'document',
  'document.passedDown': 'document',
  'petition.came': 'petition',
  'petition.answered': 'petition',
  'attention.new': 'attention',
};

/** All that leaves the app besides the address of the inbox: no name, no number, no topic of a meeting. */
export const topicNames: Readonly<Record<NoticeTopic, Text>> = {
  meeting: { vi: 'lịch sinh hoạt', en: 'meetings' },
  task: { vi: 'nhiệm vụ', en: 'tasks' },
  member: { vi: 'sinh hoạt tạm thời', en: 'members for a time' },
  document: { vi: 'văn bản', en: 'documents' },
  petition: { vi: 'kiến nghị', en: 'petitions' },
  attention: { vi: 'việc cần quan tâm', en: 'what needs attention' },
};

export const paces = ['at_once', 'daily', 'none'] as const;
export type Pace = (typeof paces)[number];

export const codeMinutes = 30;
export const codeTries = 5;
export const codesPerDay = 5;
export const mostBrowsers = 10;

const minute = 60;
const hour = 60 * minute;
const waits: readonly number[] = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour];

/** Seconds until a message that was tried so often in vain is tried again; undefined where it is given up, after about a day. */
export function waitAfter(tries: number): number | undefined {
  return waits[tries - 1];
}

/** Servers of the browsers' makers: ours calls no other address that a browser names. */
const pushServers = ['fcm.googleapis.com', 'updates.push.services.mozilla.com', 'web.push.apple.com'];
const pushDomains = ['.push.services.mozilla.com', '.push.apple.com', '.notify.windows.com'];

export function isPushServer(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username } = new URL(endpoint);
  return protocol === 'https:' && port === '' && username === '' && (pushServers.includes(hostname) || pushDomains.some((domain) => hostname.endsWith(domain)));
}
