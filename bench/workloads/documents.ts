/**
 * The register of documents: lists and search by words at each level, over documents made for it and taken out afterwards.
 * Each commune issues some dozens a year, each province a few that go to all its communes. Of the words some stand in every
 * third document, most in few: what is sought often must not be walked through whole.
 */
import { sql } from 'kysely';
import { rows, type Db } from '../../src/platform/db/database.ts';
import { homeOf, newId, type Id } from '../../src/platform/ids.ts';
import { by, measureReads, type Bench, type Reads, type Workload } from '../bench.ts';
import type { Line } from '../measure.ts';

const perCommune = 60;
const perProvince = 40;
const wordsEach = 30;
/** Words are drawn from so many, the first of them far more often than the last. */
const vocabulary = 4000;
/** Nobody issues documents under it. */
const issuerCode = 'BENCH';

interface Issuer {
  readonly id: Id<'unit'>;
  readonly name: string;
  readonly below: readonly Id<'unit'>[];
}

export const documents: Workload = {
  name: 'documents',
  title: 'documents, listed and searched',
  run: async (bench) => {
    const { installation: { owner }, say } = bench;
    await takeOut(owner);
    const made = await makeDocuments(bench);
    say(`${made} documents`);
    try {
      return await measured(bench);
    } finally {
      await takeOut(owner);
    }
  },
};

async function measured(bench: Bench): Promise<Line[]> {
  const { callers: { top, province, commune }, places } = bench;
  const budget = { text: 'p95 < 150 ms', under: 150 };
  const reads = (what: string, asked: Reads['reads']): Reads => ({ workload: 'documents', what, reads: asked, closed: [1], paced: 50, budget });
  const sought = (words: readonly string[]) => words.map((word) => `/api/documents?limit=50&search=${encodeURIComponent(word)}`);
  const [common, rare, missing] = [[0, 1, 2, 3], [900, 1500, 2200, 3100, 3900], [vocabulary + 1, vocabulary + 2]].map((numbers) => numbers.map(wordOf));
  const both = [1200, 1900, 2600].map((number) => `${wordOf(0)} ${wordOf(number)}`);
  return [
    ...(await measureReads(bench, reads('list, first page, everything', by(top, ['/api/documents?limit=50'])))),
    ...(await measureReads(bench, reads('list of a commune, first page', by(province, places.someCommunes.map((id) => `/api/documents?limit=50&unitId=${id}`))))),
    ...(await measureReads(bench, reads('list, first page, one commune in reach', by(commune, ['/api/documents?limit=50'])))),
    ...(await measureReads(bench, reads('search: a word of every third document', by(top, sought(common!))))),
    ...(await measureReads(bench, reads('search: a rare word', by(top, sought(rare!))))),
    ...(await measureReads(bench, reads('search: a rare word beside a common one', by(top, sought(both))))),
    ...(await measureReads(bench, reads('search: a word that stands nowhere', by(top, sought(missing!))))),
    ...(await measureReads(bench, reads('search: a common word, one province in reach', by(province, sought(common!))))),
    ...(await measureReads(bench, reads('search: a rare word, one province in reach', by(province, sought(rare!))))),
    ...(await measureReads(bench, reads('search: a common word, one commune in reach', by(commune, sought(common!))))),
  ];
}

async function makeDocuments({ installation: { owner }, places: { today } }: Bench): Promise<number> {
  const issuers = await rows(owner, sql<Issuer>`
    select v.unit_id as id, v.name, case v.kind when 'provincial_party' then array(
      select c.descendant_id from unit_closure c join unit_versions w on w.unit_id = c.descendant_id and w.valid @> ${today}::date and w.kind = 'commune_party'
      where c.hierarchy = 'party' and c.ancestor_id = v.unit_id and c.valid @> ${today}::date) else '{}' end as below
    from unit_versions v where v.kind in ('provincial_party', 'commune_party') and v.valid @> ${today}::date order by v.unit_id`);
  let made = 0;
  for (const issuer of issuers) {
    const ids = Array.from({ length: issuer.below.length > 0 ? perProvince : perCommune }, () => newId<'document'>(homeOf(issuer.id)));
    await insert(owner, { issuer, ids, from: made, today });
    made += ids.length;
  }
  await sql`analyze documents, document_recipients`.execute(owner);
  return made;
}

async function insert(owner: Db, { issuer, ids, from, today }: { issuer: Issuer; ids: readonly Id<'document'>[]; from: number; today: string }): Promise<void> {
  const texts = ids.map((_, at) => Array.from({ length: wordsEach }, (__, nth) => wordOf(drawn(from + at, nth))).join(' '));
  await sql`
    insert into documents (home_id, id, unit_id, direction, type, number, issuer_code, issuer, term, summary, issued_on, valid_from, words, version, recorded_at)
    select ${homeOf(issuer.id)}::smallint, d.id, ${issuer.id}::uuid, 'issued', (array['NQ', 'KH', 'TB', 'BC', 'CV'])[1 + d.nth % 5], d.nth, ${issuerCode}, ${issuer.name}, '1990-1995', left(d.text, 120),
      ${today}::date - (d.nth * 6)::int, ${today}::date - (d.nth * 6)::int, setweight(to_tsvector('simple', d.text), 'A'), 1, now()
    from unnest(${[...ids]}::uuid[], ${texts}::text[]) with ordinality d (id, text, nth)`.execute(owner);
  await sql`
    insert into document_recipients (home_id, document_id, unit_id, sent_on)
    select ${homeOf(issuer.id)}::smallint, d, u, ${today}::date from unnest(${[...ids]}::uuid[]) d cross join unnest(${[...issuer.below]}::uuid[]) u`.execute(owner);
}

/** The same numbers in each run; a third power, so that few words stand in very many documents. */
function drawn(document: number, nth: number): number {
  const chance = ((document * 7919 + nth * 104_729) % 1_000_003) / 1_000_003;
  return Math.floor(vocabulary * chance ** 3);
}

/** Letters alone, as of a word without diacritics. */
function wordOf(number: number): string {
  return `t${[...number.toString(26)].map((digit) => String.fromCodePoint(97 + Number.parseInt(digit, 26))).join('')}`;
}

async function takeOut(owner: Db): Promise<void> {
  await sql`delete from document_recipients where (home_id, document_id) in (select home_id, id from documents where issuer_code = ${issuerCode})`.execute(owner);
  await sql`delete from documents where issuer_code = ${issuerCode}`.execute(owner);
}
