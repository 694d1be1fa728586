/** Where a visit was: one of the own places first, and in it the cell or village; an office chooses any unit and who went. */
import { Select } from '@mantine/core';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import type { Place } from '../place.shapes.ts';
import { visitForm as texts } from './visits.web.messages.ts';

interface OwnPlaceFieldsProps {
  readonly places: readonly Place[];
  readonly place: Place | undefined;
  readonly unitId: string | undefined;
  readonly onChoose: (chosen: { readonly placeId: string; readonly unitId: string }) => void;
  readonly error: string | undefined;
}

export function OwnPlaceFields({ places, place, unitId, onChoose, error }: OwnPlaceFieldsProps) {
  const { t } = useText();
  const inside = place ? [place.unit, ...place.below] : [];
  return (
    <>
      {places.length > 1 && <Select label={t(texts.place)} data={places.map(({ unit }) => ({ value: unit.id, label: unit.name }))} value={place?.unit.id ?? null} allowDeselect={false} onChange={(id) => id && onChoose({ placeId: id, unitId: id })} error={error} />}
      {place && <Select label={t(texts.where)} data={inside.map(({ id, name }) => ({ value: id, label: name }))} value={unitId ?? place.unit.id} allowDeselect={false} searchable={inside.length > 8} onChange={(id) => id && onChoose({ placeId: place.unit.id, unitId: id })} />}
    </>
  );
}

interface AnyPlaceFieldsProps {
  readonly unit: LookupChoice | undefined;
  readonly person: LookupChoice | undefined;
  readonly onUnit: (unit: LookupChoice | undefined) => void;
  readonly onPerson: (person: LookupChoice | undefined) => void;
  readonly isChecked: boolean;
  readonly fault: (...fields: readonly string[]) => string | undefined;
}

export function AnyPlaceFields({ unit, person, onUnit, onPerson, isChecked, fault }: AnyPlaceFieldsProps) {
  const { t } = useText();
  const { today } = useAsOf();
  return (
    <>
      <Lookup label={t(texts.otherUnit)} value={unit} onChange={onUnit} search={(q) => searchUnits(q, { asOf: today })} required error={isChecked && !unit ? t(texts.missing) : fault('unitId')} />
      <Lookup label={t(texts.cadre)} description={t(texts.cadreHint)} value={person} onChange={onPerson} search={searchPeople} required error={isChecked && !person ? t(texts.missing) : fault('personId')} />
    </>
  );
}
