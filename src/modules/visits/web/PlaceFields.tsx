/** Where a visit was: one of the own places first, and in it the cell or village; an office chooses any unit and who went. */
import { Select } from '@mantine/core';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import type { Place } from '../place.shapes.ts';
import type { VisitKind } from '../visit.kinds.ts';
import { cellsToChoose } from './visit.draft.ts';
import { visitForm as texts } from './visits.web.messages.ts';

interface OwnPlaceFieldsProps {
  readonly places: readonly Place[];
  readonly place: Place | undefined;
  readonly unitId: string | undefined;
  readonly onChoose: (chosen: { readonly placeId: string; readonly unitId: string }) => void;
  readonly error: string | undefined;
}

type InPlaceFieldProps = Omit<OwnPlaceFieldsProps, 'places'> & { readonly kind: VisitKind | undefined };

export function OwnPlaceField({ places, place, onChoose, error }: Omit<OwnPlaceFieldsProps, 'unitId'>) {
  const { t } = useText();
  if (places.length <= 1) return null;
  return <Select label={t(texts.place)} data={places.map(({ unit }) => ({ value: unit.id, label: unit.name }))} value={place?.unit.id ?? null} allowDeselect={false} onChange={(id) => id && onChoose({ placeId: id, unitId: id })} error={error} />;
}

/** Where in the place: of a cell's meeting it is one of its cells, which nobody guesses. */
export function InPlaceField({ place, unitId, kind, onChoose, error }: InPlaceFieldProps) {
  const { t } = useText();
  if (!place) return null;
  const cells = cellsToChoose(place, kind);
  const inside = cells.length > 0 ? cells : [place.unit, ...place.below];
  const value = inside.find(({ id }) => id === unitId)?.id ?? null;
  return <Select label={t(cells.length > 0 ? texts.whichCell : texts.where)} placeholder={t(texts.chooseCell)} data={inside.map(({ id, name }) => ({ value: id, label: name }))} value={value} allowDeselect={false} searchable={inside.length > 8} required={cells.length > 0} onChange={(id) => id && onChoose({ placeId: place.unit.id, unitId: id })} error={error} />;
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
