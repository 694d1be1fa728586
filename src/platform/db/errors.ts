/**
 * Errors of PostgreSQL as problems, by SQLSTATE and constraint name. The database has the last word on what may be
 * stored; what it refuses is told in the words of the module that owns the constraint.
 */
import { Problem, type Refusal } from '../problem.ts';

/** Constraint name → the refusal it stands for. Each module adds its own; a guard test compares with pg_constraint. */
export type ConstraintRefusals = Readonly<Record<string, Refusal>>;

interface DatabaseError {
  readonly code: string;
  readonly constraint?: string;
  readonly message?: string;
}

/** Two transactions got in each other's way; neither was at fault, and the same again may well pass. */
const contention = new Set(['40001', '40P01']);
/** Others held what was needed for longer than one may wait; to do all of it again at once would be as vain. */
const waitedInVain = '55P03';
/** The server went away or is just coming up. */
const serverGone = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH']);
/** The driver says these without a code. */
const driverLost = /^Connection terminated|connection error and is not queryable|^server conn crashed|timeout exceeded when trying to connect/;

export function problemOf(error: unknown, refusals: ConstraintRefusals): Problem | undefined {
  if (error instanceof Problem) return error;
  if (!isDatabaseError(error)) return undefined;
  if (contention.has(error.code) || error.code === waitedInVain) return new Problem({ code: 'platform.busy', kind: 'conflict' });
  const refusal = constraintsNamed(error).map((name) => refusals[name]).find((known) => known !== undefined);
  return refusal ? new Problem(refusal) : undefined;
}

/** Something still refers to the row. */
export function isForeignKeyViolation(error: unknown): boolean {
  return isDatabaseError(error) && error.code === '23503';
}

/** The transaction was rolled back in favour of another. */
export function isContention(error: unknown): boolean {
  return isDatabaseError(error) && contention.has(error.code);
}

/** Nothing is known of what the server did last. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return serverGone.has(code) || (/^08[0-9A-Z]{3}$/.test(code)) || driverLost.test(error.message);
}

/** Asked of a server that only follows another. */
export function isReadOnlyServer(error: unknown): boolean {
  return isDatabaseError(error) && error.code === '25006';
}

/** What a node of a Citus cluster reports comes back without the field, only with the name in the sentence. */
function constraintsNamed({ code, constraint, message }: DatabaseError): string[] {
  if (constraint !== undefined) return [withoutShard(constraint)];
  return code.startsWith('23') ? [...(message ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => withoutShard(name!)) : [];
}

/** Citus names a shard's constraint `name_102008`. */
function withoutShard(constraint: string): string {
  return constraint.replace(/_\d{6,}$/, '');
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code);
}
