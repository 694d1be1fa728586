/** Whose report is proposed: the unit filtered for or one's own; where that has no regulation, one within reach that has. */
import { useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { useRegisterChoice, type RegisterChoice } from '../../documents/web/RegisterField.tsx';
import { useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { oversightContract } from '../../oversight/oversight.contract.ts';

export function useReportUnit(): RegisterChoice {
  const own = useRegisterChoice();
  const filtered = useUnitFilter();
  const [chosen, setChosen] = useState<{ readonly unit: LookupChoice | undefined }>();
  const regulations = useProcedure(oversightContract.regulations, { limit: 50 });
  const isKnown = own.isOnly !== undefined && (regulations.data !== undefined || regulations.error !== null);
  return { isOnly: isKnown ? own.isOnly : undefined, unit: chosen ? chosen.unit : isKnown ? proposed() : undefined, choose: (unit) => setChosen({ unit }) };

  function proposed(): LookupChoice | undefined {
    const regulated = regulations.data?.items.map(({ unit }) => unit) ?? [];
    const [first] = regulated;
    if (own.isOnly || filtered || !first || regulated.some(({ id }) => id === own.unit?.id)) return own.unit;
    return { id: first.id, label: first.name };
  }
}
