/**
 * The procedures that the frame itself calls. Of the contract only the types come
 * along: its shape checking stays out of what the first screen loads. A test holds
 * the addresses against the contract.
 */
import type { z } from 'zod';
import type { accessContract } from '../access/access.contract.ts';

type Access = typeof accessContract;

export type Session = z.output<Access['session']['output']>;
export type Welcome = z.output<Access['welcome']['output']>;

export const sessionEndpoint = { name: 'access.session', method: 'GET', path: '/api/session' } as const;
export const welcomeEndpoint = { name: 'access.welcome', method: 'GET', path: '/api/welcome' } as const;
export const signInEndpoint = { name: 'access.signIn', method: 'POST', path: '/api/session/sign-in' } as const;
export const signOutEndpoint = { name: 'access.signOut', method: 'POST', path: '/api/session/sign-out' } as const;

/** The password was right; the one-time code is asked for next. */
export const CODE_NEEDED = 'access.codeNeeded';
