/** What the cap of each group leaves, as it is decided and as it would be; a rate of its own by a decision with its paper. */
import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { ratingContract } from '../rating.contract.ts';
import { isOver } from '../rating.cap.ts';
import { levelNames } from '../rating.kinds.ts';
import { capOfGroup } from './cap.count.ts';
import { useCapWords } from './cap.words.ts';
import { seasonToSend } from './ChangeSeasonSheet.tsx';
import { useRatingRecording } from './rating.recording.ts';
import type { Season } from './rating.words.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';
import classes from './ratings.module.css';

type Group = Season['groups'][number];

export function GroupCaps({ season }: { readonly season: Season }) {
  const { t } = useText();
  const [changing, setChanging] = useState<Group>();
  const mayChange = season.may.includes('rating.decide') && !season.closedOn;
  if (season.groups.length === 0) return null;
  return (
    <Section title={t(texts.groups)}>
      <ul className={classes.groups}>
        {season.groups.map((group) => (
          <li key={group.code} className={classes.group}>
            <GroupWords season={season} group={group} />
            {mayChange && group.cap && <div data-screen-only><Act kind="quiet" onPress={() => setChanging(group)} aria-label={t(texts.setOverrideOf, { group: group.name })}>{t(texts.setOverride)}</Act></div>}
          </li>
        ))}
      </ul>
      {changing && <OverrideSheet season={season} group={changing} onClose={() => setChanging(undefined)} />}
    </Section>
  );
}

function GroupWords({ season, group }: { readonly season: Season; readonly group: Group }) {
  const { t, number, percent } = useText();
  const most = useCapWords(season.about);
  const of = capOfGroup(season, group)?.base;
  const { name, cap, proposed, override, subjects, undecided, excluded, levels } = group;
  const decided = levels.filter((one) => one.decided > 0).map((one) => `${t(levelNames[one.level])}: ${number(one.decided)}`);
  return (
    <div className={classes.groupWords}>
      <h3 className={classes.groupName}>{name}</h3>
      <p>{t(texts.inGroup, { count: number(subjects), undecided: number(undecided) })}{excluded > 0 && `, ${t(texts.excludedToo, { count: number(excluded) })}`}</p>
      {cap && of ? (
        <>
          <CapMark group={group} cap={cap} />
          {cap.base + cap.used > 0 && <p className={classes.soft}>{t(texts.capDecided, { most: most({ ...cap, of }), used: number(cap.used) })}</p>}
          {undecided > 0 && proposed && proposed.base + proposed.used > cap.base + cap.used && <p className={classes.soft}>{t(texts.capProposed, { most: most({ ...proposed, of }), used: number(proposed.used) })}</p>}
          {override && <p className={classes.soft}>{t(texts.override, { rate: percent(override.rate * 100), document: override.document })}</p>}
        </>
      ) : <p className={classes.soft}>{t(texts.noCap)}</p>}
      {decided.length > 0 && <p className={classes.soft}>{decided.join(' · ')}</p>}
    </div>
  );
}

function CapMark({ group: { undecided, proposed }, cap: { left, most } }: { readonly group: Group; readonly cap: NonNullable<Group['cap']> }) {
  const { t, number } = useText();
  if (undecided > 0 && proposed && isOver(proposed)) return <StatusMark status="due-soon" label={t(texts.overProposed, { count: number(-proposed.left) })} />;
  if (most === 0 && left === 0) return <><StatusMark status="silent" label={t(texts.notYet)} /><p className={classes.soft}>{t(texts.notYetWhy)}</p></>;
  if (left > 0) return <StatusMark status="on-time" label={t(texts.left, { left: number(left) })} />;
  return left === 0 ? <StatusMark status="due-soon" label={t(texts.noneLeft)} /> : <StatusMark status="late" label={t(texts.over, { count: number(-left) })} />;
}

function OverrideSheet({ season, group, onClose }: { readonly season: Season; readonly group: Group; readonly onClose: () => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [typed, setTyped] = useState<{ rate: string | number; document: string; on: string | undefined; reason: string }>({
    rate: group.override ? Math.round(group.override.rate * 1000) / 10 : '', document: group.override?.document ?? '', on: group.override?.on, reason: group.override?.reason ?? '',
  });
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useRatingRecording({ onDone: onClose });
  const missing = (given: unknown) => (isChecked && (given === undefined || given === '') ? t(texts.missing) : undefined);
  const send = (override: Group['override']) => {
    const whole = seasonToSend(season);
    return record(() => call(ratingContract.changeSeason, { ...whole, groups: whole.groups.map((one) => (one.code === group.code ? { ...one, override } : one)) }), { told: t(texts.changed) });
  };
  const submit = async () => {
    setChecked(true);
    const [document, reason] = [typed.document.trim(), typed.reason.trim()];
    if (typed.rate === '' || document === '' || !typed.on || reason === '') return;
    await send({ rate: Number(typed.rate) / 100, document, on: typed.on as NonNullable<Group['override']>['on'], reason });
  };
  return (
    <ActSheet title={t(texts.setOverrideOf, { group: group.name })} verb={t(texts.save)} intro={t(texts.overrideIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <NumberInput label={t(texts.rate)} value={typed.rate} onChange={(rate) => setTyped({ ...typed, rate })} min={0} max={100} hideControls inputMode="decimal" withAsterisk error={missing(typed.rate)} />
      <TextInput label={t(texts.document)} description={t(texts.documentHint)} value={typed.document} onChange={(event) => setTyped({ ...typed, document: event.currentTarget.value })} maxLength={300} withAsterisk error={missing(typed.document.trim())} />
      <DayInput label={t(texts.on)} value={typed.on} onChange={(on) => setTyped({ ...typed, on })} most={today} required error={missing(typed.on) ?? fault('on')} />
      <Textarea label={t(texts.reason)} value={typed.reason} onChange={(event) => setTyped({ ...typed, reason: event.currentTarget.value })} maxLength={500} autosize minRows={2} withAsterisk error={missing(typed.reason.trim())} />
      {group.override && <Act kind="quiet" onPress={() => void send(null)}>{t(texts.removeOverride)}</Act>}
    </ActSheet>
  );
}
