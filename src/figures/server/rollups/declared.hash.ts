/** Names what the rows of the roll-ups mean: with other declarations, or other anchors, all is counted anew. */
import { createHash } from 'node:crypto';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { day } from '../../../platform/day.ts';
import type { Tables } from '../../../platform/db/database.ts';
import { figures } from '../../declared.ts';
import type { Figure, Sql } from '../../figure.ts';
import { anchorHierarchies, anchorKindsOf, systemsOf } from './anchors.ts';
import { histogramRows, rolledRows } from './roll.sql.ts';

const compiler = new Kysely<Tables>({
  dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler() },
});

/** To be raised when groups are made in another way. */
const placing = 2;
/** To be raised when rows are counted in another way. */
const counting = 2;

/** Of the anchors: with others all units are placed anew. */
export const placedHash = hashOf([placing, anchorHierarchies.map(anchorKindsOf)]);
/** Of the figures as well: with others all days are counted anew, in the groups that there are. */
export const declaredHash = `${placedHash} ${hashOf([counting, textsOfKept()])}`;

function hashOf(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 32);
}

/** One figure more of which nothing is kept is no reason to count anew. */
function textsOfKept(): unknown[][] {
  return figures.map(textsOf).filter((of) => of.length > 0);
}

function textsOf(figure: Figure): unknown[] {
  return systemsOf(figure).map((system) => {
    const rolling = { figures: [figure], system, days: [day('2000-01-01')] };
    const textOf = (rows: Sql) => {
      const { sql, parameters } = rows.compile(compiler);
      return [sql, parameters];
    };
    return [figure.id, ...textOf(rolledRows(rolling)), ...(figure.histogram ? textOf(histogramRows(figure, rolling)) : [])];
  });
}
