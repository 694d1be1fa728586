/** Petitions in a meeting: what was asked for in it, recorded from its page; and answers that the place tells in it and has still to confirm. */
import { useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { petitionContract } from '../petition.contract.ts';
import type { PetitionItem } from '../petition.record.ts';
import { petitionHref, standingOf } from './petition.words.ts';
import { toConfirmAt } from './petitions.filters.ts';
import { petitionsTitles } from './petitions.titles.messages.ts';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import { RecordSheet } from './RecordSheet.tsx';
import classes from './petitions.module.css';

interface MeetingPetitionsProps {
  readonly meeting: { readonly id: string; readonly on: string; readonly unit: { readonly id: string; readonly name: string } };
  readonly mayRecord: boolean;
}

export function MeetingPetitions({ meeting: { id, on, unit }, mayRecord }: MeetingPetitionsProps) {
  const { t } = useText();
  const mayAsk = useMayVisit('petition.record') && mayRecord;
  const { data } = useProcedure(petitionContract.list, { sourceId: id, limit: 50 }, { enabled: useMayVisit('petition.read') });
  const [isRecording, setRecording] = useState(false);
  const items = data?.items ?? [];
  if (items.length === 0 && !mayAsk) return null;
  return (
    <Section title={t(petitionsTitles.petitions)} acts={mayAsk && <Act kind="quiet" onPress={() => setRecording(true)}>{t(texts.record)}</Act>}>
      {items.length === 0 ? <p className={classes.soft}>{t(texts.noneInMeeting)}</p> : <Listed items={items} />}
      {isRecording && <RecordSheet onClose={() => setRecording(false)} raisedIn={{ unit, source: 'meeting', sourceId: id, raisedOn: on }} />}
    </Section>
  );
}

export function AnswersToConfirm({ unitId }: { readonly unitId: string }) {
  const { t } = useText();
  const { data } = useProcedure(petitionContract.list, toConfirmAt(unitId), { enabled: useMayVisit('petition.confirm') });
  const items = data?.items ?? [];
  return items.length === 0 ? null : <Section title={t(texts.toConfirm)}><Listed items={items} /></Section>;
}

function Listed({ items }: { readonly items: readonly PetitionItem[] }) {
  const { t } = useText();
  return (
    <ul className={classes.list}>
      {items.map((one) => <li key={one.id}><PageLink href={petitionHref(one.id)} className={classes.open}>{one.text}</PageLink><div className={classes.foot}><span>{t(one.topicName)}</span><span>{t(standingOf(one))}</span></div></li>)}
    </ul>
  );
}
