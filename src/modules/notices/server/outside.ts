/**
 * What carries messages out of the installation: a mail server and the push servers of the browsers. Without settings there is
 * neither, and nothing else changes. Failures are told apart here: gone for good, refused, or to be tried again.
 */
import { createTransport } from 'nodemailer';
import webpush, { WebPushError } from 'web-push';
import type { Config } from '../../../platform/config.ts';
import type { Keys } from '../../../platform/crypto/keys.ts';
import { pushKeys } from './push.keys.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Outside {
  readonly sendMail?: (mail: Mail) => Promise<void>;
  /** `subscription` is what the browser gave, as JSON. */
  readonly sendPush?: (subscription: string, payload: string) => Promise<void>;
  /** Where people open the app. */
  readonly origin?: string;
}

/** `gone`: the address is no more. `refused`: not this message. `later`: perhaps the next time. */
export class Undelivered extends Error {
  readonly kind: 'gone' | 'refused' | 'later';
  /** Name or number of the fault; never an address. */
  readonly fault: string;

  constructor(kind: Undelivered['kind'], fault: string) {
    super(`not delivered: ${fault}`);
    this.kind = kind;
    this.fault = fault;
  }
}

const patience = 20_000;
/** Seconds for which a push server keeps a message for a device that is off. */
const keptFor = 24 * 60 * 60;

export function openOutside({ smtpUrl, mailFrom, publicOrigin }: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicOrigin'>, keys: Keys): Outside {
  const contact = contactOf({ mailFrom, publicOrigin });
  return {
    ...(smtpUrl !== undefined && mailFrom !== undefined ? { sendMail: mailBy(smtpUrl, mailFrom) } : {}),
    ...(contact === undefined ? {} : { sendPush: pushAs(contact, keys) }),
    ...(publicOrigin === undefined ? {} : { origin: publicOrigin }),
  };
}

/** Push servers want to know whom to write to; who does not say gets no web push, which a browser gives over HTTPS only anyway. */
export function contactOf({ mailFrom, publicOrigin }: Pick<Config, 'mailFrom' | 'publicOrigin'>): string | undefined {
  if (!publicOrigin?.startsWith('https:')) return undefined;
  return mailFrom === undefined ? publicOrigin : `mailto:${mailFrom}`;
}

function mailBy(smtpUrl: string, mailFrom: string): NonNullable<Outside['sendMail']> {
  const transport = createTransport({ url: smtpUrl, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience });
  return async ({ to, subject, text }) => {
    try {
      await transport.sendMail({ from: { name: 'Sát Cơ Sở', address: mailFrom }, to, subject, text, xMailer: false, disableFileAccess: true, disableUrlAccess: true });
    } catch (error) {
      throw undeliveredMail(error);
    }
  };
}

/** An answer of the server from 500 on to this recipient is final; a wrong password of ours, or a server that is away, is not. */
function undeliveredMail(error: unknown): Undelivered {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const isFinal = code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
  return new Undelivered(isFinal ? 'refused' : 'later', [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'unknown');
}

function pushAs(contact: string, keys: Keys): NonNullable<Outside['sendPush']> {
  const vapidDetails = { subject: contact, ...pushKeys(keys) };
  return async (subscription, payload) => {
    try {
      await webpush.sendNotification(JSON.parse(subscription), payload, { vapidDetails, TTL: keptFor, timeout: patience });
    } catch (error) {
      throw undeliveredPush(error);
    }
  };
}

function undeliveredPush(error: unknown): Undelivered {
  if (!(error instanceof WebPushError)) return new Undelivered('later', String((error as { code?: unknown }).code ?? 'unknown'));
  const { statusCode } = error;
  if (statusCode === 404 || statusCode === 410) return new Undelivered('gone', String(statusCode));
  const isLater = statusCode === 429 || statusCode >= 500;
  return new Undelivered(isLater ? 'later' : 'refused', String(statusCode));
}
