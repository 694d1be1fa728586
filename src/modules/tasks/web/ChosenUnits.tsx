/** Units picked one after the other. */
import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { formTexts as texts } from './task.form.messages.ts';
import classes from './GiveSheet.module.css';

interface ChosenUnitsProps {
  readonly label: string;
  readonly description?: string;
  readonly units: readonly LookupChoice[];
  readonly onChange: (units: readonly LookupChoice[]) => void;
  readonly search: (q: string) => Promise<readonly LookupChoice[]>;
  readonly error: string | undefined;
}

export function ChosenUnits({ label, description, units, onChange, search, error }: ChosenUnitsProps) {
  const { t } = useText();
  const others = async (q: string) => (await search(q)).filter(({ id }) => !units.some((one) => one.id === id));
  return (
    <div className={classes.chosenField}>
      <Lookup key={units.length} label={label} {...(description ? { description } : {})} value={undefined} onChange={(unit) => { if (unit) onChange([...units, unit]); }} search={others} error={error} />
      {units.length > 0 && (
        <ul className={classes.chosen}>
          {units.map(({ id, label: name }) => (
            <li key={id}>{name}<UnstyledButton className={classes.remove ?? ''} aria-label={t(texts.removeUnit, { unit: name })} onClick={() => onChange(units.filter((one) => one.id !== id))}><IconX size={18} aria-hidden /></UnstyledButton></li>
          ))}
        </ul>
      )}
    </div>
  );
}
