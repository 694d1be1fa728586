/** The other sittings on the topic of a meeting; nothing where it is the only one. */
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { meetingAroundContract } from '../meeting.around.contract.ts';
import { studiesTopics } from '../meeting.kinds.ts';
import { attendanceInWords, standingOf, whenInWords, type WholeMeeting } from './meeting.words.ts';
import { sittingTexts as texts } from './sittings.messages.ts';
import classes from './meetings.module.css';

export function Sittings({ meeting: { id, kind } }: { readonly meeting: WholeMeeting }) {
  const writing = useText();
  const { t } = writing;
  const { today } = useAsOf();
  const { data } = useProcedure(meetingAroundContract.sittings, { id }, { enabled: studiesTopics(kind) });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t(texts.others)}>
      <ul className={classes.list}>
        {data.items.map((sitting) => {
          const { status, label } = standingOf(sitting, today);
          return (
            <li key={sitting.id}>
              <div className={classes.row}>
                <span className={classes.rowWords}><PageLink href={`/sinh-hoat/${sitting.id}`}>{whenInWords(sitting, writing)}</PageLink><span className={classes.small}>{[sitting.place, attendanceInWords(sitting, writing)].filter((part) => part && part !== '–').join(' · ')}</span></span>
                <StatusMark status={status} label={t(label)} />
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
