/** What the text of a migration, or of a statement in the sources, shows of the rules of distribution. */

/** Comments, texts and the bodies of functions are not looked into. */
function bareSql(text: string): string {
  return text
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''")
    .replaceAll(/--[^\n]*/g, ' ')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}

export function faultsOfMigration(text: string): string[] {
  return bareSql(text).split(';').flatMap((statement) => [...severalSubcommands(statement), ...unnamedConstraints(statement)]);
}

function severalSubcommands(statement: string): string[] {
  const altered = /^\s*alter (?:table|index) (?:if exists )?(?:only )?(\S+) (.*)$/.exec(statement);
  return altered && splitOutsideBrackets(altered[2]!).length > 1 ? [`several subcommands in one ALTER of ${altered[1]}`] : [];
}

const kinds = /\b(primary key|unique|check|exclude|foreign key|references)\b/g;

/** PostgreSQL would make up a name, another one in another version. */
function unnamedConstraints(statement: string): string[] {
  const made = /^\s*(?:create (?:unlogged )?table (?:if not exists )?(\S+)|alter table (?:if exists )?(?:only )?(\S+) add )/.exec(statement);
  if (!made) return [];
  const start = statement.indexOf('(');
  const parts = made[1] === undefined ? [statement.slice(made[0].length)] : splitOutsideBrackets(statement.slice(start + 1, statement.lastIndexOf(')')));
  return parts.filter((part) => [...part.matchAll(kinds)].length > 0 && !/\bconstraint \S+ (primary key|unique|check|exclude|foreign key)/.test(part))
    .map((part) => `a constraint of ${made[1] ?? made[2]} without a name: ${part.trim().slice(0, 60)}`);
}

function splitOutsideBrackets(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** Statements, in SQL or in Kysely's words, that would move a row to another home. */
export function movesOfHome(source: string): string[] {
  const text = source.replaceAll(/\s+/g, ' ');
  const inSql = [...text.matchAll(/\b(?:update [\w".]+(?: (?:as )?\w+)? set|do update set) (.*?)(?: where | from | returning |`|$)/gi)];
  const inKysely = [...text.matchAll(/\.(?:set|doUpdateSet)\((\{.*?\})\)/g)];
  return [...inSql, ...inKysely].map(([whole]) => whole).filter((whole) => /\bhome_id\s*[=:]|\{ home_id[,\s}]|, home_id[,\s}]/.test(whole)).map((whole) => whole.slice(0, 120));
}

/** Begins a transaction, by Kysely, by the driver or by its name in SQL. */
export function beginsTransaction(source: string): boolean {
  return /\.transaction\(\)|\binTransaction\(|(?:\bquery\(\s*['`]|\bsql`)\s*(?:begin|start transaction)\b/i.test(source);
}

/** What would rely on a connection being the same one from transaction to transaction. */
export function reliesOnSession(source: string): string[] {
  const text = source.replaceAll(/\s+/g, ' ');
  const found = [...text.matchAll(/`\s*(listen \w+|unlisten|load '|prepare \w+|declare \w+ (?:binary |scroll )*cursor with hold|set (?!local\b|constraints\b)(?:session )?[a-z_.]+ ?(?:=|to) |reset \w+|discard |create temp\w* table (?![^`]*on commit drop))|pg_(?:try_)?advisory_lock(?:_shared)?\(|\bset_config\(/gi)];
  return found.map(([what]) => what.slice(0, 80));
}

/** Changes, removals and locks of rows of a distributed table that do not say in which home: every node would be asked. */
export function writesWithoutHome(source: string, distributed: readonly string[]): string[] {
  const named = distributed.join('|');
  const inSql = [...source.matchAll(/`[^`]*`/g)].map(([text]) => text)
    .filter((text) => new RegExp(`\\bupdate (?:only )?(${named})\\b|\\bdelete from (${named})\\b|\\bfrom (${named})\\b[^\`]*\\bfor update`, 'i').test(text));
  const inKysely = [...source.matchAll(new RegExp(`\\.(?:updateTable|deleteFrom|selectFrom)\\('(?:${named})(?: as \\w+)?'\\)[^;]*;`, 'g'))].map(([text]) => text)
    .filter((text) => !text.startsWith('.selectFrom') || /\.for(?:NoKey)?Update\(/.test(text));
  return [...inSql, ...inKysely].filter((text) => !/home_id/.test(withPieces(text, source))).map((text) => text.replaceAll(/\s+/g, ' ').slice(0, 120));
}

/** A statement with those pieces of it that the same file names. */
function withPieces(text: string, source: string): string {
  const pieces = new Map([...source.matchAll(/const (\w+) = sql(?:<[^>]*>)?`([^`]*)`/g)].map(([, name, piece]) => [name, piece]));
  return text.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => pieces.get(name) ?? whole);
}
