/**
 * How an installation is set up: one table of settings, each given by its environment variable or its key in
 * `satcoso.config.json`, the environment first. `docs/configuration.md` is rendered from this table.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Text } from './contract.ts';
import { textOf, type Language } from './messages.ts';
import { configMessages } from './config.messages.ts';

export interface Setting {
  readonly env: string;
  readonly schema: z.ZodType;
  /** As the operator would write it; undefined where nothing is set. */
  readonly usual: string | undefined;
  readonly meaning: Text;
}

export const configFileName = 'satcoso.config.json';

const text = z.string().min(1);
const yesOrNo = z.union([z.boolean(), z.stringbool({ truthy: ['true', '1', 'yes'], falsy: ['false', '0', 'no'] })]);
const origin = z.url({ protocol: /^https?$/ }).refine((url) => new URL(url).origin === url);
/** Becomes megabytes. */
const memory = z.string().regex(/^[1-9]\d{0,6}(MB|GB)$/, 'write it as 512MB or 4GB').transform((amount) => Number.parseInt(amount, 10) * (amount.endsWith('GB') ? 1024 : 1)).pipe(z.number().min(256));
/** `smtps://user:password@host:465`, or `smtp://…:587`, which goes on encrypted where the server can. */
const smtpUrl = z.url({ protocol: /^smtps?$/ });
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

export const settings = {
  data: { env: 'SATCOSO_DATA', schema: text, usual: './data', meaning: configMessages.data },
  databaseUrl: { env: 'DATABASE_URL', schema: postgresUrl, usual: undefined, meaning: configMessages.databaseUrl },
  host: { env: 'HOST', schema: text, usual: '127.0.0.1', meaning: configMessages.host },
  port: { env: 'PORT', schema: z.coerce.number().int().min(0).max(65_535), usual: '4000', meaning: configMessages.port },
  publicOrigin: { env: 'PUBLIC_ORIGIN', schema: origin, usual: undefined, meaning: configMessages.publicOrigin },
  secureCookies: { env: 'SECURE_COOKIES', schema: yesOrNo, usual: 'false', meaning: configMessages.secureCookies },
  trustProxy: { env: 'TRUST_PROXY', schema: text, usual: 'loopback', meaning: configMessages.trustProxy },
  metricsFrom: { env: 'METRICS_FROM', schema: z.enum(['loopback', 'anywhere']), usual: 'loopback', meaning: configMessages.metricsFrom },
  logLevel: { env: 'LOG_LEVEL', schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']), usual: 'info', meaning: configMessages.logLevel },
  databaseConnections: { env: 'DATABASE_CONNECTIONS', schema: z.coerce.number().int().min(2).max(200), usual: '10', meaning: configMessages.databaseConnections },
  databasePoolUrl: { env: 'DATABASE_POOL_URL', schema: postgresUrl, usual: undefined, meaning: configMessages.databasePoolUrl },
  databaseStatements: { env: 'DATABASE_STATEMENTS', schema: z.enum(['named', 'plain']), usual: 'named', meaning: configMessages.databaseStatements },
  databaseReplicaUrl: { env: 'DATABASE_REPLICA_URL', schema: postgresUrl, usual: undefined, meaning: configMessages.databaseReplicaUrl },
  databaseReplicaLag: { env: 'DATABASE_REPLICA_LAG', schema: z.coerce.number().int().min(1).max(300), usual: '5', meaning: configMessages.databaseReplicaLag },
  databaseMemory: { env: 'SATCOSO_DATABASE_MEMORY', schema: memory, usual: undefined, meaning: configMessages.databaseMemory },
  processes: { env: 'SATCOSO_PROCESSES', schema: z.union([z.literal('cores'), z.coerce.number().int().min(1).max(64)]), usual: '1', meaning: configMessages.processes },
  smtpUrl: { env: 'SMTP_URL', schema: smtpUrl, usual: undefined, meaning: configMessages.smtpUrl },
  mailFrom: { env: 'MAIL_FROM', schema: z.email(), usual: undefined, meaning: configMessages.mailFrom },
  keysFile: { env: 'SATCOSO_KEYS', schema: text, usual: undefined, meaning: configMessages.keysFile },
} as const satisfies Record<string, Setting>;

type Key = keyof typeof settings;

const schema = z.strictObject({
  data: settings.data.schema,
  databaseUrl: settings.databaseUrl.schema.optional(),
  host: settings.host.schema,
  port: settings.port.schema,
  publicOrigin: settings.publicOrigin.schema.optional(),
  secureCookies: settings.secureCookies.schema,
  trustProxy: settings.trustProxy.schema,
  metricsFrom: settings.metricsFrom.schema,
  logLevel: settings.logLevel.schema,
  databaseConnections: settings.databaseConnections.schema,
  databasePoolUrl: settings.databasePoolUrl.schema.optional(),
  databaseStatements: settings.databaseStatements.schema,
  databaseReplicaUrl: settings.databaseReplicaUrl.schema.optional(),
  databaseReplicaLag: settings.databaseReplicaLag.schema,
  databaseMemory: settings.databaseMemory.schema.optional(),
  processes: settings.processes.schema,
  smtpUrl: settings.smtpUrl.schema.optional(),
  mailFrom: settings.mailFrom.schema.optional(),
  keysFile: settings.keysFile.schema.optional(),
} satisfies Record<Key, z.ZodType>).refine(({ smtpUrl, mailFrom }) => smtpUrl === undefined || mailFrom !== undefined, { path: ['mailFrom'], error: 'SMTP_URL needs a sender' });

export interface Config extends Omit<z.output<typeof schema>, 'keysFile'> {
  readonly keysFile: string;
}

/** Something an operator must mend before anything can start. */
export class ConfigProblem extends Error {
  readonly text: Text;

  constructor(text: Text, params: Readonly<Record<string, string>>) {
    super(textOf(text, 'en', params));
    this.text = { vi: textOf(text, 'vi', params), en: textOf(text, 'en', params) };
  }

  sentence(language: Language): string {
    return this.text[language];
  }
}

export async function readConfig(environment: NodeJS.ProcessEnv = process.env): Promise<Config> {
  const given = fromEnvironment(environment);
  const data = given.data ?? settings.data.usual;
  const raw = { ...usualValues(), ...(await fromFile(environment['SATCOSO_CONFIG'], data)), ...given };
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw wrongSetting(parsed.error.issues[0]);
  const folder = resolve(parsed.data.data);
  return { ...parsed.data, data: folder, keysFile: resolve(parsed.data.keysFile ?? join(folder, 'keys.json')) };
}

function usualValues(): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).flatMap(([key, { usual }]) => (usual === undefined ? [] : [[key, usual]])));
}

/** An empty variable counts as not given: service files often set them so. */
function fromEnvironment(environment: NodeJS.ProcessEnv): Partial<Record<Key, string>> {
  return Object.fromEntries(Object.entries(settings).flatMap(([key, { env }]) => (environment[env] ? [[key, environment[env]]] : [])));
}

async function fromFile(named: string | undefined, data: string): Promise<Record<string, unknown>> {
  const file = named || join(data, configFileName);
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && !named) return '{}';
    throw new ConfigProblem(configMessages.unreadable, { file, reason: error.message });
  });
  const parsed = parseJson(content);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new ConfigProblem(configMessages.notJson, { file });
  const unknown = Object.keys(parsed).find((key) => !(key in settings));
  if (unknown !== undefined) throw new ConfigProblem(configMessages.unknownKey, { file, key: unknown, known: Object.keys(settings).join(', ') });
  return parsed as Record<string, unknown>;
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** The value itself is not repeated: it may be a password. */
function wrongSetting(issue: z.core.$ZodIssue | undefined): ConfigProblem {
  const key = String(issue?.path[0]);
  const env = key in settings ? settings[key as Key].env : key;
  return new ConfigProblem(configMessages.wrongValue, { key, env, reason: issue?.message ?? '' });
}
