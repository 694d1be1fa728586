/** The same questions on the same people to a peer, side by side: list, search, members by child; and plain SQL for the last. */
import { ask, closedLoad, type Read } from '../load.ts';
import { by, lineOf, type Bench, type Workload } from '../bench.ts';
import { limitOf, type Line } from '../measure.ts';
import { directusVersion, installDirectus, peerHeaders, startDirectus } from '../peer/directus.ts';
import { dropPeer, layOutPeer } from '../peer/rows.ts';
import { countings, measureCounting } from '../peer/views.ts';
import type { Server } from '../server.ts';

const name = `Directus ${directusVersion}`;
const userCounts = [1, 50];

export const peer: Workload = {
  name: 'peer',
  title: 'a peer on the same rows',
  run: async (bench) => {
    const { url, people } = await layOutPeer(bench.installation, bench.places);
    try {
      const plain = await plainSql(bench, url);
      const command = await installDirectus(bench.say);
      if (command === undefined) bench.skip(`peer ${name}: the npm registry did not give it`);
      else plain.unshift(...(await sideBySide(bench, { command, url, people })));
      return plain;
    } finally {
      await dropPeer(bench.installation);
    }
  },
};

async function plainSql(bench: Bench, peerUrl: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const counting of countings({ installation: bench.installation, peerUrl, places: bench.places })) {
    const line = await measureCounting(counting, { users: 1, seconds: bench.bounds.seconds });
    if (line) lines.push(line);
    else bench.skip(`${counting.what}: no pgbench`);
  }
  return lines;
}

async function sideBySide(bench: Bench, { command, url, people }: { command: string; url: string; people: number }): Promise<Line[]> {
  const server = await startDirectus(command, { url, connections: bench.installation.config.databaseConnections });
  try {
    const lines: Line[] = [];
    for (const question of questions(bench)) for (const users of userCounts) lines.push(...(await compare(bench, { question, server, users, people })));
    return lines;
  } finally {
    await server.stop();
  }
}

interface Question {
  readonly what: string;
  readonly ours: readonly Read[];
  readonly theirs: readonly string[];
}

function questions({ callers: { province: caller }, places: { province, names } }: Bench): Question[] {
  const inProvince = `filter[province_id][_eq]=${province.id}`;
  const fields = 'fields=id,full_name,sex,birth_on,status,cell_id.id,cell_id.name';
  const words = [...names.borne.slice(0, 30), ...names.missing];
  return [
    { what: 'people, first page of 50', ours: by(caller, ['/api/people?limit=50']), theirs: [`/items/people?${inProvince}&${fields}&sort=given_key,sort_key,id&limit=50`] },
    {
      what: 'search by name, 8 found at most', ours: by(caller, words.map((word) => `/api/people-search?q=${encodeURIComponent(word)}`)),
      theirs: words.map((word) => `/items/people?${inProvince}&filter[name_key][_contains]=${encodeURIComponent(word)}&${fields}&sort=given_key,sort_key,id&limit=8`),
    },
    {
      what: 'members by child of the province', ours: by(caller, [`/api/figures/members/breakdown?unit=${province.id}&by=child`]),
      theirs: [`/items/people?${inProvince}&aggregate[count]=*&groupBy[]=commune_id&limit=-1`],
    },
  ];
}

interface Comparison {
  readonly question: Question;
  readonly server: Server;
  readonly users: number;
  readonly people: number;
}

async function compare(bench: Bench, { question: { what, ours, theirs }, server, users, people }: Comparison): Promise<Line[]> {
  const reads = theirs.map((path) => ({ path, caller: { name, headers: peerHeaders } }));
  await requireAnswers(server, reads);
  const peerLoad = await closedLoad({ origin: server.origin, reads, health: '/server/ping' }, users, bench.bounds);
  const ownLoad = await closedLoad({ origin: bench.server.origin, reads: ours }, users, bench.bounds);
  const how = `${users} user${users === 1 ? '' : 's'}, closed loop`;
  return [
    { ...lineOf({ workload: 'peer', what }, `ours, ${how}`, ownLoad), limit: limitOf(name, { ours: ownLoad.perSecond, limit: peerLoad.perSecond }) },
    { ...lineOf({ workload: 'peer', what }, `${name}, ${how}`, peerLoad), note: `${people.toLocaleString('en')} people in one flat table, no access control` },
  ];
}

async function requireAnswers({ origin }: Server, reads: readonly Read[]): Promise<void> {
  const [first] = reads;
  if (!first) return;
  const { status, body } = await ask(origin, first.path, first.caller ? { caller: first.caller } : {});
  if (status !== 200 || !body.includes('"data":[{')) throw new Error(`${name} answered ${first.path} with ${status}: ${body.slice(0, 300)}`);
}
