/** The name of a unit: a link where the reader may open it, plain where it lies out of reach. */
import { PageLink } from '../../../ui/PageLink.tsx';
import type { UnitPage } from '../unit.contract.ts';
import { unitHref } from './unit.words.ts';

export function UnitName({ unit }: { readonly unit: UnitPage['path'][number] }) {
  return unit.readable ? <PageLink href={unitHref(unit.id)}>{unit.name}</PageLink> : <span>{unit.name}</span>;
}
