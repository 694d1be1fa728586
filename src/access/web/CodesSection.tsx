/** One-time codes: turned on by scanning a picture and proving it with a code, turned off by the password. */
import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../shell/api.ts';
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import { ActSheet } from '../../ui/ActSheet.tsx';
import { accessContract } from '../access.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import classes from './access.module.css';

export function CodesSection({ isOn }: { readonly isOn: boolean }) {
  const { t } = useText();
  // Which sheet is open is kept: codes go on or off a moment before it closes.
  const [open, setOpen] = useState<'start' | 'stop'>();
  const close = () => setOpen(undefined);
  return (
    <Section title={t(texts.codesTitle)} description={t(texts.codesAbout)}>
      <div className={classes.acts}>
        <StatusMark status={isOn ? 'done' : 'silent'} label={t(isOn ? texts.codesOn : texts.codesOff)} />
        <Act onPress={() => setOpen(isOn ? 'stop' : 'start')}>{t(isOn ? texts.stopCodes : texts.startCodes)}</Act>
      </div>
      {open === 'start' && <StartSheet onClose={close} />}
      {open === 'stop' && <StopSheet onClose={close} />}
    </Section>
  );
}

function StopSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const tell = useUndo();
  const stop = useAct(accessContract.stopCodes, { touches: ['events'] });
  const submit = async (password: string) => {
    await stop.mutateAsync({ password });
    onClose();
    tell({ text: t(texts.codesTurnedOff) });
  };
  return <PasswordSheet title={t(texts.stopCodes)} verb={t(texts.stopCodes)} intro={t(texts.stopIntro)} onSubmit={(password) => void submit(password).catch(() => undefined)} onClose={onClose} busy={stop.isPending} problem={stop.error} />;
}

function StartSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const start = useAct(accessContract.startCodes);
  if (start.data) return <ConfirmSheet made={start.data} onClose={onClose} />;
  return <PasswordSheet title={t(texts.startCodes)} verb={t(texts.continue)} intro={t(texts.startIntro)} onSubmit={(password) => start.mutate({ password })} onClose={onClose} busy={start.isPending} problem={start.error} />;
}

interface PasswordSheetProps {
  readonly title: string;
  readonly verb: string;
  readonly intro: string;
  readonly onSubmit: (password: string) => void;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly problem: unknown;
}

function PasswordSheet({ onSubmit, ...sheet }: PasswordSheetProps) {
  const { t } = useText();
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const submit = () => {
    setChecked(true);
    if (password) onSubmit(password);
  };
  return (
    <ActSheet {...sheet} onSubmit={submit}>
      <PasswordInput
        label={t(texts.current)} value={password} onChange={(event) => setPassword(event.currentTarget.value)} autoComplete="current-password" required withAsterisk={false} data-autofocus
        error={isChecked && !password ? t(texts.currentMissing) : undefined} visibilityToggleButtonProps={{ 'aria-label': t(texts.showPassword), tabIndex: 0 }}
      />
    </ActSheet>
  );
}

interface Made {
  readonly secret: string;
  readonly uri: string;
  readonly qr: string;
}

function ConfirmSheet({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const { t } = useText();
  const tell = useUndo();
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const confirm = useAct(accessContract.confirmCodes, { touches: ['events'] });
  const isWhole = /^\d{6}$/.test(code.replace(/\s/g, ''));
  const submit = async () => {
    setChecked(true);
    if (!isWhole) return;
    await confirm.mutateAsync({ code: code.replace(/\s/g, '') });
    onClose();
    tell({ text: t(texts.codesTurnedOn) });
  };
  return (
    <ActSheet title={t(texts.startCodes)} verb={t(texts.confirmCodes)} intro={t(texts.scan)} onSubmit={() => void submit().catch(() => undefined)} onClose={onClose} busy={confirm.isPending} problem={confirm.error}>
      <img className={classes.qr} src={`data:image/svg+xml;utf8,${encodeURIComponent(made.qr)}`} alt={t(texts.qrAlt)} />
      <div>
        <span className={classes.soft}>{t(texts.typeSecret)}</span>
        <p className={classes.mono}>{made.secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
        <a className={classes.link} href={made.uri}>{t(texts.openInApp)}</a>
      </div>
      <TextInput
        label={t(texts.code)} value={code} onChange={(event) => setCode(event.currentTarget.value)} inputMode="numeric" autoComplete="one-time-code" maxLength={8} required withAsterisk={false}
        error={isChecked && !isWhole ? t(texts.codeFault) : undefined}
      />
    </ActSheet>
  );
}
