/**
 * The rows of the peer: the people placed under one province today, flat, as one would lay them out for such a platform:
 * one row a person with the ids of cell and commune on it, and the indexes that its questions need. Read from our
 * tables in the run, so both sides answer from the same people.
 */
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Installation } from '../installation.ts';
import type { Places } from '../places.ts';

export const peerDatabase = 'satcoso_bench_peer';
const most = 300_000;

/** Own tables of the peer come on top; names in C order, which is quicker than ours. */
const tables = `
  create extension pg_trgm;
  create table units (id uuid primary key, name text not null, kind text not null);
  create table people (
    id uuid primary key, full_name text not null, name_key text not null, given_key text not null, sort_key text not null, sex text, birth_on date,
    status text not null, cell_id uuid not null references units, commune_id uuid references units, province_id uuid not null references units);`;

const indexes = `
  create index people_list on people (province_id, given_key, sort_key, id);
  create index people_by_cell on people (cell_id);
  create index people_by_commune on people (province_id, commune_id);
  create index people_name on people using gin (name_key gin_trgm_ops);
  analyze;`;

/** Answers the login of the new database. */
export async function layOutPeer(installation: Installation, places: Places): Promise<{ url: string; people: number }> {
  await withClient(installation.url, async (client) => {
    await client.query(`drop database if exists ${peerDatabase} with (force)`);
    await client.query(`create database ${peerDatabase}`);
  });
  const url = urlOf(installation.url);
  const people = await withClient(url, async (target) => {
    await target.query(tables);
    await withClient(installation.url, async (source) => {
      await copy({ source, target, select: unitsOf(places), into: 'units' });
      await copy({ source, target, select: peopleOf(places), into: 'people' });
    });
    await target.query(indexes);
    const { rows } = await target.query<{ count: number }>('select count(*)::int as count from people');
    return rows[0]?.count ?? 0;
  });
  return { url, people };
}

export async function dropPeer(installation: Installation): Promise<void> {
  await withClient(installation.url, (client) => client.query(`drop database if exists ${peerDatabase} with (force)`));
}

function urlOf(url: string): string {
  const changed = new URL(url);
  changed.pathname = `/${peerDatabase}`;
  return changed.href;
}

// Ids and days of our own, no input from outside.
function unitsOf({ province, today }: Places): string {
  return `select v.unit_id, v.name, v.kind from unit_closure c join unit_versions v on v.unit_id = c.descendant_id and v.valid @> '${today}'::date
    where c.hierarchy = 'party' and c.ancestor_id = '${province.id}' and c.valid @> '${today}'::date`;
}

/** The commune is what stands directly under the province, as in the breakdown by child that it is compared with. */
function peopleOf({ province, today }: Places): string {
  return `select distinct on (p.id) p.id, p.full_name, p.name_key, split_part(p.sort_key, ' ', 1), p.sort_key, p.sex, p.birth_on,
      case when m.recognised_on <= '${today}' then 'full' else 'probationary' end, l.cell_id, child.descendant_id, '${province.id}'::uuid
    from unit_closure under join placements l on l.cell_id = under.descendant_id and l.kind = 'official' and l.valid @> '${today}'::date
    join memberships m on m.home_id = l.home_id and m.id = l.membership_id and m.valid @> '${today}'::date
    join people p on p.home_id = l.home_id and p.id = l.person_id
    left join lateral (
      select c.descendant_id from unit_closure c join unit_closure up on up.hierarchy = 'party' and up.descendant_id = l.cell_id and up.ancestor_id = c.descendant_id and up.valid @> '${today}'::date
      where c.hierarchy = 'party' and c.ancestor_id = '${province.id}' and c.depth = 1 and c.valid @> '${today}'::date limit 1) child on true
    where under.hierarchy = 'party' and under.ancestor_id = '${province.id}' and under.valid @> '${today}'::date
    order by p.id limit ${most}`;
}

async function copy({ source, target, select, into }: { source: pg.Client; target: pg.Client; select: string; into: string }): Promise<void> {
  await pipeline(source.query(copyTo(`copy (${select}) to stdout`)), target.query(copyFrom(`copy ${into} from stdin`)));
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c jit=off' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
