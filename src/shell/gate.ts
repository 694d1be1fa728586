/** Who may go where, before any page is fetched: strangers to sign in; those with a password given by somebody else to change it. */
import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { stringifySearch } from '../ui/address.ts';
import { isUnauthenticated } from './queryClient.ts';
import { sessionQuery } from './session.ts';

export const SIGN_IN_PATH = '/dang-nhap';
/** Shows the form for a new password alone while one must be chosen. */
export const OWN_ACCOUNT_PATH = '/tai-khoan-cua-toi';

/** Thrown by a route before it opens, this leads elsewhere. Whatever else is wrong with the session is said by the Gate. */
export async function turnAway(client: QueryClient, here: { readonly pathname: string; readonly href: string }): Promise<void> {
  try {
    const { account } = await client.ensureQueryData(sessionQuery);
    if (account.mustChangePassword && here.pathname !== OWN_ACCOUNT_PATH) throw redirect({ to: OWN_ACCOUNT_PATH });
  } catch (reason) {
    if (isUnauthenticated(reason)) throw redirect({ to: SIGN_IN_PATH, search: signInSearch(here.href) as never });
    if (!(reason instanceof Error)) throw reason;
  }
}

export function signInAddress(here: string): string {
  return `${SIGN_IN_PATH}${stringifySearch(signInSearch(here))}`;
}

/** From where one comes back `here`. */
function signInSearch(here: string): { den?: string } {
  return here === '/' ? {} : { den: here };
}
