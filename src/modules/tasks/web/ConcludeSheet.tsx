/** The notice of conclusions of a working session: its number, what it is about, and each directive with its day. Leads to the document. */
import { NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { day as asDay } from '../../../platform/day.ts';
import { documentContract } from '../../documents/document.contract.ts';
import { termOf } from '../../documents/document.symbol.ts';
import { documentHref } from '../../documents/web/document.words.ts';
import { issuerOf } from '../../documents/web/issuer.guess.ts';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import type { UnitPage } from '../../units/unit.contract.ts';
import { taskContract } from '../task.contract.ts';
import { briefTexts as texts } from './brief.messages.ts';
import { directivesFrom, emptyDirective, faultsOfDirectives, type Directive, type WholeMeeting } from './directive.draft.ts';
import { useTaskRecording } from './task.recording.ts';
import { tasksWeb } from './tasks.web.messages.ts';
import classes from './GiveSheet.module.css';

type Concluded = z.output<(typeof taskContract)['conclude']['output']>;

const fieldOfCode = { 'documents.numberTaken': 'number', 'documents.inFuture': 'issuedOn', 'documents.notBelow': 'unitId', 'tasks.dueInPast': 'directives', 'tasks.ownerUnknown': 'ownerId' };

interface ConcludeSheetProps {
  readonly unit: UnitPage;
  readonly meeting: WholeMeeting | undefined;
  readonly onClose: () => void;
}

export function ConcludeSheet({ unit, meeting, onClose }: ConcludeSheetProps) {
  const { t, day, number } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const [issuer, setIssuer] = useState<LookupChoice | undefined>(() => superiorOf(unit));
  const [typed, setTyped] = useState<number | string>();
  const [issuedOn, setIssuedOn] = useState<string | undefined>(today);
  const [summary, setSummary] = useState(() => t(texts.summaryOf, { unit: unit.name, day: day(meeting?.on ?? today) }));
  const [directives, setDirectives] = useState<readonly Directive[]>(() => directivesFrom(meeting?.conclusions ?? []));
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useTaskRecording<Concluded>({ fieldOfCode, onDone: ({ id }) => { onClose(); go(documentHref(id)); } });
  const term = issuedOn ? termOf(asDay(issuedOn)) : '';
  const next = useProcedure(documentContract.nextNumber, { unitId: issuer?.id ?? '', type: 'TB', term }, { enabled: issuer !== undefined && term !== '' });
  const chosen = typed ?? next.data?.number ?? '';
  const faults = faultsOfDirectives(directives);

  const submit = async () => {
    setChecked(true);
    const given = directives.filter(({ title }) => title.trim() !== '');
    if (!issuer || typeof chosen !== 'number' || !issuedOn || summary.trim() === '' || faults.length > 0) return;
    const { name, code } = issuerOf(issuer.label);
    await record(() => call(taskContract.conclude, {
      unitId: issuer.id, to: unit.id, number: chosen, issuer: name, issuerCode: code || 'ĐU', term, summary: summary.trim(), issuedOn,
      ...(meeting ? { meetingId: meeting.id } : {}), directives: given.map(({ title, dueOn, owner, conclusionId }) => ({ title: title.trim(), dueOn: dueOn ?? null, ownerId: owner?.id ?? null, ...(conclusionId ? { conclusionId } : {}) })),
    }), { told: ({ given: count }) => t(texts.concluded, { count: number(count) }) });
  };

  const change = (at: number, changes: Partial<Directive>) => setDirectives((before) => before.map((one, index) => (index === at ? { ...one, ...changes } : one)));
  return (
    <ActSheet title={t(texts.conclude)} verb={t(texts.issue)} intro={t(texts.concludeIntro, { unit: unit.name })} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Lookup label={t(texts.issuer)} value={issuer} onChange={setIssuer} search={(q) => searchUnits(q, { asOf: today })} required error={isChecked && !issuer ? t(tasksWeb.missing) : fault('unitId')} />
      <NumberInput label={t(texts.number)} value={chosen} onChange={setTyped} min={1} allowDecimal={false} size="md" required error={isChecked && typeof chosen !== 'number' ? t(tasksWeb.missing) : fault('number')} />
      <DayInput label={t(texts.issuedOn)} value={issuedOn} onChange={setIssuedOn} most={today} required error={isChecked && !issuedOn ? t(tasksWeb.missing) : fault('issuedOn')} />
      <Textarea label={t(texts.summary)} value={summary} onChange={(event) => setSummary(event.currentTarget.value)} maxLength={1000} autosize minRows={2} required error={isChecked && summary.trim() === '' ? t(tasksWeb.missing) : fault('summary')} />
      {directives.map((one, at) => (
        <div key={one.key} className={classes.chosenField}>
          <Textarea label={t(texts.directive, { number: at + 1 })} value={one.title} onChange={(event) => change(at, { title: event.currentTarget.value })} maxLength={1000} autosize minRows={2} error={isChecked && at === 0 && faults.length > 0 ? t(tasksWeb.missing) : undefined} />
          <DayInput label={t(tasksWeb.due)} value={one.dueOn} onChange={(dueOn) => change(at, { dueOn })} error={fault('directives')} />
          <Lookup label={t(tasksWeb.owner)} value={one.owner} onChange={(owner) => change(at, { owner })} search={searchPeople} error={fault('ownerId')} />
        </div>
      ))}
      <div><Act kind="quiet" onPress={() => setDirectives((before) => [...before, emptyDirective()])}>{t(texts.addDirective)}</Act></div>
    </ActSheet>
  );
}

/** The Party organisation above, where one may give tasks: the usual superior of the session. */
function superiorOf({ parents }: UnitPage): LookupChoice | undefined {
  const above = parents.findLast(({ hierarchy, parent }) => hierarchy === 'party' && parent.readable)?.parent;
  return above && { id: above.id, label: above.name };
}
