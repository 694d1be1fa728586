/** The phone half with what the modules say of their reads and acts without signal. Fetched only where a browser was prepared, or is being. */
import type { Procedure } from '../platform/contract.ts';
import { createPhone } from '../sync/phone/create.phone.ts';
import type { OfflineModule, Phone } from '../sync/phone/phone.ts';
import { browserPlace } from '../sync/phone/place.ts';
import { problemOf } from './api.problem.ts';
import { reach } from './reach.ts';
import { requestOf } from './request.ts';
import { sessionEndpoint, type Session } from './session.shape.ts';
import { awaitWorker, dismissWorker } from './worker.ts';

const modules = Object.values(import.meta.glob<Readonly<Record<string, OfflineModule>>>('../modules/*/web/*.offline.module.ts', { eager: true })).flatMap((found) => Object.values(found));
const contracts = Object.values(import.meta.glob<Readonly<Record<string, Readonly<Record<string, Procedure>>>>>('../modules/*/*.contract.ts', { eager: true }));
const commands = new Map(contracts.flatMap((found) => Object.values(found)).flatMap((contract) => Object.values(contract)).filter(({ isCommand }) => isCommand).map((procedure) => [procedure.name, procedure]));

export async function phoneHere({ remember }: { readonly remember: (isPrepared: boolean) => void }): Promise<Phone> {
  const phone = await createPhone({ modules, endpointOf, reach, place: browserPlace({ remember: (isPrepared) => rememberHere(isPrepared, remember) }), askSession, accountOf: (session) => (session as Session).account.id });
  if (phone.state().is !== 'off') void awaitWorker().catch(() => undefined);
  return {
    ...phone,
    // Without the app's own files at hand the phone would be ready only until it is closed.
    async prepare(given) {
      await phone.prepare(given);
      // It may have been called off meanwhile.
      if (phone.state().is === 'open') await awaitWorker();
    },
  };
}

async function rememberHere(isPrepared: boolean, remember: (isPrepared: boolean) => void): Promise<void> {
  remember(isPrepared);
  if (!isPrepared) await dismissWorker().catch(() => undefined);
}

function endpointOf(name: string): Procedure {
  const procedure = commands.get(name);
  if (!procedure) throw new Error(`${name} is no command of any contract`);
  return procedure;
}

async function askSession(): Promise<unknown> {
  const response = await reach(requestOf(sessionEndpoint, {}).url, { headers: { accept: 'application/json' } });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}
