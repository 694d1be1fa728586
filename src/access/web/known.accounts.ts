/** Names of accounts by their ids, as far as one may know them. */
import { useQuery } from '@tanstack/react-query';
import { useMayVisit } from '../../shell/session.ts';
import { knownAccounts } from './account.choices.ts';

export function useKnownAccounts(): ReadonlyMap<string, string> | undefined {
  const keepsAccounts = useMayVisit('account.manage');
  const readsRoles = useMayVisit('assignment.read');
  const known = useQuery({ queryKey: ['accounts.known', keepsAccounts], queryFn: () => knownAccounts({ keepsAccounts }), enabled: keepsAccounts || readsRoles, staleTime: 60_000, select: namesOf });
  return known.data;
}

function namesOf(choices: readonly { id: string; label: string }[]): ReadonlyMap<string, string> {
  return new Map(choices.map(({ id, label }) => [id, label]));
}
