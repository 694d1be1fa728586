/**
 * One-time codes (TOTP, RFC 6238: SHA-1, six digits, 30 seconds, one step of tolerance). A secret that was fetched but
 * not confirmed has no last step; a code counts only for a step later than the last one used.
 */
import { Secret, TOTP } from 'otpauth';
import { toString as drawQr } from 'qrcode';
import type { Ctx } from '../../platform/context.ts';
import { seal, unseal } from '../../platform/crypto/seal.ts';
import type { Id } from '../../platform/ids.ts';

const period = 30;
const issuer = 'Sát Cơ Sở';

export interface CodeSecret {
  readonly secret: string;
  readonly uri: string;
  readonly qr: string;
}

export async function newSecret(accountName: string): Promise<CodeSecret> {
  const totp = new TOTP({ issuer, label: accountName, period, secret: new Secret({ size: 20 }) });
  const uri = totp.toString();
  return { secret: totp.secret.base32, uri, qr: await drawQr(uri, { type: 'svg', margin: 1 }) };
}

/** The step of the code where it fits now. */
export function stepOf(ctx: Ctx, code: string, secret: string): number | undefined {
  const timestamp = ctx.now.getTime();
  const delta = new TOTP({ period, secret: Secret.fromBase32(secret) }).validate({ token: code, window: 1, timestamp });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta;
}

export function sealSecret({ keys }: Pick<Ctx, 'keys'>, id: Id<'account'>, secret: string): Buffer {
  return seal(keys, place(id), secret);
}

export function unsealSecret({ keys }: Pick<Ctx, 'keys'>, id: Id<'account'>, sealed: Buffer): string {
  return unseal(keys, place(id), sealed);
}

function place(id: Id<'account'>) {
  return { field: 'accounts.totp', id };
}
