/**
 * Changes what is recorded about a person. Only what was changed here is sent, with the version it was read at:
 * where somebody else was quicker, the newer version can be fetched without losing what was typed.
 */
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { isShownProblem } from '../../../ui/ProblemNotice.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { personContract, type personPage } from '../person.contract.ts';
import { changedContact, changedFacts, contactFaultsOf, contactTyped, emptyContact, factsTyped, faultsOf, type TypedContact, type TypedFacts } from './person.typed.ts';
import { ContactFields, FactsFields } from './PersonFields.tsx';
import { peopleWeb as texts } from './people.web.messages.ts';

interface ChangePersonSheetProps {
  readonly person: z.output<typeof personPage>;
  readonly onClose: () => void;
}

const fieldOfCode = { 'people.citizenNoTaken': 'contact.citizenNo', 'people.membershipNoTaken': 'contact.membershipNo' };

export function ChangePersonSheet({ person, onClose }: ChangePersonSheetProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [began] = useState(() => ({ facts: factsTyped(person), contact: person.contact ? contactTyped(person.contact) : emptyContact }));
  const [version, setVersion] = useState(person.version);
  const [facts, setFacts] = useState(began.facts);
  const [contact, setContact] = useState(began.contact);
  const [isIdle, setIdle] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const recording = useRecording<{ readonly version: number }>();
  const offer = useUndo();
  const ownFaults = faultsOf(facts);
  const contactFaults = contactFaultsOf(contact);
  const refused = useFieldFault(recording.error, fieldOfCode);
  const isStale = isShownProblem(recording.error) && recording.error.code === 'platform.stale';

  const submit = async () => {
    const [changes, numbers] = [changedFacts(facts, began.facts), changedContact(contact, began.contact)];
    setChecked(true);
    if (Object.keys({ ...ownFaults, ...(person.contact ? contactFaults : {}) }).length > 0) return;
    const isNothing = Object.keys(changes).length + Object.keys(numbers).length === 0;
    setIdle(isNothing);
    if (isNothing) return;
    const input = { id: person.id, version, ...(Object.keys(changes).length > 0 ? { facts: changes } : {}), ...(Object.keys(numbers).length > 0 ? { contact: numbers } : {}) };
    const done = await recording.mutateAsync(() => call(personContract.change, input)).catch(() => undefined);
    if (!done) return;
    onClose();
    offer({ text: t(texts.changeDone, { name: facts.fullName.trim() }) });
  };
  const takeNewer = async () => {
    const newer = await call(personContract.person, { id: person.id });
    setVersion(newer.version);
    recording.reset();
    await client.invalidateQueries({ queryKey: [personContract.person.name] });
  };

  return (
    <ActSheet
      title={`${t(texts.change)}: ${person.fullName}`} verb={t(texts.changeVerb)} onSubmit={() => void submit()} onClose={onClose} busy={recording.isPending} problem={recording.error}
      remedy={isStale && <Act onPress={() => void takeNewer()}>{t(texts.newerKept)}</Act>}
    >
      <FactsFields typed={facts} onType={(changes) => setFacts((before) => ({ ...before, ...changes }))} faultOf={(field) => ownFault(field) ?? refused(`facts.${field}`, `facts.${field}.on`)} />
      {person.contact && <ContactFields typed={contact} onType={(changes) => setContact((before) => ({ ...before, ...changes }))} faultOf={(field) => contactFault(field) ?? refused(`contact.${field}`)} />}
      {isIdle && <Notice title={t(texts.nothingChanged)} />}
    </ActSheet>
  );

  function contactFault(field: keyof TypedContact): string | undefined {
    const fault = isChecked && (field === 'citizenNo' ? contactFaults.citizenNo : field === 'email' ? contactFaults.email : undefined);
    return fault ? t(texts[fault]) : undefined;
  }

  function ownFault(field: keyof TypedFacts): string | undefined {
    const fault = field === 'birth' ? ownFaults.birth : field === 'fullName' ? ownFaults.fullName : undefined;
    return fault && t(texts[fault]);
  }
}
