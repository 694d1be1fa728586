/** Records a new person: who it is, and what brings the person into the list. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { useGo } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { membershipWeb } from '../../membership/web/membership.web.messages.ts';
import { personContract } from '../person.contract.ts';
import { EntryFields } from './EntryFields.tsx';
import { entryToSend, missingInEntry, unaskedOf, type TypedEntry } from './person.entry.ts';
import { changedContact, contactFaultsOf, emptyContact, factsToSend, faultsOf, noFacts, type TypedContact, type TypedFacts } from './person.typed.ts';
import { ContactFields, FactsFields } from './PersonFields.tsx';
import { peopleWeb as texts } from './people.web.messages.ts';
import { Twins } from './Twins.tsx';

const fieldOfCode = {
  'people.citizenNoTaken': 'contact.citizenNo', 'people.membershipNoTaken': 'contact.membershipNo', 'people.postElsewhere': 'entry.postId', 'posts.noSeat': 'entry.postId', 'posts.outsidePost': 'entry.from',
  'membership.notACell': 'unitId', 'membership.tooYoung': 'birth', 'membership.inFuture': 'entry.from', 'posts.inFuture': 'entry.from', 'membership.placedBeforeAdmission': 'entry.from', 'membership.recognisedTooEarly': 'entry.recognisedOn',
};

export function RecordPersonSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const { day } = useAsOf();
  const mayContact = useMayVisit('person.contact');
  const [facts, setFacts] = useState<TypedFacts>(noFacts);
  const [contact, setContact] = useState<TypedContact>(emptyContact);
  const [entry, setEntry] = useState<TypedEntry>({ as: 'admitted', unit: undefined, postId: undefined, from: day, admittedOn: undefined, recognisedOn: undefined, inReason: 'initial', how: null, decision: '' });
  const [isChecked, setChecked] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const recording = useRecording<{ readonly id: string }>();
  const offer = useUndo();
  const go = useGo();
  const ownFaults = faultsOf(facts);
  const contactFaults = contactFaultsOf(contact);
  const missing = missingInEntry(entry);
  const unasked = unaskedOf(entry, facts);
  const refused = useFieldFault(recording.error, fieldOfCode);

  const wordOf = { sex: t(texts.sex), decision: t(membershipWeb.decisionField) };

  const submit = async (isAnother = false) => {
    setChecked(true);
    const coming = entryToSend(entry);
    const { unit } = entry;
    if (Object.keys({ ...ownFaults, ...contactFaults }).length > 0 || missing.length > 0 || !coming || !unit) return;
    if (unasked.length > 0 && !isAsked) return setAsked(true);
    const numbers = changedContact(contact, emptyContact);
    const input = { unitId: unit.id, ...factsToSend(facts), ...(Object.keys(numbers).length > 0 ? { contact: numbers } : {}), entry: coming, isAnother };
    const done = await recording.mutateAsync(() => call(personContract.record, input)).catch(() => undefined);
    if (!done) return;
    onClose();
    offer({ text: t(texts.addDone, { name: facts.fullName.trim() }) });
    go(`/con-nguoi/${done.id}`);
  };

  return (
    <ActSheet title={t(texts.add)} verb={t(texts.addVerb)} onSubmit={() => void submit()} onClose={onClose} busy={recording.isPending} problem={recording.error} remedy={<Twins problem={recording.error} busy={recording.isPending} onRecord={() => void submit(true)} />}>
      <FactsFields
        typed={facts} onType={(changes) => setFacts((before) => ({ ...before, ...changes }))}
        faultOf={(field) => ownFault(field) ?? refused(field, `${field}.on`)}
      />
      <EntryFields
        typed={entry} onType={(changes) => setEntry((before) => ({ ...before, ...changes }))}
        faultOf={(field) => (isChecked && missing.includes(field) ? t(field === 'unit' || field === 'postId' ? texts.unitMissing : texts.dayMissing) : refused(`entry.${field}`, ...(field === 'unit' ? ['unitId'] : field === 'from' ? ['entry.on'] : [])))}
      />
      {mayContact && <ContactFields typed={contact} onType={(changes) => setContact((before) => ({ ...before, ...changes }))} faultOf={(field) => contactFault(field) ?? refused(`contact.${field}`)} />}
      {isAsked && unasked.length > 0 && <Notice tone="warn" title={t(texts.admissionAsk, { missing: unasked.map((field) => wordOf[field]).join(', ') })}>{t(texts.admissionAskWhy)}</Notice>}
    </ActSheet>
  );

  function contactFault(field: keyof TypedContact): string | undefined {
    const fault = isChecked && (field === 'citizenNo' ? contactFaults.citizenNo : field === 'email' ? contactFaults.email : undefined);
    return fault ? t(texts[fault]) : undefined;
  }

  function ownFault(field: keyof TypedFacts): string | undefined {
    if (field === 'birth' && ownFaults.birth) return t(texts[ownFaults.birth]);
    return field === 'fullName' && isChecked && ownFaults.fullName ? t(texts[ownFaults.fullName]) : undefined;
  }
}
