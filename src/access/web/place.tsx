/**
 * Units as places of roles. Whoever reads units finds them as they stand today; a system administrator, who doesn't,
 * finds them by name alone (`unit.find`).
 */
import { UnstyledButton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { call } from '../../shell/api.ts';
import { useMayVisit } from '../../shell/session.ts';
import { useAddressValue } from '../../ui/address.ts';
import { useText } from '../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../ui/Lookup.tsx';
import { UNIT_PARAM } from '../../modules/membership/web/UnitFilter.tsx';
import { unitContract } from '../../modules/units/unit.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { assignmentContract } from '../assignment.contract.ts';
import classes from './access.module.css';

const MOST = 12;

interface PlaceLookupProps {
  readonly label: string;
  readonly value: LookupChoice | undefined;
  readonly onChange: (choice: LookupChoice | undefined) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

export function PlaceLookup(props: PlaceLookupProps) {
  const client = useQueryClient();
  const reads = useMayVisit('unit.read');
  const search = async (text: string) => {
    const found = await findPlaces(text, { reads });
    for (const { id, label } of found) client.setQueryData(nameKey(id), label);
    return found;
  };
  return <Lookup {...props} search={search} />;
}

/** The unit in the address (`donVi`): chosen by typing, shown by name, taken out again. */
export function PlaceFilter({ label }: { readonly label: string }) {
  const { t } = useText();
  const [id, choose] = useAddressValue(UNIT_PARAM, 'push');
  const name = usePlaceName(id);
  if (id === undefined) return <div className={classes.lookup}><PlaceLookup label={label} value={undefined} onChange={(choice) => choose(choice?.id)} /></div>;
  return <Chosen label={t(texts.unit)} name={name} remove={t(texts.removeUnit, { unit: name })} onRemove={() => choose(undefined)} />;
}

export function Chosen({ label, name, remove, onRemove }: { readonly label: string; readonly name: string; readonly remove: string; readonly onRemove: () => void }) {
  return (
    <span className={classes.chosen}>
      <span>{label}: <strong>{name}</strong></span>
      <UnstyledButton className={classes.remove ?? ''} aria-label={remove} onClick={onRemove} data-screen-only><IconX size={18} aria-hidden /></UnstyledButton>
    </span>
  );
}

export function usePlaceName(id: string | undefined): string {
  const reads = useMayVisit('unit.read');
  const grants = useMayVisit('assignment.read');
  const name = useQuery({ queryKey: nameKey(id ?? ''), queryFn: () => nameOf(id ?? '', { reads, grants }), enabled: id !== undefined, staleTime: Infinity });
  return name.data ?? (name.isError ? '–' : '…');
}

async function findPlaces(q: string, { reads }: { reads: boolean }): Promise<readonly LookupChoice[]> {
  if (!reads && q === '') return [];
  const { items } = reads ? await call(unitContract.list, { ...(q ? { q } : {}), limit: MOST }) : await call(unitContract.find, { q, limit: MOST });
  return items.map(({ id, name, path }) => ({ id, label: name, ...(path.length > 0 ? { hint: path.slice(0, 2).join(', ') } : {}) }));
}

async function nameOf(id: string, { reads, grants }: { reads: boolean; grants: boolean }): Promise<string> {
  if (reads) return (await call(unitContract.unit, { id })).name;
  if (!grants) return '–';
  const { items } = await call(assignmentContract.list, { unitId: id, show: 'all', limit: 1 });
  return items[0]?.unit?.name ?? '–';
}

function nameKey(id: string): readonly string[] {
  return ['access.placeName', id];
}
