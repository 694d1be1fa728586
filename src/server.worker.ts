/**
 * One of several processes that serve on the same port. It begins when the supervisor says with what, and ends when it is
 * asked to or when the supervisor is gone (which node sees by the closed channel, however the supervisor died).
 */
import { openLog } from './platform/log.ts';
import { serve, type Serving } from './server.ts';
import { isSaid, type ToSupervisor, type ToWorker } from './server.wire.ts';

const gathering = new Map<number, (text: string) => void>();
const gatherWithin = 5000;
let asked = 0;
let serving: Serving | undefined;

process.on('message', (message: unknown) => {
  if (!isSaid(message)) return;
  const said = message as ToWorker;
  if (said.kind === 'serve') void begin(said);
  if (said.kind === 'stop') void end();
  if (said.kind === 'numbers') gathering.get(said.ask)?.(said.text);
});
// Ctrl-C reaches all processes at a terminal; the supervisor says when to stop.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => void end());

async function begin({ config, url, logLevel, label }: Extract<ToWorker, { kind: 'serve' }>): Promise<void> {
  try {
    const log = openLog(logLevel).child({ process: label });
    serving = await serve({ config, url, log, share: { label, gather } });
    say({ kind: 'listening', address: serving.address });
  } catch (error) {
    const { message, code } = error as { message?: unknown; code?: unknown };
    say({ kind: 'failed', message: String(message), code: typeof code === 'string' ? code : undefined });
    process.exitCode = 3;
    process.disconnect?.();
  }
}

async function end(): Promise<void> {
  await serving?.stop().catch(() => { process.exitCode = 3; });
  process.exit();
}

/** Numbers of all processes, in the text that Prometheus reads. */
async function gather(): Promise<string> {
  asked += 1;
  const ask = asked;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => reject(new Error('the other processes do not answer')), gatherWithin);
  gathering.set(ask, resolve);
  say({ kind: 'ask', ask });
  return promise.finally(() => {
    clearTimeout(timer);
    gathering.delete(ask);
  });
}

function say(message: ToSupervisor): void {
  process.send?.(message);
}
