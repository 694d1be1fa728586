/** What is recorded of a meeting, beside the points of one criterion; a word of warning where full points stand on too little. */
import { useText, type Writing } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { factOf, type ScoreFact } from '../score.facts.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import type { WholeMeeting } from './meeting.words.ts';
import classes from './meetings.module.css';

interface ScoreBesideProps {
  readonly meeting: WholeMeeting;
  readonly criterion: { readonly code: string; readonly most: number };
  readonly points: number | undefined;
}

export function ScoreBeside({ meeting, criterion: { code, most }, points }: ScoreBesideProps) {
  const writing = useText();
  const fact = factOf(code, meeting);
  if (!fact) return null;
  const isDoubtful = fact.isShort && points !== undefined && points >= most;
  return (
    <span className={classes.small}>
      {wordsOf(fact, writing)}
      {isDoubtful && <StatusMark status="due-soon" label={writing.t(texts.scoreDoubtful)} />}
    </span>
  );
}

function wordsOf(fact: ScoreFact, { t, number, share, percent }: Writing): string {
  switch (fact.is) {
    case 'papers': return t(texts.factPapers, { count: number(fact.count) });
    case 'attendance': {
      const given = { there: number(fact.there), expected: number(fact.expected), share: share({ count: fact.there, base: fact.expected }).percent };
      return fact.above === null ? t(texts.factAttendance, given) : t(texts.factAttendanceAbove, { ...given, above: percent(Math.round(fact.above * 1000) / 10) });
    }
    case 'length': return fact.least === null ? t(texts.factLength, { minutes: number(fact.minutes) }) : t(texts.factLengthLeast, { minutes: number(fact.minutes), least: number(fact.least) });
    case 'lengthUnknown': return t(texts.factLengthUnknown);
    case 'opinions': return t(texts.factOpinions, { count: number(fact.count), speakers: number(fact.speakers) });
    case 'conclusions': return t(texts.factConclusions, { count: number(fact.count), due: number(fact.due) });
    case 'minutes': return t(fact.isWritten ? texts.factMinutes : texts.factNoMinutes);
  }
}
