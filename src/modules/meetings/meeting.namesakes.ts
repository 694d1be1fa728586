/** People of one name in one meeting: told apart by the year of birth, shown only where it is needed. Pure. */
import { exactKey } from '../../platform/text/fold.ts';

interface Named {
  readonly id: string;
  readonly fullName: string;
}

/** Those whose name another of them bears too. */
export function namesakesAmong<Person extends Named>(people: readonly Person[]): ReadonlySet<Person['id']> {
  const sharing = [...Map.groupBy(people, ({ fullName }) => exactKey(fullName)).values()].filter(({ length }) => length > 1);
  return new Set(sharing.flat().map(({ id }) => id));
}

/** "Nguyễn Văn An (1975)"; the name alone where nobody else there bears it, or the year is not known. */
export function nameApart({ fullName, bornIn }: { readonly fullName: string; readonly bornIn: number | null }): string {
  return bornIn === null ? fullName : `${fullName} (${bornIn})`;
}
