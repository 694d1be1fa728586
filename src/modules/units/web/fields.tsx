/** The fields that several forms about units share. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { hierarchyOf, unitTypesOf, isUnitKind, type Hierarchy } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { countedFacts, shownFacts, type FactsDraft } from './unit.draft.ts';
import { findUnits } from './unit.search.ts';
import { kindsOf } from './unit.words.ts';
import classes from './units.module.css';

interface FactsFieldsProps {
  readonly draft: FactsDraft;
  readonly onChange: (draft: FactsDraft) => void;
  readonly faultOf: (field: string) => string | undefined;
  /** Stands after the name: from when, by which paper. */
  readonly children?: ReactNode;
}

export function FactsFields({ draft, onChange, faultOf, children }: FactsFieldsProps) {
  const { t, language } = useText();
  const put = (part: Partial<FactsDraft>) => onChange({ ...draft, ...part });
  const types = unitTypesOf(draft.kind);
  const chooseKind = (kind: string) => { if (isUnitKind(kind)) put({ kind, type: '' }); };
  const line = (field: 'name' | 'shortName' | 'rank' | 'code', required = false) => (
    <TextInput label={t(unitTexts[field])} value={draft[field]} required={required} error={faultOf(field)} autoComplete="off" onChange={(event) => put({ [field]: event.currentTarget.value })} />
  );
  return (
    <>
      {line('name', true)}
      {children}
      {line('shortName')}
      <div className={classes.pair}>
        <NativeSelect
          label={t(unitTexts.kind)} value={draft.kind} error={faultOf('kind')} onChange={(event) => chooseKind(event.currentTarget.value)}
          data={kindsOf(hierarchyOf(draft.kind)).map((kind) => ({ value: kind.code, label: kind[language] }))}
        />
        {types.length > 0 && (
          <NativeSelect
            label={t(unitTexts.type)} value={draft.type} error={faultOf('type')} onChange={(event) => put({ type: event.currentTarget.value })}
            data={[{ value: '', label: t(unitTexts.noType) }, ...types.map((type) => ({ value: type.code, label: type[language] }))]}
          />
        )}
      </div>
      <div className={classes.pair}>{shownFacts(draft).includes('rank') && line('rank')}{line('code')}</div>
      <PropertyFields draft={draft} put={put} faultOf={faultOf} />
    </>
  );
}

const countedTexts = { population: unitTexts.population, households: unitTexts.households, areaKm2: unitTexts.area } as const;

function PropertyFields({ draft, put, faultOf }: { draft: FactsDraft; put: (part: Partial<FactsDraft>) => void; faultOf: FactsFieldsProps['faultOf'] }) {
  const { t } = useText();
  const shown = shownFacts(draft);
  return (
    <div className={classes.pair}>
      {countedFacts.filter((fact) => shown.includes(fact)).map((fact) => (
        <TextInput
          key={fact} label={t(countedTexts[fact])} value={draft[fact]} error={faultOf(fact)} inputMode={fact === 'areaKm2' ? 'decimal' : 'numeric'} autoComplete="off"
          onChange={(event) => put({ [fact]: event.currentTarget.value })}
        />
      ))}
      {shown.includes('ownOffice') && <NativeSelect
        label={t(unitTexts.ownOffice)} value={draft.ownOffice}
        data={[{ value: '', label: t(unitTexts.unknown) }, { value: 'yes', label: t(unitTexts.yes) }, { value: 'no', label: t(unitTexts.no) }]}
        onChange={(event) => put({ ownOffice: ownOfficeOf(event.currentTarget.value) })}
      />}
    </div>
  );
}

function ownOfficeOf(value: string): FactsDraft['ownOffice'] {
  return value === 'yes' || value === 'no' ? value : '';
}

export interface When {
  readonly on: string | undefined;
  readonly decision: string;
}

interface WhenFieldsProps {
  readonly label: string;
  readonly when: When;
  readonly onChange: (when: When) => void;
  readonly faultOf: (field: string) => string | undefined;
}

export function WhenFields({ label, when, onChange, faultOf }: WhenFieldsProps) {
  const { t } = useText();
  return (
    <>
      <DayInput label={label} value={when.on} onChange={(on) => onChange({ ...when, on })} error={faultOf('on')} required />
      <TextInput
        label={t(unitTexts.decision)} description={t(unitTexts.decisionHint)} value={when.decision} error={faultOf('decision')} autoComplete="off" maxLength={300}
        onChange={(event) => onChange({ ...when, decision: event.currentTarget.value })}
      />
    </>
  );
}

/** As the contract wants it: nothing written is `null`. */
export function decisionOf({ decision }: When): string | null {
  return decision.trim() || null;
}

interface UnitFieldProps {
  readonly label: string;
  readonly value: LookupChoice | undefined;
  readonly onChange: (choice: LookupChoice | undefined) => void;
  readonly on: string;
  readonly hierarchy?: Hierarchy;
  /** Units that are no choice here. */
  readonly without?: readonly string[];
  readonly error?: string | undefined;
  readonly required?: boolean;
}

export function UnitField({ label, value, onChange, on, hierarchy, without, error, required = false }: UnitFieldProps) {
  return <Lookup label={label} value={value} onChange={onChange} search={(text) => findUnits(text, { asOf: on, hierarchy, without })} error={error} required={required} />;
}
