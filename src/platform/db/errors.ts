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
}

const serializationFailure = new Set(['40001', '40P01']);

export function problemOf(error: unknown, refusals: ConstraintRefusals): Problem | undefined {
  if (error instanceof Problem) return error;
  if (!isDatabaseError(error)) return undefined;
  if (serializationFailure.has(error.code)) return new Problem({ code: 'platform.busy', kind: 'conflict' });
  const refusal = error.constraint ? refusals[withoutShard(error.constraint)] : undefined;
  return refusal ? new Problem(refusal) : undefined;
}

/** Something still refers to the row. */
export function isForeignKeyViolation(error: unknown): boolean {
  return isDatabaseError(error) && error.code === '23503';
}

/** Citus names a shard's constraint `name_102008`. */
function withoutShard(constraint: string): string {
  return constraint.replace(/_\d{6,}$/, '');
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code);
}
