/** What was promised: each becomes a task of the cadre by its day. */
import { Stack, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Act } from '../../../ui/Act.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { mostPromises } from '../visit.ts';
import { isPromiseHalf, type PromiseDraft } from './visit.draft.ts';
import { visitForm as texts } from './visits.web.messages.ts';
import classes from './visits.module.css';

interface PromiseFieldsProps {
  readonly promises: readonly PromiseDraft[];
  readonly onChange: (promises: readonly PromiseDraft[]) => void;
  readonly from: string | undefined;
  readonly isChecked: boolean;
  readonly error: string | undefined;
}

export function PromiseFields({ promises, onChange, from, isChecked, error }: PromiseFieldsProps) {
  const { t } = useText();
  const change = (at: number, changed: Partial<PromiseDraft>) => onChange(promises.map((one, index) => (index === at ? { ...one, ...changed } : one)));
  return (
    <fieldset className={classes.group}>
      {promises.length > 0 && <legend className={classes.legend}>{t(texts.promise)}</legend>}
      {promises.length > 0 && <p className={classes.hint}>{t(texts.promiseHint)}</p>}
      {promises.map((one, at) => {
        const isHalf = isChecked && isPromiseHalf(one);
        return (
          <div key={at} className={classes.line}>
            <Stack gap="xs">
              <TextInput label={t(texts.promiseText)} value={one.text} onChange={(event) => change(at, { text: event.currentTarget.value })} maxLength={300} error={isHalf && one.text.trim() === '' ? t(texts.missing) : undefined} />
              <DayInput label={t(texts.promiseDue)} value={one.dueOn} onChange={(dueOn) => change(at, { dueOn })} {...(from ? { least: from } : {})} error={isHalf && !one.dueOn ? t(texts.missing) : undefined} />
            </Stack>
            <Act kind="quiet" icon={<IconX size={18} aria-hidden />} onPress={() => onChange(promises.filter((_, index) => index !== at))}>{t(texts.remove)}</Act>
          </div>
        );
      })}
      {promises.length < mostPromises && <div><Act onPress={() => onChange([...promises, { text: '', dueOn: undefined }])}>{t(texts.addPromise)}</Act></div>}
      {error && <p className={classes.fault} role="alert">{error}</p>}
    </fieldset>
  );
}
