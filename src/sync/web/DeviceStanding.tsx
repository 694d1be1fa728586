/** A prepared device: what it carries, how current that is; its PIN changed, locked, emptied. */
import { useState } from 'react';
import type { Phone, PhoneState } from '../phone/phone.ts';
import { Act } from '../../ui/Act.tsx';
import { ActSheet } from '../../ui/ActSheet.tsx';
import { ConfirmAct } from '../../ui/ConfirmAct.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import { PinField } from './PinField.tsx';
import { pinFaults } from './pin.ts';
import { prepareTexts as texts } from './sync.prepare.messages.ts';
import { waitingOf } from './waiting.ts';
import classes from './sync.module.css';

type OpenState = Extract<PhoneState, { is: 'open' }>;

export function DeviceStanding({ phone, state }: { readonly phone: Phone; readonly state: OpenState }) {
  const { t, number, moment } = useText();
  const [isChanging, setChanging] = useState(false);
  const { count, refused } = waitingOf(state.entries);
  const unsent = count + refused.length;
  const { units } = state;
  return (
    <section className={classes.form} aria-label={t(texts.ready)}>
      {units && units.count > units.most && <Notice tone="warn" title={t(texts.tooMany)}>{t(texts.tooManyWhy, { count: number(units.count), most: number(units.most) })}</Notice>}
      <Facts
        facts={[
          ...(units && units.count > 0 && units.count <= units.most ? [{ label: t(texts.units), value: t(texts.unitCount, { count: number(units.count) }) }] : []),
          { label: t(texts.pulled), value: state.pulledAt === null ? t(texts.never) : moment(new Date(state.pulledAt).toISOString()) },
          { label: t(texts.storage), value: state.isPersistent ? <StatusMark status="done" label={t(texts.persistent)} /> : <StatusMark status="due-soon" label={t(texts.fleeting)} /> },
        ]}
      />
      <div className={classes.acts}>
        <PullNow phone={phone} />
        <Act onPress={() => setChanging(true)}>{t(texts.changePin)}</Act>
        <Act onPress={() => phone.lock()}>{t(texts.lockNow)}</Act>
        <ConfirmAct
          label={t(texts.wipe)} title={t(texts.wipeTitle)} confirm={t(texts.wipe)} onConfirm={() => phone.wipe()}
          consequence={<><p>{t(texts.wipeWhy)}</p>{unsent > 0 && <p><strong>{t(texts.wipeLoses, { count: number(unsent) })}</strong></p>}</>}
        />
      </div>
      {isChanging && <ChangePin phone={phone} onClose={() => setChanging(false)} />}
    </section>
  );
}

function PullNow({ phone }: { readonly phone: Phone }) {
  const { t } = useText();
  const tell = useUndo();
  const [isBusy, setBusy] = useState(false);
  const pull = async () => {
    setBusy(true);
    const isDone = await phone.sync().then(() => true, () => false).finally(() => setBusy(false));
    tell({ text: t(isDone ? texts.pulledNow : texts.notPulled) });
  };
  return <Act busy={isBusy} onPress={() => void pull()}>{t(texts.pullNow)}</Act>;
}

function ChangePin({ phone, onClose }: { readonly phone: Phone; readonly onClose: () => void }) {
  const { t } = useText();
  const tell = useUndo();
  const [fields, setFields] = useState({ from: '', pin: '', again: '' });
  const [isTried, setTried] = useState(false);
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const faults = isTried ? pinFaults(fields) : {};
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const submit = async () => {
    setTried(true);
    setWrong(false);
    if (Object.keys(pinFaults(fields)).length > 0) return;
    setBusy(true);
    const isDone = await phone.changePin({ from: fields.from, to: fields.pin }).finally(() => setBusy(false));
    if (!isDone) return setWrong(true);
    tell({ text: t(texts.pinChanged) });
    return onClose();
  };
  return (
    <ActSheet title={t(texts.changePin)} verb={t(texts.changePin)} onSubmit={() => void submit()} onClose={onClose} busy={isBusy} problem={undefined}>
      <PinField name="from" label={t(texts.pinBefore)} value={fields.from} error={isWrong ? t(texts.pinWrong) : undefined} onChange={(from) => { setWrong(false); set({ from }); }} />
      <PinField name="pin" label={t(texts.pin)} description={t(texts.pinAbout)} value={fields.pin} error={faults.pin && t(faults.pin)} onChange={(pin) => set({ pin })} />
      <PinField name="again" label={t(texts.pinAgain)} value={fields.again} error={faults.again && t(faults.again)} onChange={(again) => set({ again })} />
    </ActSheet>
  );
}
