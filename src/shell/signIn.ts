/** The rules of the sign-in form. */
import type { Text } from '../platform/contract.ts';
import { shellMessages } from './shell.messages.ts';

export interface SignInFields {
  readonly name: string;
  readonly password: string;
  readonly code: string;
}

export function signInFaults({ name, password, code }: SignInFields, step: 'password' | 'code'): Partial<Record<keyof SignInFields, Text>> {
  if (step === 'code') return /^\d{6}$/.test(code.replace(/\s/g, '')) ? {} : { code: shellMessages.signInCodeMissing };
  return {
    ...(name.trim() === '' ? { name: shellMessages.signInNameMissing } : {}),
    ...(password === '' ? { password: shellMessages.signInPasswordMissing } : {}),
  };
}

/** Where to go after signing in: an address of ours, never another site's. */
export function ownAddress(wanted: string | undefined): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted) || wanted.startsWith('/dang-nhap')) return '/';
  return wanted;
}
