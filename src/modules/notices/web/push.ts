/**
 * Web push in the browser that one is in. It needs the service worker, which is brought where somebody turns it on. Which of the
 * account's browsers this is, is remembered here: the server tells no addresses.
 */
import { awaitWorker } from '../../../shell/worker.ts';

export interface StandingHere {
  readonly is: 'unsupported' | 'denied' | 'off' | 'on';
  readonly id: string | null;
}

const rememberedAs = 'satcoso.thong-bao-day';

export async function standingHere(): Promise<StandingHere> {
  const id = localStorage.getItem(rememberedAs);
  if (!isSupported()) return { is: 'unsupported', id };
  if (Notification.permission === 'denied') return { is: 'denied', id };
  const registration = await registrationHere();
  return { is: (await registration?.pushManager.getSubscription()) ? 'on' : 'off', id };
}

interface Subscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Asks the reader's permission, then the browser, then the server. */
export async function subscribeHere(pushKey: string, send: (subscription: Subscription) => Promise<{ id: string }>): Promise<StandingHere['is']> {
  if (!isSupported()) return 'unsupported';
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  await awaitWorker();
  const registration = await registrationHere();
  // A server of development builds no worker.
  if (!registration) return 'unsupported';
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(pushKey) });
  const { endpoint, keys } = subscription.toJSON();
  const { id } = await send({ endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' });
  localStorage.setItem(rememberedAs, id);
  return 'on';
}

export async function leaveHere(): Promise<void> {
  const registration = await registrationHere();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  localStorage.removeItem(rememberedAs);
}

function isSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

async function registrationHere(): Promise<ServiceWorkerRegistration | undefined> {
  return isSupported() ? navigator.serviceWorker.getRegistration() : undefined;
}

/** Older browsers take the key as bytes only. */
function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
