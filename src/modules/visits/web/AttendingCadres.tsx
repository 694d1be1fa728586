/** On the page of a meeting: who of the cadres that follow the place says to have attended, and whether the record names them. While the meeting is open one press notes the cadre as a guest. */
import { call, useProcedure } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { newId, homeOf } from '../../../platform/ids.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import type { WholeMeeting } from '../../meetings/meeting.record.ts';
import { visitContract } from '../visit.contract.ts';
import { agreementWords } from './agreement.messages.ts';
import { pageTexts as texts } from './visit.page.messages.ts';
import { useVisitRecording } from './visit.recording.ts';
import { agreementMarks, visitHref } from './visit.words.ts';
import classes from './visits.module.css';

interface AttendingCadresProps {
  readonly meeting: WholeMeeting;
  readonly mayRecord: boolean;
}

export function AttendingCadres(props: AttendingCadresProps) {
  return useMayVisit('visit.read') ? <Listed {...props} /> : null;
}

/** Without signal nothing is told here: what others went to see is not carried. */
function Listed({ meeting, mayRecord }: AttendingCadresProps) {
  const { t } = useText();
  const { data } = useProcedure(visitContract.ofMeeting, { meetingId: meeting.id });
  const { busy, problem, record } = useVisitRecording();
  if (!data || (data.items.length === 0 && data.unmatched.length === 0)) return null;
  const isOpen = meeting.state === 'open' && mayRecord;
  const isNamed = (name: string) => meeting.guests.some((guest) => guest.name.toLocaleLowerCase('vi').includes(name.toLocaleLowerCase('vi')));
  const add = (name: string) => record(() => call(meetingContract.put, { id: meeting.id, piece: { part: 'guests', item: { id: newId<'guest'>(homeOf(meeting.id)), name, role: 'assigned', isPresent: true } } }), { told: t(texts.guestAdded, { name }) });
  return (
    <Section title={t(texts.attendingCadres)}>
      <ul className={classes.list}>
        {data.items.map(({ id, person, agreement }) => (
          <li key={id}>
            <PageLink href={visitHref(id)}>{person.name}</PageLink> <StatusMark status={agreementMarks[agreement]} label={t(agreementWords[agreement])} />
            {isOpen && !isNamed(person.name) && <div><Act busy={busy} onPress={() => void add(person.name)}>{t(texts.addGuest, { name: person.name })}</Act></div>}
          </li>
        ))}
        {data.unmatched.map(({ id, name }) => <li key={id}>{t(texts.unmatched, { name })}</li>)}
      </ul>
      {problem && <ProblemNotice problem={problem} />}
    </Section>
  );
}
