/**
 * Whether the key file belongs to the database. Without this check a lost file would be replaced by a new one without
 * a word, and what was sealed with the old keys could neither be read nor found any more.
 */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { firstRow, type Db } from '../db/database.ts';
import { hasKeyFile, KeyProblem, loadOrCreateKeys, type Keys } from './keys.ts';

/** The keys of this database; made together with its first use.
 * @throws KeyProblem where the file is missing, damaged or of another database. */
export async function openKeys(db: Db, file: string): Promise<Keys> {
  const known = await firstRow(db, sql<{ value: string }>`select value from settings where key = 'keyCheck'`);
  if (known && !(await hasKeyFile(file))) {
    throw new KeyProblem(`the key file ${file} is missing, but this database was written with it; put it back from where it was kept safe (restore --with-keys brings one that was backed up)`);
  }
  const keys = await loadOrCreateKeys(file);
  const mark = createHmac('sha256', keys.hashing).update('satcoso').digest('hex');
  if (known && known.value !== mark) throw new KeyProblem(`the key file ${file} belongs to another database; put the right one in its place`);
  if (!known) await sql`insert into settings (key, value) values ('keyCheck', ${JSON.stringify(mark)}::jsonb) on conflict (key) do nothing`.execute(db);
  return keys;
}
