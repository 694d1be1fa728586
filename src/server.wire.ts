/** What the supervising process and the processes that serve say to each other. */
import type { Config } from './platform/config.ts';

export type ToWorker =
  | { readonly kind: 'serve'; readonly config: Config; readonly url: string; readonly logLevel: string; readonly label: string }
  | { readonly kind: 'stop' }
  /** Numbers of all processes, for the one that was asked. */
  | { readonly kind: 'numbers'; readonly ask: number; readonly text: string };

export type ToSupervisor =
  | { readonly kind: 'listening'; readonly address: string }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | undefined }
  | { readonly kind: 'ask'; readonly ask: number };

/** Other messages share the channel: those of the metrics library. */
export function isSaid(message: unknown): message is { readonly kind: string } {
  return typeof message === 'object' && message !== null && 'kind' in message && typeof message.kind === 'string';
}
