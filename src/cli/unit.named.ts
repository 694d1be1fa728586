/** A unit as somebody types it: its id, the `ref` of an import, or its name on a day. */
import { z } from 'zod';
import { findUnitsByRef } from '../modules/imports/server/index.ts';
import { unitContract, type UnitItem } from '../modules/units/unit.contract.ts';
import type { Ctx } from '../platform/context.ts';
import type { Day } from '../platform/day.ts';
import type { Id } from '../platform/ids.ts';
import { CliProblem } from './cli.problem.ts';
import { perform } from './perform.ts';

export interface NamedUnit {
  readonly id: Id<'unit'>;
  readonly name: string;
}

export async function findUnit(ctx: Ctx, typed: string, asOf: Day): Promise<NamedUnit> {
  const text = typed.trim();
  const ids = z.guid().safeParse(text).success ? [text.toLowerCase() as Id<'unit'>] : await findUnitsByRef(ctx, text);
  if (ids.length > 1) throw new CliProblem('problem.severalRefs', { text, ids: ids.join(', ') }, 2);
  const [id] = ids;
  if (id === undefined) return unitByName(ctx, text, asOf);
  const { name } = await perform(ctx, unitContract.unit, { id, asOf });
  return { id, name };
}

async function unitByName(ctx: Ctx, text: string, asOf: Day): Promise<NamedUnit> {
  const { items } = await perform(ctx, unitContract.list, { q: text, asOf, limit: 20 });
  const exact = items.filter((item) => [item.name, item.shortName].includes(text));
  const [only, ...others] = exact.length > 0 ? exact : items;
  if (!only) throw new CliProblem('problem.noUnit', { text, asOf }, 2);
  if (others.length > 0) throw new CliProblem('problem.severalUnits', { text, units: [only, ...others].map(line).join('\n') }, 2);
  return only;
}

function line({ id, name, path }: UnitItem): string {
  return `  ${id}  ${[name, ...path].join(' – ')}`;
}
