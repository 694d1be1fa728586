/** Changes one's own password. The new one is typed twice; what the server alone can judge comes back as its sentence. */
import { PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../shell/api.ts';
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import { faultyFields } from '../../ui/faults.ts';
import { accessContract } from '../access.contract.ts';
import { shortestPassword } from '../account.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import classes from './access.module.css';

const nothing = { current: '', next: '', again: '' };
type Field = keyof typeof nothing;

const fieldOfCode: Readonly<Record<string, Field>> = {
  'access.wrongCurrent': 'current', 'access.passwordShort': 'next', 'access.passwordIsName': 'next', 'access.passwordCommon': 'next', 'access.passwordSame': 'next',
};

export function PasswordForm({ name, onDone }: { readonly name: string; readonly onDone?: () => void }) {
  const { t } = useText();
  const tell = useUndo();
  const [typed, setTyped] = useState(nothing);
  const [isChecked, setChecked] = useState(false);
  const change = useAct(accessContract.changePassword, { touches: ['events'] });
  const faults: Record<Field, string | undefined> = {
    current: typed.current ? undefined : t(texts.currentMissing),
    next: [...typed.next].length < shortestPassword ? t(texts.nextShort, { least: shortestPassword }) : undefined,
    again: typed.again === typed.next ? undefined : t(texts.againDiffers),
  };
  const refused = faultyFields(change.error, fieldOfCode);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.values(faults).some(Boolean)) return;
    await change.mutateAsync({ current: typed.current, next: typed.next });
    setTyped(nothing);
    setChecked(false);
    tell({ text: t(texts.passwordChanged) });
    onDone?.();
  };
  const field = (id: Field, autoComplete: string) => (
    <PasswordInput
      name={id} label={t(texts[id])} value={typed[id]} autoComplete={autoComplete} required withAsterisk={false} maxLength={200}
      onChange={(event) => setTyped({ ...typed, [id]: event.currentTarget.value })}
      error={(isChecked && faults[id]) || (refused.includes(id) && t(texts.refused))}
      visibilityToggleButtonProps={{ 'aria-label': `${t(texts.showPassword)}: ${t(texts[id])}`, tabIndex: 0 }}
    />
  );
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event).catch(() => undefined)} noValidate>
      {/* Lets a password keeper know whose password it is. */}
      <input type="text" name="username" value={name} readOnly autoComplete="username" className={classes.hidden} tabIndex={-1} aria-hidden />
      {field('current', 'current-password')}
      {field('next', 'new-password')}
      {field('again', 'new-password')}
      {change.error && <ProblemNotice problem={change.error} />}
      <div className={classes.acts}><Act kind={onDone ? 'main' : 'plain'} submit busy={change.isPending}>{t(texts.changePassword)}</Act></div>
    </form>
  );
}
