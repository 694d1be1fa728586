/** Where the minutes are written: one large field, begun with the draft; on paper and for Word as a draft too. */
import { Textarea } from '@mantine/core';
import { IconFileTypeDocx, IconPrinter } from '@tabler/icons-react';
import { addDays, day as asDay } from '../../../platform/day.ts';
import { requestOf } from '../../../shell/request.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons, Patiently } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { titleOf } from '../meeting.layout.ts';
import { Cited } from './Cited.tsx';
import type { LiveMeeting } from './live.meeting.ts';
import { heldTexts as texts } from './meeting.held.messages.ts';
import { MinutesPrint } from './MinutesPrint.tsx';
import { OtherStands } from './OtherStands.tsx';
import { ruleOf } from './meeting.words.ts';
import type { MinutesWriting } from './minutes.writing.ts';
import classes from './meetings.module.css';

const MOST_LETTERS = 50_000;

export function MinutesEditor({ live, writing }: { readonly live: LiveMeeting; readonly writing: MinutesWriting }) {
  const { meeting } = live;
  const { t, day } = useText();
  const { text, problem, other } = writing;
  // The file is made of what is saved.
  const download = async () => {
    if (writing.standing === 'isSaved' || (await writing.save())) location.assign(requestOf(meetingContract.minutesFile, { id: meeting.id }).url);
  };
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
      {text !== undefined && (
        <div className={classes.addRow} data-screen-only>
          <Act busy={writing.isSaving} disabled={writing.standing === 'isSaved'} onPress={() => void writing.save()}>{t(texts.save)}</Act>
          <Act kind="quiet" icon={<IconFileTypeDocx size={20} aria-hidden />} onPress={() => void download()}>{t(texts.wordDraft)}</Act>
          <Act kind="quiet" icon={<IconPrinter size={18} aria-hidden />} onPress={() => window.print()}>{t(texts.printDraft)}</Act>
        </div>
      )}
      {text !== undefined && <MinutesPrint isDraft isPrintOnly unit={meeting.unit.name} parent={meeting.parent} on={meeting.on} title={titleOf(meeting, meeting.unit.name)} text={text} additions={[]} writer={meeting.writer?.name ?? null} chair={meeting.chair?.name ?? null} />}
    </Section>
  );
}
