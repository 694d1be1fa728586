/**
 * Draws the meetings of one cell month by month, by its habit: a day and an hour of its own, some always on time, some seldom,
 * a few that record nothing. Who is expected follows from who was placed there on the day, as when a meeting is opened.
 */
import { countRoll, type RollCount } from '../modules/meetings/meeting.roll.ts';
import { levelOf, type ScoreBounds } from '../modules/meetings/meeting.parts.ts';
import type { Attendance } from '../modules/meetings/meeting.ts';
import type { Basis, LeaveReason, ScoreLevel } from '../modules/meetings/meeting.kinds.ts';
import type { Id } from '../platform/ids.ts';
import { dayNumber, dayText, later, type DayNumber } from './day.numbers.ts';
import { chooser, type Random } from './random.ts';

/** Beginnings and ends, in turn; an end is the first day without. */
export type Spans = readonly number[];

export interface Placed {
  readonly personId: Id<'person'>;
  readonly from: DayNumber;
  readonly end: DayNumber;
  readonly isGuest: boolean;
  readonly recognised: DayNumber | null;
  readonly exempt: Spans;
  /** With leave. */
  readonly away: Spans;
  /** Guest of another cell. */
  readonly elsewhere: Spans;
}

/** What a meeting is scored by. */
export interface Frame {
  readonly criteria: readonly { readonly code: string; readonly most: number }[];
  readonly bounds: ScoreBounds;
}

export interface DrawnMeeting {
  readonly kind: 'regular' | 'thematic';
  readonly isExtended: boolean;
  readonly on: DayNumber;
  readonly starts: string;
  readonly ends: string | null;
  readonly minutes: number | null;
  readonly topic: string | null;
  readonly adoptedOn: DayNumber | null;
  readonly enteredOn: DayNumber;
  readonly roll: readonly Attendance[];
  readonly counts: RollCount;
  /** Non-member heads who came. */
  readonly heads: number;
  readonly score: { readonly total: number; readonly level: ScoreLevel; readonly points: Readonly<Record<string, number>> } | null;
}

/** Months from a day on, by their first days. */
export interface Months {
  readonly firsts: readonly DayNumber[];
  readonly until: DayNumber;
}

/** The last so many, the month of the day among them. */
export function monthsUpTo(until: DayNumber, count: number): Months {
  const [year, month] = dayText(until).split('-').map(Number) as [number, number, number];
  const firsts = Array.from({ length: count }, (_, back) => dayNumber(new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10)));
  return { firsts: firsts.toReversed(), until };
}

export function drawMeetings(random: Random, { placed, months, frame }: { placed: readonly Placed[]; months: Months; frame: Frame }): DrawnMeeting[] {
  const habit = drawHabit(random);
  const drawn: DrawnMeeting[] = [];
  for (const first of months.firsts) {
    const regular = drawDay(random, { habit, first });
    const thematic = isThematic(first) ? later(regular, random.chance(0.6) ? 0 : random.int(3, 9)) : undefined;
    const held = [...(random.chance(habit.regular) ? [{ kind: 'regular' as const, on: regular }] : []), ...(thematic !== undefined && random.chance(habit.thematic) ? [{ kind: 'thematic' as const, on: thematic }] : [])];
    for (const { kind, on } of held) {
      const roll = on > months.until ? [] : drawRoll(random, { placed, on, habit });
      if (roll.some(({ basis }) => basis === 'expected')) drawn.push(drawMeeting(random, { kind, on, roll, habit, frame, until: months.until }));
    }
  }
  return drawn;
}

interface Habit {
  /** Day of the month. */
  readonly day: number;
  readonly starts: string;
  /** How likely a meeting that is due is held and recorded. */
  readonly regular: number;
  readonly thematic: number;
  readonly comes: number;
  /** Of those missing, with leave. */
  readonly asksLeave: number;
  readonly online: number;
  readonly isLate: number;
  readonly isScored: boolean;
  readonly quality: number;
  readonly adoption: 'soon' | 'late' | 'never';
}

const days = chooser<number>([[3, 42], [2, 9], [4, 9], [5, 12], [1, 5], [6, 4], [10, 5], [15, 4], [20, 3], [25, 3], [27, 4]]);
const hours = chooser<string>([['19:30', 48], ['14:00', 17], ['07:30', 20], ['08:00', 15]]);
const diligences = chooser<readonly [number, number]>([[[0.985, 0.93], 60], [[0.9, 0.72], 25], [[0.5, 0.2], 10], [[0, 0], 5]]);
const lateness = chooser<number>([[0.02, 78], [0.3, 16], [0.92, 6]]);
const adoptions = chooser<Habit['adoption']>([['soon', 68], ['late', 22], ['never', 10]]);
const reasons = chooser<LeaveReason>([['duty', 45], ['personal', 30], ['away', 15], ['study', 6], ['other', 4]]);
const topics = ['Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', 'Xây dựng nông thôn mới', 'Chuyển đổi số ở cơ sở', 'Phát triển đảng viên', 'Chăm lo người cao tuổi, hộ nghèo'];

function drawHabit(random: Random): Habit {
  const [regular, thematic] = diligences(random);
  return {
    day: days(random), starts: hours(random), regular, thematic, comes: 0.8 + 0.19 * Math.sqrt(random.next()), asksLeave: 0.5 + 0.45 * random.next(), online: random.chance(0.14) ? 0.05 : 0,
    isLate: lateness(random), isScored: random.chance(0.6), quality: random.int(60, 96), adoption: adoptions(random),
  };
}

/** Mostly the usual day; at times put off, to the last days of the month if need be. */
function drawDay(random: Random, { habit, first }: { habit: Habit; first: DayNumber }): DayNumber {
  const putOff = random.chance(0.1) ? random.int(1, 20) : 0;
  return later(first, Math.min(27, habit.day - 1 + putOff));
}

/** In the middle month of each quarter. */
function isThematic(first: DayNumber): boolean {
  return Number(dayText(first).slice(5, 7)) % 3 === 2;
}

function drawRoll(random: Random, { placed, on, habit }: { placed: readonly Placed[]; on: DayNumber; habit: Habit }): Attendance[] {
  const roll = new Map<Id<'person'>, Attendance>();
  for (const one of placed) {
    if (on < one.from || on >= one.end || roll.has(one.personId)) continue;
    roll.set(one.personId, { personId: one.personId, basis: basisOf(one, on), standing: one.recognised !== null && one.recognised <= on ? 'full' : 'probationary', mark: null, reason: null });
  }
  return [...roll.values()].map((one) => (one.basis === 'expected' ? marked(random, one, habit) : one));
}

/** As the roll of a meeting that is opened says it, by the country's rules. */
function basisOf(placed: Placed, on: DayNumber): Basis {
  if (!placed.isGuest && holds(placed.elsewhere, on)) return 'elsewhere';
  if (holds(placed.exempt, on)) return 'exempt';
  return !placed.isGuest && holds(placed.away, on) ? 'away' : 'expected';
}

function holds(spans: Spans, on: DayNumber): boolean {
  for (let at = 0; at < spans.length; at += 2) if (on >= spans[at]! && on < spans[at + 1]!) return true;
  return false;
}

function marked(random: Random, one: Attendance, { comes, online, asksLeave }: Habit): Attendance {
  const chance = random.next();
  if (chance < comes) return { ...one, mark: chance < online ? 'online' : 'present' };
  return random.chance(asksLeave) ? { ...one, mark: 'excused', reason: reasons(random) } : { ...one, mark: 'absent' };
}

function drawMeeting(random: Random, { kind, on, roll, habit, frame, until }: { kind: 'regular' | 'thematic'; on: DayNumber; roll: readonly Attendance[]; habit: Habit; frame: Frame; until: DayNumber }): DrawnMeeting {
  const isExtended = random.chance(0.03);
  const minutes = random.chance(0.06) ? null : random.size({ median: kind === 'regular' ? 96 : 118, spread: 0.24, least: 25, most: 230 });
  const adoptedOn = habit.adoption === 'never' ? undefined : later(on, habit.adoption === 'soon' ? random.int(0, 9) : random.int(6, 45));
  const enteredOn = random.chance(habit.isLate) ? later(on, random.int(1, 25)) : on;
  return {
    kind, isExtended, on, roll, counts: countRoll(roll), starts: habit.starts, minutes, ends: minutes === null ? null : clockAfter(habit.starts, minutes), topic: kind === 'thematic' ? random.pick(topics) : null,
    adoptedOn: adoptedOn !== undefined && adoptedOn <= until ? adoptedOn : null, enteredOn: enteredOn <= until ? enteredOn : until, heads: isExtended ? random.int(1, 2) : 0,
    score: habit.isScored ? drawScore(random, { quality: habit.quality, frame }) : null,
  };
}

function clockAfter(starts: string, minutes: number): string {
  const [hours = 0, past = 0] = starts.split(':').map(Number);
  const end = Math.min(23 * 60 + 59, hours * 60 + past + minutes);
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

function drawScore(random: Random, { quality, frame }: { quality: number; frame: Frame }): DrawnMeeting['score'] {
  const points = Object.fromEntries(frame.criteria.map(({ code, most }) => [code, Math.min(most, Math.max(0, Math.round((most * (quality + random.int(-12, 9))) / 100)))]));
  const total = Object.values(points).reduce((sum, given) => sum + given, 0);
  return { points, total, level: levelOf(total, frame.bounds) };
}
