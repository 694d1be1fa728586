/** A process of its own that the tests kill: starts PostgreSQL, then commits rows and prints each committed one. */
import { Client } from 'pg';
import { PostgresProblem } from '../postgres.problem.ts';
import { startPostgres } from '../supervisor.ts';

const [dataDir = '', mode = 'idle'] = process.argv.slice(2);

await serve().catch((error: unknown) => {
  say(error instanceof PostgresProblem ? { problem: error.code, message: error.message } : { error: String(error) });
  process.exitCode = 3;
});

async function serve(): Promise<void> {
  const running = await startPostgres({
    dataDir,
    settings: { shared_buffers: '32MB' },
    onExit: (problem) => { say({ problem: problem.code, message: problem.message }); process.exit(4); },
  });
  say({ pid: running.pid, url: running.url });
  const client = new Client({ connectionString: running.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS marks (id bigint GENERATED ALWAYS AS IDENTITY, text text)');
  for (;;) await step(client);
}

async function step(client: Client): Promise<void> {
  if (mode === 'idle') return new Promise((done) => { setTimeout(done, 1000); });
  const { rows } = await client.query<{ id: string }>("INSERT INTO marks (text) VALUES ('Đảng ủy') RETURNING id");
  say({ committed: Number(rows[0]?.id) });
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
