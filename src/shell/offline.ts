/**
 * Where the app finds the phone half (`sync/phone`). Its code comes only to browsers that were prepared, or are being prepared:
 * of it the first screen brings this file alone.
 */
import { useSyncExternalStore } from 'react';
import type { Phone, PhoneState } from '../sync/phone/phone.ts';

/** Stands in the browser's own storage from preparing to emptying. */
const FLAG = 'satcoso.may-nay';

let found: Phone | undefined;
let coming: Promise<Phone> | undefined;
const listeners = new Set<() => void>();

/** The phone half, prepared or not; `off` where it was not. */
export function getPhone(): Promise<Phone> {
  coming ??= bringPhone();
  return coming;
}

async function bringPhone(): Promise<Phone> {
  try {
    const { phoneHere } = await import('./offline.phone.ts');
    const phone = await phoneHere({ remember: rememberPrepared });
    phone.subscribe(tell);
    setPhone(phone);
    return phone;
  } catch (error) {
    // The next who asks tries again.
    coming = undefined;
    throw error;
  }
}

/** From now on this one is meant. */
export function setPhone(phone: Phone | undefined): void {
  found = phone;
  tell();
}

/** The phone half of a browser that was prepared. */
export async function findPhone(): Promise<Phone | undefined> {
  if (found) return found;
  return isPrepared() ? getPhone().catch(() => undefined) : undefined;
}

/** Undefined while it is not known yet. */
export function usePhoneState(): PhoneState | undefined {
  return useSyncExternalStore(subscribe, stateNow);
}

/** What an act comes to on a phone that keeps it, `undefined` where it goes to the server as always. */
export async function actOnPhone(procedure: string, input: unknown): Promise<{ readonly answer: unknown } | undefined> {
  const phone = await findPhone();
  return phone?.takes(procedure) ? { answer: await phone.act(procedure, input) } : undefined;
}

/** Whether what an act answered is only what the phone has made of it: it waits, and the server knows nothing of it. */
export async function isKeptHere(commandId: string): Promise<boolean> {
  const state = (await findPhone())?.state();
  return state?.is === 'open' && state.entries.some(({ command }) => command.id === commandId);
}

/** What the phone answers before the server is asked: while something waits, the server does not know yet what is shown. */
export async function answerAhead(procedure: string, input: unknown): Promise<unknown> {
  const phone = await findPhone();
  const state = phone?.state();
  const isAhead = state?.is === 'open' && state.entries.some(({ standing }) => standing.is === 'waiting');
  return isAhead ? phone?.answer(procedure, input) : undefined;
}

export async function answerAlone(procedure: string, input: unknown): Promise<unknown> {
  return (await findPhone())?.answer(procedure, input);
}

/** What was kept of the session, once the PIN was given. */
export async function keptSession(): Promise<unknown> {
  const phone = await findPhone();
  if (!phone) return undefined;
  await unlocked(phone);
  return phone.session();
}

export async function keepSession(session: unknown): Promise<void> {
  // It is kept for a day without signal; that it could not be kept must not keep anybody from working with one.
  await (await findPhone())?.keepSession(session).catch(() => undefined);
}

/** Signing out leaves no window of this browser open. */
export async function leavePhone(): Promise<void> {
  (await findPhone())?.leave();
}

/** Who leaves takes the key along. */
export async function lockPhone(): Promise<void> {
  (await findPhone())?.lock();
}

function unlocked(phone: Phone): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (phone.state().is === 'locked') return;
      leave();
      done();
    };
    const leave = phone.subscribe(look);
    look();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void findPhone();
  return () => listeners.delete(listener);
}

const off: PhoneState = { is: 'off' };

function stateNow(): PhoneState | undefined {
  if (found) return found.state();
  return isPrepared() ? undefined : off;
}

function tell(): void {
  for (const listener of listeners) listener();
}

function isPrepared(): boolean {
  if (typeof window === 'undefined') return false;
  try {
    return localStorage.getItem(FLAG) !== null;
  } catch {
    // No storage, or none for us: nothing was ever prepared here.
    return false;
  }
}

function rememberPrepared(isSo: boolean): void {
  if (isSo) localStorage.setItem(FLAG, '1');
  else localStorage.removeItem(FLAG);
}
