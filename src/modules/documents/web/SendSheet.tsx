/** Sends a document to units below whose register it stands in: to all of a kind, or to chosen ones. */
import { Radio, Stack, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { unitContract, type UnitPage } from '../../units/unit.contract.ts';
import { documentContract } from '../document.contract.ts';
import { pageTexts as texts } from './document.page.messages.ts';
import { useDocumentRecording } from './document.recording.ts';
import type { WholeDocument } from './document.words.ts';
import { partyKinds } from './RegisterField.tsx';
import { circlesOf, type Circle } from './send.circles.ts';
import classes from './documents.module.css';

type Sent = z.output<(typeof documentContract)['send']['output']>;

const circleNames = { committees: texts.toCommittees, cells: texts.toCells, all: texts.toAll, chosen: texts.toChosen } as const;

export function SendSheet({ document: { id, symbol }, unit, onClose }: { readonly document: WholeDocument; readonly unit: UnitPage; readonly onClose: () => void }) {
  const { t, number } = useText();
  const circles = circlesOf(unit.kind);
  const [circle, setCircle] = useState<Circle>(circles[0]);
  const [units, setUnits] = useState<readonly LookupChoice[]>([]);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useDocumentRecording<Sent>({ onDone: onClose });
  const isMissing = circle === 'chosen' && units.length === 0;

  const submit = async () => {
    setChecked(true);
    if (isMissing) return;
    const to = circle === 'chosen' ? { unitIds: units.map((one) => one.id) } : { allBelow: circle };
    await record(() => call(documentContract.send, { id, ...to }), { told: ({ sent }) => (sent === 0 ? t(texts.sentNone) : t(texts.sent, { count: number(sent) })) });
  };

  return (
    <ActSheet title={`${t(texts.sendTitle)} ${symbol}`} verb={t(texts.send)} intro={t(texts.sendIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Radio.Group label={t(texts.sendTo)} value={circle} onChange={(value) => setCircle(circles.find((one) => one === value) ?? circles[0])}>
        <Stack gap="sm" mt="xs">{circles.map((one) => <Radio key={one} size="md" value={one} label={t(circleNames[one])} />)}</Stack>
      </Radio.Group>
      {circle === 'chosen' && <ChosenUnits under={unit.id} units={units} onChange={setUnits} error={isChecked && isMissing ? t(texts.unitsMissing) : undefined} />}
    </ActSheet>
  );
}

interface ChosenUnitsProps {
  readonly under: string;
  readonly units: readonly LookupChoice[];
  readonly onChange: (units: readonly LookupChoice[]) => void;
  readonly error: string | undefined;
}

function ChosenUnits({ under, units, onChange, error }: ChosenUnitsProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const search = async (q: string) => {
    const { items } = await call(unitContract.list, { ...(q ? { q } : {}), kind: partyKinds, under, asOf: today, limit: 12 });
    return items.filter(({ id }) => id !== under && !units.some((one) => one.id === id)).map(({ id, name, path }) => ({ id, label: name, hint: path.slice(0, 2).join(', ') }));
  };
  return (
    <>
      <Lookup key={units.length} label={t(texts.addUnit)} value={undefined} onChange={(unit) => { if (unit) onChange([...units, unit]); }} search={search} error={error} />
      {units.length > 0 && (
        <ul className={classes.chosen}>
          {units.map(({ id, label }) => (
            <li key={id}>{label}<UnstyledButton className={classes.removeUnit ?? ''} aria-label={t(texts.removeUnit, { unit: label })} onClick={() => onChange(units.filter((one) => one.id !== id))}><IconX size={18} aria-hidden /></UnstyledButton></li>
          ))}
        </ul>
      )}
    </>
  );
}
