/**
 * What waits on a phone to be sent: commands in the order of their making, each with what came of it. Pure; `phone/` keeps
 * and sends them.
 */
import type { Refusal } from '../platform/problem.ts';

export const aboutTypes = ['meeting', 'task', 'membership', 'attention', 'petition', 'visit'] as const;

export interface OutboxCommand {
  /** The command id: sent again with the same one, it is done once. */
  readonly id: string;
  /** `meetings.mark`; only procedures declared by `command`. */
  readonly procedure: string;
  readonly input: unknown;
  /** When it was made on the phone, ISO with offset. */
  readonly at: string;
  /** What it is about, in the order of the page that shows it: a meeting, a task, a person's membership, a visit. */
  readonly about: { readonly type: (typeof aboutTypes)[number]; readonly id: string };
}

export type Standing =
  /** Not sent, or sent and nobody knows: it is sent again. */
  | { readonly is: 'waiting' }
  /** Done, but not in what was pulled yet: still shown as done by the phone. */
  | { readonly is: 'done'; readonly answer: unknown }
  /** Stays until a person decides: sent again as it is or changed, or given up. */
  | { readonly is: 'refused'; readonly refusal: Refusal };

export interface OutboxEntry {
  readonly command: OutboxCommand;
  readonly standing: Standing;
  /** Its number on this phone; lower is earlier. */
  readonly seq: number;
}

/** The file that carries what waits (`sync.deliver`), sealed with the secret of the device: `{"format","deviceId","sealed"}`. */
export const outboxFormat = 'satcoso-outbox-1';

export interface OutboxFile {
  readonly format: typeof outboxFormat;
  readonly deviceId: string;
  /** Base64 of 12 bytes of nonce and AES-256-GCM of the JSON of `OutboxCommand[]`; the secret is the key. */
  readonly sealed: string;
}
