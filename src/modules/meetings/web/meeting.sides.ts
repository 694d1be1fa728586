/** Mine and theirs in words, where another device recorded something else: line by line what differs. */
import type { z } from 'zod';
import type { Sides, Told } from '../../../sync/web/waiting.words.ts';
import { planFieldNames, textAdopted, type PlanChange, type SeenAnswer, type SeenMinutes, type StandingMinutes } from '../meeting.changed.ts';
import type { Noted, Theirs } from '../meeting.conflict.ts';
import type { ToldHand } from '../meeting.hands.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { modeNames, officialNames, reasonNames, type OfficialRole } from '../meeting.kinds.ts';
import type { Official } from '../meeting.ts';
import type { Part } from '../meeting.parts.ts';
import type { Marking } from '../meeting.roll.ts';
import { pageTexts } from './meeting.page.messages.ts';
import { meetingWaiting as texts } from './meeting.waiting.messages.ts';
import { kindInWords, markNames } from './meeting.words.ts';
import { meetingsWeb } from './meetings.web.messages.ts';

type Input<Name extends keyof typeof meetingContract> = z.output<(typeof meetingContract)[Name]['input']>;
export type SentPiece = z.input<(typeof meetingContract)['put']['input']>['piece'];
type Lines = Pick<Sides, 'mine' | 'theirs' | 'note'>;

interface Given {
  readonly procedure: string;
  readonly noted: Noted;
  readonly theirs: Theirs;
}

export function sidesInWords(given: Given, told: Told): Lines {
  const { state } = given.theirs;
  return { ...linesOf(given, told), ...(state ? { note: told.t(state === 'closed' ? texts.closedSince : texts.adoptedSince) } : {}) };
}

function linesOf({ procedure, noted, theirs: other }: Given, told: Told): Lines {
  const { marks, part, theirs, hands = [] } = other;
  const value = valueInWords[procedure];
  if ('value' in other && value) return value(noted as never, other.value as never, told); // both as the contract of the procedure has them
  if (marks) {
    const mine = (noted['marks'] as readonly Marking[]).filter(({ personId }) => marks.some((other) => other.personId === personId));
    return { mine: mine.map((one) => markInWords(one, told)), theirs: marks.map((one) => markInWords(one, told, hands)) };
  }
  const piece = noted['piece'] as SentPiece | undefined;
  const gone = [told.t(texts.takenOut)];
  return { mine: piece ? pieceInWords(piece, told) : gone, theirs: theirs && part ? pieceInWords({ part, item: theirs } as Part, told) : gone };
}

/** Of several who marked it is said who marked whom. */
function markInWords({ personId, mark, reason }: Marking, told: Told, hands: readonly ToldHand[] = []): string {
  const { t, names } = told;
  const words = mark === null ? t(texts.notMarked) : [t(markNames[mark]), reason && t(reasonNames[reason])].filter(Boolean).join(' · ');
  const said = t(texts.markIs, { name: names.get(personId) ?? t(texts.somebody), mark: words });
  const hand = hands.length > 1 ? hands.find(({ of }) => of.includes(personId)) : undefined;
  return hand ? `${said} (${handInWords(hand, told)})` : said;
}

function handInWords({ name, at, isOwn }: ToldHand, { t, moment }: Told): string {
  return t(isOwn ? texts.byYourself : texts.byName, { name, moment: moment(at) });
}

/** Who recorded theirs, where it was one and is still known. */
export function whoseInWords({ hands = [] }: Theirs, told: Told): string | undefined {
  return hands.length === 1 ? handInWords(hands[0]!, told) : undefined;
}

/** The piece and all that may differ in it, line by line. */
function pieceInWords(piece: SentPiece, told: Told): readonly string[] {
  const { t } = told;
  const first = t(texts[piece.part], { what: nameOf(piece) });
  switch (piece.part) {
    case 'agenda': return [first, t(piece.item.isDone ? texts.isDone : texts.isNotDone)];
    case 'guests': return [first, t(piece.item.isPresent ? texts.isThere : texts.isNotThere)];
    case 'opinions': return [first, ...namedLine(piece.item.personId, told)];
    case 'votes': return [first, t(texts.counts, { inFavour: piece.item.inFavour, against: piece.item.against, abstained: piece.item.abstained })];
    case 'conclusions': return [first, ...namedLine(piece.item.ownerId, told), ...(piece.item.dueOn ? [t(texts.due, { day: told.day(piece.item.dueOn) })] : [])];
  }
}

function namedLine(personId: string | null | undefined, { t, names }: Told): readonly string[] {
  return personId ? [t(texts.owner, { name: names.get(personId) ?? t(texts.somebody) })] : [];
}

export function nameOf({ part, item }: SentPiece): string {
  switch (part) {
    case 'agenda': return item.title;
    case 'guests': return item.name;
    case 'opinions': case 'conclusions': return item.text;
    case 'votes': return item.question;
  }
}

/** By procedure: what the meeting has one of. */
const valueInWords: Readonly<Record<string, (noted: never, theirs: never, told: Told) => Lines>> = {
  'meetings.score': ({ points }: Input<'score'>, theirs: Points | null, told) => ({ mine: pointsInWords(points, theirs, told), theirs: pointsInWords(theirs, points, told) }),
  'meetings.answer': (noted: Input<'answer'>, theirs: SeenAnswer, told) => ({ mine: [answerInWords(noted.personId, noted, told)], theirs: [answerInWords(noted.personId, theirs, told)] }),
  'meetings.postpone': ({ on, reason }: Input<'postpone'>, theirs: string, { t, day }) => ({ mine: [t(texts.heldOn, { day: day(on) }), reason], theirs: [t(texts.heldOn, { day: day(theirs) })] }),
  'meetings.change': (noted: Input<'change'>, theirs: PlanChange, told) => ({ mine: planInWords(noted, theirs, told), theirs: planInWords(theirs, noted, told) }),
  'meetings.arrange': ({ itemIds, seen }: Input<'arrange'>, theirs: readonly string[], told) => ({ mine: orderInWords(itemIds.filter((id) => seen?.includes(id)), told), theirs: orderInWords(theirs, told) }),
  'meetings.writeMinutes': ({ text }: Input<'writeMinutes'>, theirs: SeenMinutes, { t }) => ({
    mine: linesApart(text, theirs.text), theirs: [...linesApart(theirs.text, text), ...(theirs.isStale ? [t(texts.openedSince)] : [])],
  }),
  'meetings.appoint': ({ role, who }: Input<'appoint'>, theirs: Official | null, told) => ({ mine: [officialInWords(role, who, told)], theirs: [officialInWords(role, theirs, told)] }),
  'meetings.adopt': adoptionInWords,
};

function adoptionInWords(noted: Input<'adopt'>, { text, adoptedOn, isStale }: StandingMinutes, { t, day }: Told): Lines {
  const mine = [t(texts.adoptedOn, { day: day(noted.on) }), ...linesApart(textAdopted(noted), text)];
  const theirs = [t(adoptedOn ? texts.adoptedOn : texts.notAdopted, { day: adoptedOn ? day(adoptedOn) : '' }), ...linesApart(text, textAdopted(noted)), ...(isStale ? [t(texts.openedSince)] : [])];
  return { mine, theirs, note: t(adoptedOn ? texts.adoptedStands : texts.keptIsAdopted) };
}

function officialInWords(role: OfficialRole, who: Official | null, { t }: Told): string {
  return `${t(officialNames[role])}: ${who?.name ?? t(texts.nothingThere)}`;
}

type Points = Readonly<Record<string, number>>;

function pointsInWords(points: Points | null, others: Points | null, { t, number, names }: Told): readonly string[] {
  if (!points) return [];
  const codes = [...new Set([...Object.keys(points), ...Object.keys(others ?? {})])].filter((code) => points[code] !== others?.[code]);
  const total = Object.values(points).reduce((sum, one) => sum + one, 0);
  return [...codes.map((code) => t(texts.pointsIs, { name: names.get(code) ?? code, points: number(points[code] ?? 0) })), t(texts.totalIs, { total: number(total) })];
}

function answerInWords(personId: string, { answer, reason, decision }: SeenAnswer, { t, names }: Told): string {
  const words = answer === null ? [pageTexts.noAnswer] : answer === 'coming' ? [pageTexts.coming] : [pageTexts.leave, ...(reason ? [reasonNames[reason]] : []), ...(decision ? [pageTexts[decision]] : [])];
  return t(texts.markIs, { name: names.get(personId) ?? t(texts.somebody), mark: words.map((text) => t(text)).join(' · ') });
}

function planInWords(plan: PlanChange, other: PlanChange, told: Told): readonly string[] {
  const { t } = told;
  const none = t(texts.nothingThere);
  const words: Readonly<Record<(typeof planFieldNames)[number], string>> = {
    kind: `${t(meetingsWeb.kind)}: ${kindInWords(plan, told)}`, isExtended: `${t(meetingsWeb.kind)}: ${kindInWords(plan, told)}`, starts: `${t(meetingsWeb.starts)}: ${plan.starts ?? none}`, place: `${t(meetingsWeb.place)}: ${plan.place ?? none}`,
    mode: `${t(meetingsWeb.mode)}: ${t(modeNames[plan.mode])}`, topic: `${t(meetingsWeb.topic)}: ${plan.topic ?? none}`, seriesId: t(plan.seriesId === null ? texts.firstSitting : texts.furtherSitting),
  };
  return [...new Set(planFieldNames.filter((name) => plan[name] !== other[name]).map((name) => words[name]))];
}

function orderInWords(ids: readonly string[], { names, t }: Told): readonly string[] {
  return ids.map((id, at) => `${at + 1}. ${names.get(id) ?? t(texts.nothingThere)}`);
}

/** A long text is not shown twice: the lines that only the one has. */
function linesApart(text: string | null, other: string | null): readonly string[] {
  const others = new Set((other ?? '').split('\n').map((line) => line.trim()));
  return [...new Set((text ?? '').split('\n').map((line) => line.trim()))].filter((line) => line !== '' && !others.has(line));
}
