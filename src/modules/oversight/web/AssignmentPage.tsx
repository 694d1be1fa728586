/** One assignment: who follows which unit by which decision, what he owes, what he hands over, how it ended. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { unitHref } from '../../units/web/unit.words.ts';
import { postInWords } from '../oversight.layout.ts';
import { oversightContract } from '../oversight.contract.ts';
import { endReasonNames, tierNames } from '../oversight.kinds.ts';
import { EndSheet } from './EndSheet.tsx';
import { ReopenAct } from './ReopenAct.tsx';
import { useOversightRecording } from './oversight.recording.ts';
import { oversightTitles } from './oversight.titles.messages.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import { annexHref, assignmentHref, dutiesInWords, OVERSIGHT, periodInWords, type WholeAssignment } from './oversight.words.ts';
import classes from './oversight.module.css';

type Opened = 'end' | 'change' | 'prepare';

export function AssignmentPage() {
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(oversightContract.assignment, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return data ? <Assignment key={id} assignment={data} /> : <PageSkeleton />;
}

function Assignment({ assignment }: { readonly assignment: WholeAssignment }) {
  const { t, day } = useText();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const { id, unit, person, regulation, tier, post, decision, period, endReason, endDecision, leftPostOn, duties, talkingPoints, may } = assignment;
  return (
    <>
      <PagePath steps={[{ label: t(oversightTitles.oversight), href: OVERSIGHT }, { label: t(oversightTitles.assignment) }]} />
      <PageHead kicker={regulation.title} title={`${person.name} · ${unit.name}`} acts={<Acts assignment={assignment} onOpen={setOpened} />} />
      {leftPostOn && <Notice tone="warn">{t(texts.leftPostWhat, { day: day(leftPostOn) })}</Notice>}
      <Facts facts={[
        { label: t(texts.unit), value: <PageLink href={unitHref(unit.id)} className={classes.open}>{unit.name}</PageLink> },
        { label: t(texts.cadre), value: person.name },
        { label: t(texts.post), value: post ? postInWords(post) : t(tierNames[tier]) },
        { label: t(texts.period), value: periodInWords(period, { t, day }) },
        { label: t(texts.decision), value: <PageLink href={annexHref(regulation.id, decision)} className={classes.open}>{decision}</PageLink> },
        { label: t(texts.state), value: endReason ? `${t(texts.over2, { reason: t(endReasonNames[endReason]) })}${endDecision ? ` (${endDecision})` : ''}` : leftPostOn ? t(texts.leftPostSince, { day: day(leftPostOn) }) : t(texts.running) },
        { label: t(texts.dutiesOf), value: dutiesInWords(duties, { t }) },
      ]} />
      {talkingPoints !== null && <Section title={t(texts.talkingPoints)} acts={may.includes('prepare') && <Act onPress={() => setOpened('prepare')}>{t(texts.prepare)}</Act>}>
        <p className={talkingPoints ? classes.words : classes.soft}>{talkingPoints || t(texts.noTalkingPoints)}</p>
      </Section>}
      {(opened === 'end' || opened === 'change') && <EndSheet assignment={assignment} withSuccessor={opened === 'change'} onClose={close} />}
      {opened === 'prepare' && <PrepareSheet assignment={assignment} onClose={close} />}
      <p data-screen-only><Act href={`${assignmentHref(id)}/ban-giao`}>{t(texts.openHandOver)}</Act></p>
    </>
  );
}

function Acts({ assignment, onOpen }: { readonly assignment: WholeAssignment; readonly onOpen: (opened: Opened) => void }) {
  const { t } = useText();
  const go = useGo();
  const { record } = useOversightRecording();
  const { id, version, may, person, unit } = assignment;
  const remove = () => record(() => call(oversightContract.remove, { id, version }), { told: t(texts.removed) }).then(() => go(OVERSIGHT));
  return (
    <>
      {may.includes('end') && <><Act kind="main" onPress={() => onOpen('change')}>{t(texts.change)}</Act><Act onPress={() => onOpen('end')}>{t(texts.end)}</Act></>}
      <ReopenAct assignment={assignment} />
      {may.includes('remove') && <ConfirmAct label={t(texts.remove)} title={t(texts.remove)} consequence={t(texts.removeConsequence, { cadre: person.name, unit: unit.name })} confirm={t(texts.remove)} onConfirm={remove} />}
    </>
  );
}

function PrepareSheet({ assignment: { id, version, talkingPoints: opened }, onClose }: { readonly assignment: WholeAssignment; readonly onClose: () => void }) {
  const { t } = useText();
  const before = opened ?? '';
  const [words, setWords] = useState(before);
  const { busy, problem, record } = useOversightRecording<{ readonly version: number }>({ onDone: onClose });
  const submit = () => record(() => call(oversightContract.prepare, { id, version, talkingPoints: words.trim() }), {
    told: t(texts.prepared), undo: (done) => call(oversightContract.prepare, { id, version: done.version, talkingPoints: before }),
  });
  return (
    <ActSheet title={t(texts.prepare)} verb={t(texts.save)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.talkingPoints)} description={t(texts.talkingPointsHint)} value={words} onChange={(event) => setWords(event.currentTarget.value)} autosize minRows={6} maxLength={8000} />
    </ActSheet>
  );
}
