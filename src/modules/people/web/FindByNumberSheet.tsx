/**
 * Finds a person by the exact citizen or membership number, as it stands on an introduction letter. Somebody who is on
 * the road from another cell can be received from here, though the record itself is not yet in one's reach.
 */
import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { MembershipActSheet } from '../../membership/web/MembershipActSheet.tsx';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { personContract } from '../person.contract.ts';
import { birthText } from './birth.ts';
import { peopleWeb as texts } from './people.web.messages.ts';
import classes from './people.module.css';

type Found = z.output<typeof personContract.findByNumber.output>;

export function FindByNumberSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const [kind, setKind] = useState<'citizen_no' | 'membership_no'>('membership_no');
  const [number, setNumber] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [receiving, setReceiving] = useState<Found['person']>(null);
  const asking = useRecording<Found>();
  const refused = useFieldFault(asking.error);
  const submit = () => {
    setChecked(true);
    if (number.trim() !== '') asking.mutate(() => call(personContract.findByNumber, { kind, number: number.trim() }));
  };
  if (receiving) return <MembershipActSheet actId="arrive" person={receiving} onClose={onClose} />;
  const isMissing = isChecked && number.trim() === '';
  const fault = isMissing ? t(texts.numberMissing) : refused('number');
  return (
    <ActSheet title={t(texts.byNumber)} verb={t(texts.find)} intro={t(texts.byNumberHint)} onSubmit={submit} onClose={onClose} busy={asking.isPending} problem={asking.error}>
      <Radio.Group value={kind} onChange={(value) => { setKind(value === 'citizen_no' ? 'citizen_no' : 'membership_no'); asking.reset(); }} aria-label={t(texts.byNumber)}>
        <Radio className={classes.radio ?? ''} size="md" value="membership_no" label={t(texts.membershipNo)} />
        <Radio className={classes.radio ?? ''} size="md" value="citizen_no" label={t(texts.citizenNo)} />
      </Radio.Group>
      <TextInput label={t(kind === 'citizen_no' ? texts.citizenNo : texts.membershipNo)} required value={number} onChange={(event) => { setNumber(event.currentTarget.value); asking.reset(); }} autoComplete="off" maxLength={40} error={fault} data-autofocus />
      {asking.data && <Answer answer={asking.data} onReceive={setReceiving} />}
    </ActSheet>
  );
}

function Answer({ answer, onReceive }: { readonly answer: Found; readonly onReceive: (person: Found['person']) => void }) {
  const { t } = useText();
  const mayReceive = useMayVisit('member.record');
  const { person, notArrived } = answer;
  if (!person) return <Notice title={t(texts.numberUnknown)}>{t(texts.numberUnknownWhy)}</Notice>;
  const words = [person.birth && t(texts.born, { birth: birthText(person.birth) }), person.unit?.name].filter(Boolean).join(' · ');
  if (!notArrived) return <Notice tone="success" title={person.fullName}>{words && <p>{words}</p>}<PageLink href={`/con-nguoi/${person.id}`}>{t(texts.openRecord)}</PageLink></Notice>;
  return (
    <Notice title={person.fullName} acts={mayReceive && <Act onPress={() => onReceive(person)}>{t(texts.receive)}</Act>}>
      {words && <p>{words}</p>}
      <p>{t(texts.onTheRoad)}</p>
    </Notice>
  );
}
