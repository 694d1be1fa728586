/** The e-mail address: set, confirmed by a code, how often; or nothing where this installation sends no mail. */
import { Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { useAct } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { noticeContract } from '../notice.contract.ts';
import { paces, type Pace } from '../notice.ts';
import { noticesWeb as texts } from './notices.web.messages.ts';
import classes from './notices.module.css';

type Mail = NonNullable<z.output<(typeof noticeContract)['ways']['output']>['mail']>;

export function MailSection({ sendsMail, mail }: { readonly sendsMail: boolean; readonly mail: Mail | null }) {
  const { t } = useText();
  const [isChanging, setChanging] = useState(false);
  const content = () => {
    if (mail && !isChanging) return mail.isConfirmed ? <ConfirmedMail mail={mail} onChange={() => setChanging(true)} /> : <CodeForm mail={mail} onChange={() => setChanging(true)} />;
    return sendsMail ? <AddressForm onDone={() => setChanging(false)} /> : <p className={classes.soft}>{t(texts.noMail)}</p>;
  };
  return <Section title={t(texts.mail)}>{content()}</Section>;
}

function AddressForm({ onDone }: { readonly onDone: () => void }) {
  const { t, language } = useText();
  const setting = useAct(noticeContract.setMail);
  const [address, setAddress] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isAddress = /^\S+@\S+\.\S+$/.test(address.trim());
  const submit = () => {
    setChecked(true);
    if (isAddress) setting.mutate({ address: address.trim(), language }, { onSuccess: onDone });
  };
  return (
    <form className={classes.form} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <TextInput label={t(texts.address)} type="email" inputMode="email" autoComplete="email" value={address} onChange={(event) => setAddress(event.currentTarget.value)} error={isChecked && !isAddress ? t(texts.addressFault) : undefined} />
      {setting.error && <ProblemNotice problem={setting.error} />}
      <div className={classes.acts}><Act kind="main" submit busy={setting.isPending}>{t(texts.sendCode)}</Act></div>
    </form>
  );
}

function CodeForm({ mail, onChange }: { readonly mail: Mail; readonly onChange: () => void }) {
  const { t } = useText();
  const confirming = useAct(noticeContract.confirmMail, { touches: ['events'] });
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isWhole = /^\d{6}$/.test(code.replace(/\s/g, ''));
  const submit = () => {
    setChecked(true);
    if (isWhole) confirming.mutate({ code });
  };
  return (
    <form className={classes.form} noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {mail.isFailing ? <Notice tone="warn" title={mail.address}>{t(texts.mailFails)}</Notice> : <p>{t(texts.codeSent, { address: mail.address })}</p>}
      <TextInput label={t(texts.code)} inputMode="numeric" autoComplete="one-time-code" maxLength={8} value={code} onChange={(event) => setCode(event.currentTarget.value)} error={isChecked && !isWhole ? t(texts.codeFault) : undefined} />
      {confirming.error && <ProblemNotice problem={confirming.error} />}
      <div className={classes.acts}>
        <Act kind="main" submit busy={confirming.isPending}>{t(texts.confirm)}</Act>
        <Act kind="quiet" onPress={onChange}>{t(texts.anotherAddress)}</Act>
      </div>
    </form>
  );
}

const paceNames = { at_once: texts.atOnce, daily: texts.daily, none: texts.none } as const;
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));

/** A choice holds as soon as it is made. */
function ConfirmedMail({ mail, onChange }: { readonly mail: Mail; readonly onChange: () => void }) {
  const { t, language } = useText();
  const tell = useUndo();
  const changing = useAct(noticeContract.changeMail);
  const removing = useAct(noticeContract.removeMail, { touches: ['events'] });
  const choose = (choice: { pace?: Pace; hour?: number }) => changing.mutate({ pace: mail.pace, hour: mail.hour, language, ...choice }, { onSuccess: () => tell({ text: t(texts.kept) }) });
  const remove = () => removing.mutate({}, { onSuccess: () => tell({ text: t(texts.removed) }) });
  return (
    <div className={classes.form}>
      <p className={classes.strong}>{mail.address}</p>
      {mail.isFailing && <Notice tone="warn" title={mail.address}>{t(texts.mailFails)}</Notice>}
      <Radio.Group label={t(texts.pace)} value={mail.pace} onChange={(value) => choose({ pace: paces.find((pace) => pace === value) ?? mail.pace })}>
        {paces.map((pace) => <Radio key={pace} value={pace} label={t(paceNames[pace])} mt="xs" disabled={changing.isPending} />)}
      </Radio.Group>
      {mail.pace === 'daily' && <Select label={t(texts.hour)} data={hours} value={String(mail.hour)} allowDeselect={false} onChange={(value) => choose({ hour: Number(value ?? mail.hour) })} />}
      {(changing.error ?? removing.error) && <ProblemNotice problem={changing.error ?? removing.error} />}
      <div className={classes.acts}>
        <Act onPress={onChange}>{t(texts.anotherAddress)}</Act>
        <Act kind="quiet" onPress={remove} busy={removing.isPending}>{t(texts.remove)}</Act>
      </div>
    </div>
  );
}
