/** Whose register a document is entered in: the unit filtered for, else one's own; whoever reaches just one is not asked. */
import { useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useSession } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { unitContract } from '../../units/unit.contract.ts';
import { unitKinds } from '../../units/unit.kinds.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import classes from './documents.module.css';

export const partyKinds = unitKinds.filter(({ hierarchy }) => hierarchy === 'party').map(({ code }) => code);

export interface RegisterChoice {
  /** Undefined while it is not known: nothing can be sent yet. */
  readonly isOnly: boolean | undefined;
  readonly unit: LookupChoice | undefined;
  readonly choose: (choice: LookupChoice | undefined) => void;
}

/** `preferred` stands before one's own unit: where what is entered belongs by another record. */
export function useRegisterChoice(preferred?: string): RegisterChoice {
  const { today } = useAsOf();
  const { home } = useSession();
  const filtered = useUnitFilter();
  const [chosen, setChosen] = useState<{ readonly unit: LookupChoice | undefined }>();
  const reached = useProcedure(unitContract.list, { kind: partyKinds, asOf: today, limit: 2 });
  // Where it can't be told, the unit is asked for.
  const isOnly = reached.error ? false : reached.data && reached.data.items.length === 1;
  const only = isOnly ? reached.data?.items[0] : undefined;
  const usual = filtered ?? preferred ?? home?.unitId;
  const page = useProcedure(unitContract.unit, { id: usual ?? '', asOf: today }, { enabled: usual !== undefined && isOnly === false });
  const proposed = only ?? (page.data && partyKinds.includes(page.data.kind) ? page.data : undefined);
  const unit = chosen ? chosen.unit : proposed && { id: proposed.id, label: proposed.name };
  return { isOnly, unit, choose: (choice) => setChosen({ unit: choice }) };
}

/** The one that was proposed takes a line, not a field. */
export function RegisterField({ choice, error }: { readonly choice: RegisterChoice; readonly error: string | undefined }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [isChanging, setChanging] = useState(false);
  if (choice.isOnly !== false) return null;
  if (choice.unit && !isChanging && !error) {
    return (
      <div className={classes.register}>
        <span>{t(texts.registerOf, { unit: choice.unit.label })}</span>
        <Act kind="quiet" onPress={() => setChanging(true)} aria-label={t(texts.otherRegisterLong)}>{t(texts.otherRegister)}</Act>
      </div>
    );
  }
  return <Lookup label={t(texts.registerField)} value={choice.unit} onChange={choice.choose} search={(q) => searchUnits(q, { asOf: today, kind: partyKinds })} required error={error} />;
}
