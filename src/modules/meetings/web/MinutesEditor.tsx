/** Where the minutes are written: one large field, begun with the draft. */
import { Textarea } from '@mantine/core';
import { addDays, day as asDay } from '../../../platform/day.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons, Patiently } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Cited } from './Cited.tsx';
import type { LiveMeeting } from './live.meeting.ts';
import { heldTexts as texts } from './meeting.held.messages.ts';
import { OtherStands } from './OtherStands.tsx';
import { ruleOf } from './meeting.words.ts';
import type { MinutesWriting } from './minutes.writing.ts';
import classes from './meetings.module.css';

const MOST_LETTERS = 50_000;

export function MinutesEditor({ live, writing }: { readonly live: LiveMeeting; readonly writing: MinutesWriting }) {
  const { meeting } = live;
  const { t, day } = useText();
  const { text, problem, other } = writing;
  const within = ruleOf(meeting, 'meeting.minutesDays');
  return (
    <Section title={t(texts.minutes)} description={t(texts.minutesAbout)} acts={meeting.text !== null && <Act kind="quiet" onPress={writing.draftAgain}>{t(texts.draftAgain)}</Act>}>
      {within && <p className={classes.within}>{t(texts.adoptWithin, { day: day(addDays(asDay(meeting.on), within.value)) })} <Cited citation={within} /></p>}
      {text === undefined && problem !== null && <ProblemNotice problem={problem} />}
      {text === undefined && problem === null && <Patiently><LineSkeletons count={8} /></Patiently>}
      {other && (
        <OtherStands title={t(texts.otherMinutes)} onKeepMine={other.keepMine} onTakeTheirs={other.takeTheirs}>
          <details><summary>{t(texts.otherMinutesText)}</summary><p className={classes.minutesText}>{other.text}</p></details>
        </OtherStands>
      )}
      {text !== undefined && <Textarea label={t(texts.minutesText)} value={text} onChange={(event) => writing.type(event.currentTarget.value)} maxLength={MOST_LETTERS} autosize minRows={14} classNames={{ input: classes.minutesInput ?? '' }} />}
      {text !== undefined && <div className={classes.addRow}><Act busy={writing.isSaving} disabled={writing.standing === 'isSaved'} onPress={() => void writing.save()}>{t(texts.save)}</Act></div>}
    </Section>
  );
}
