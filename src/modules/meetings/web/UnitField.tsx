/** Which unit meets. Whoever has just one cell in reach is not asked; where a unit is filtered for, it stands there already. */
import { useEffect, useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { searchUnits, type UnitChoiceFound } from '../../membership/web/unit.choices.ts';
import { unitContract } from '../../units/unit.contract.ts';
import { kindsAt, meetingUnitKinds, type MeetingKind } from '../meeting.kinds.ts';
import { meetingsWeb as texts } from './meetings.web.messages.ts';

export interface UnitChoice {
  /** Undefined while it is not known: nothing can be sent yet. */
  readonly isOnly: boolean | undefined;
  readonly unit: LookupChoice | undefined;
  readonly kinds: readonly MeetingKind[];
  readonly choose: (choice: LookupChoice | undefined) => void;
}

export function useUnitChoice(): UnitChoice {
  const { day } = useAsOf();
  const filtered = useUnitFilter();
  const [chosen, choose] = useState<LookupChoice & Partial<Pick<UnitChoiceFound, 'kind'>>>();
  const reached = useProcedure(unitContract.list, { kind: [...meetingUnitKinds], asOf: day, limit: 2 });
  // Where it can't be told, the unit is asked for.
  const isOnly = reached.error ? false : reached.data && reached.data.items.length === 1;
  const only = isOnly ? reached.data?.items[0] : undefined;
  const id = only?.id ?? chosen?.id ?? filtered;
  // The list has told the kind of whatever was chosen from it.
  const told = only?.kind ?? chosen?.kind;
  const page = useProcedure(unitContract.unit, { id: id ?? '', asOf: day }, { enabled: id !== undefined && told === undefined });
  const unitKind = told ?? page.data?.kind;
  const kinds = unitKind ? kindsAt(unitKind) : [];
  const isFilter = !only && !chosen && page.data !== undefined && kinds.length > 0;
  useEffect(() => { if (isFilter && page.data) choose({ id: page.data.id, label: page.data.name }); }, [isFilter, page.data]);
  return { isOnly, unit: only ? { id: only.id, label: only.name } : chosen, kinds, choose };
}

export function UnitField({ choice, error }: { readonly choice: UnitChoice; readonly error: string | undefined }) {
  const { t } = useText();
  const { day } = useAsOf();
  if (choice.isOnly !== false) return null;
  return <Lookup label={t(texts.unit)} value={choice.unit} onChange={choice.choose} search={(q) => searchUnits(q, { asOf: day, kind: meetingUnitKinds })} required error={error} />;
}
