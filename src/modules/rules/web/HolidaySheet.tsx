/** Records a day off, or one worked instead: which of both follows from the weekday. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { day as dayOf } from '../../../platform/day.ts';
import { ruleContract } from '../rule.contract.ts';
import { isWorkingDay } from '../working.days.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';

const plainWeek = { off: new Set<never>(), worked: new Set<never>() };

export function HolidaySheet({ onClose }: { readonly onClose: () => void }) {
  const { t, day: writtenDay } = useText();
  const [day, setDay] = useState<string>();
  const [name, setName] = useState('');
  const [document, setDocument] = useState('');
  const [isChecked, setChecked] = useState(false);
  const setting = useAct(ruleContract.setHoliday);
  const removing = useAct(ruleContract.removeHoliday);
  const fault = useFieldFault(setting.error, {});
  const offer = useUndo();
  const isOff = day !== undefined && isWorkingDay(dayOf(day), plainWeek);
  const missing = (given: string | undefined) => (isChecked && !given ? t(texts.missing) : undefined);

  const submit = async () => {
    setChecked(true);
    if (!day || !name.trim() || !document.trim()) return;
    const done = await setting.mutateAsync({ day, isOff, name: name.trim(), document: document.trim() }).catch(() => undefined);
    if (!done) return;
    onClose();
    offer({ text: t(texts.holidaySaved, { day: writtenDay(day) }), undo: () => removing.mutateAsync({ day }) });
  };

  return (
    <ActSheet title={t(texts.addHoliday)} verb={t(texts.addHoliday)} onSubmit={() => void submit()} onClose={onClose} busy={setting.isPending} problem={setting.error}>
      <DayInput label={t(texts.day)} value={day} onChange={setDay} required error={missing(day) ?? fault('day')} {...(day ? { description: t(isOff ? texts.kindWeekday : texts.kindWeekend) } : {})} />
      <TextInput label={t(texts.nameField)} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={200} withAsterisk error={missing(name.trim()) ?? fault('name')} />
      <TextInput label={t(texts.documentField)} description={t(texts.documentHint)} value={document} onChange={(event) => setDocument(event.currentTarget.value)} maxLength={300} withAsterisk error={missing(document.trim()) ?? fault('document')} />
    </ActSheet>
  );
}
