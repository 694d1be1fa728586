/** What an event is called and what its facts say, in words. Unknown types and facts are shown as they are, never hidden. Pure. */
import type { z } from 'zod';
import { accessWeb } from '../../../access/web/access.web.messages.ts';
import { roleName } from '../../../access/web/access.words.ts';
import type { Text } from '../../../platform/contract.ts';
import type { Writing } from '../../../ui/language.tsx';
import { ruleTitles } from '../../rules/rule.keys.ts';
import { personTexts } from '../../people/person.messages.ts';
import type { eventSchema } from '../event.contract.ts';
import { eventNames, eventsWeb as texts } from './events.web.messages.ts';

export type LoggedEvent = z.output<typeof eventSchema>;

type Telling = Pick<Writing, 't' | 'day' | 'number' | 'period' | 'language'> & {
  /** The account's name, where the reader may know it. */
  readonly accountName: (id: string) => string | undefined;
};

export function eventTitle(type: string, { t }: Pick<Telling, 't'>): string {
  const name = textAt(eventNames, type);
  return name ? t(name) : type;
}

/** The facts of the event beyond its name; undefined where there are none to tell. */
export function eventDetail(event: Pick<LoggedEvent, 'type' | 'data' | 'subjectId' | 'actor'>, telling: Telling): string | undefined {
  const group = event.type.split('.', 1)[0] ?? '';
  const parts = (tellers[event.type] ?? tellers[group])?.(event, telling) ?? [];
  return parts.filter(Boolean).join('; ') || undefined;
}

type Teller = (event: Pick<LoggedEvent, 'type' | 'data' | 'subjectId' | 'actor'>, telling: Telling) => readonly (string | undefined)[];

const tellers: Readonly<Record<string, Teller>> = {
  account: (event, telling) => [
    ofOther(event, telling),
    event.data['sample'] === true ? telling.t(texts.ofSample) : undefined,
    textOf(event.data['problem'], (problem) => telling.t(texts.failed, { reason: named(texts, `failed.${problem}`, telling) ?? problem })),
  ],
  'assignment.granted': ({ data }, telling) => [tellGrant(data, telling)],
  'assignment.shortened': ({ data }, telling) => [tellGrant(data, telling)],
  'assignment.revoked': ({ data, subjectId }, { t, language, accountName }) => [
    textOf(data['role'], (role) => t(texts.roleOf, { role: roleName(role, language), name: textOf(data['account'], accountName) ?? t(texts.anAccount) })),
    data['with'] !== undefined && data['with'] !== subjectId ? t(texts.withOther) : undefined,
  ],
  unit: ({ type, data }, telling) => [onDay(data, telling), type === 'unit.actUndone' ? undid('unit', data, telling) : undefined],
  member: ({ type, data }, telling) => [onDay(data, telling), type === 'member.actUndone' ? undid('member', data, telling) : undefined],
  post: ({ type, data }, telling) => [onDay(data, telling), type === 'post.actUndone' ? undid('post', data, telling) : undefined, data['nature'] === 'correction' ? telling.t(texts.isCorrection) : undefined],
  'person.changed': ({ data }, telling) => [Array.isArray(data['fields']) ? telling.t(texts.fields, { fields: data['fields'].map((field: unknown) => fieldName(String(field), telling)).join(', ') }) : undefined],
  'person.found': ({ data }, telling) => [textOf(data['by'], (by) => telling.t(texts.by, { what: fieldName(by, telling).toLowerCase() }))],
  'people.exported': ({ data }, telling) => [tellExport(texts.exported, data, telling)],
  'unit.exported': ({ data }, telling) => [tellExport(texts.exportedUnits, data, telling)],
  'post.exported': ({ data }, telling) => [tellExport(texts.exportedPosts, data, telling)],
  'rating.exported': ({ data }, telling) => [tellExport(texts.exportedRatings, data, telling)],
  'figure.printed': ({ data }, { t, number, day }) => [typeof data['count'] === 'number' && typeof data['on'] === 'string' ? t(texts.figureOn, { count: number(data['count']), day: day(data['on']) }) : undefined],
  rule: ({ data }, { t, day }) => [textOf(data['key'], (key) => named(ruleTitles, key, { t }) ?? key), textOf(data['day'], day)],
  attention: ({ data }, { t, day }) => [textOf(data['until'], (until) => t(texts.until, { day: day(until) }))],
  import: ({ data }, { t }) => [textOf(data['source'], (source) => t(texts.source, { source }))],
};

/** Whose account it is, where that is not the one who did it. */
function ofOther({ type, subjectId, actor }: Parameters<Teller>[0], { t, accountName }: Telling): string | undefined {
  if (!subjectId || subjectId === actor?.id || type === 'account.signedIn') return undefined;
  const name = accountName(subjectId);
  return name && t(texts.ofAccount, { name });
}

function tellGrant(data: LoggedEvent['data'], { t, language, period, accountName }: Telling): string | undefined {
  const { role, reach, from, to, account } = data;
  if (typeof role !== 'string' || typeof from !== 'string') return undefined;
  const reachText = textAt(accessWeb, `reach.${String(reach)}`);
  const name = (typeof account === 'string' ? accountName(account) : undefined) ?? t(texts.anAccount);
  return t(texts.roleTo, { role: roleName(role, language), name, reach: reachText ? t(reachText).toLowerCase() : String(reach), period: period({ from, to: typeof to === 'string' ? to : null }) });
}

function tellExport(text: Text, { count, format }: LoggedEvent['data'], { t, number }: Telling): string | undefined {
  return typeof count === 'number' ? t(text, { count: number(count), format: String(format ?? '').toUpperCase() }) : undefined;
}

function onDay(data: LoggedEvent['data'], { t, day }: Telling): string | undefined {
  return textOf(data['on'], (on) => t(texts.effective, { day: day(on) }));
}

// Acts of units are kept under the verb, their events under its past tense.
const unitEventOf: Readonly<Record<string, string>> = { found: 'founded', change: 'changed', move: 'moved', dissolve: 'dissolved', relate: 'related', unrelate: 'relationEnded', correct: 'corrected', correctFounding: 'corrected', correctParent: 'corrected' };

function undid(group: string, data: LoggedEvent['data'], telling: Telling): string | undefined {
  return textOf(data['kind'], (kind) => telling.t(texts.undid, { act: withinSentence(eventTitle(`${group}.${group === 'unit' ? unitEventOf[kind] ?? kind : kind}`, telling)) }));
}

/** Only the first letter: the Party keeps its capital. */
function withinSentence(title: string): string {
  return `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
}

function fieldName(field: string, telling: Telling): string {
  return named(personTexts, field, telling) ?? field;
}

function named(bundle: Readonly<Record<string, Text>>, key: string, { t }: Pick<Telling, 't'>): string | undefined {
  const text = textAt(bundle, key);
  return text && t(text);
}

function textAt(bundle: Readonly<Record<string, Text>>, key: string): Text | undefined {
  return Object.hasOwn(bundle, key) ? bundle[key] : undefined;
}

function textOf(value: unknown, tell: (text: string) => string | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? tell(value) : undefined;
}
