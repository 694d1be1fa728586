/** Visits for phones: the places that the owner of the phone follows, each with its brief, and the own visits of late. Nothing here writes. */
import './visit.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { addDays } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { SyncSource } from '../../../sync/source.ts';
import type { PlaceRecord } from '../place.shapes.ts';
import { briefOf } from './brief.reads.ts';
import { placesOf } from './place.reads.ts';
import { isOwn } from './visit.reach.ts';
import { columns, wholeVisits, type NamedVisit } from './visit.reads.ts';

/** Places of one cadre with their briefs; whoever follows more reads the others with signal. */
const mostBriefs = 12;
const daysBack = 200;
const mostVisits = 100;

export const placeSource: SyncSource = {
  type: 'place',
  isPersonal: true,
  records: async (ctx) => {
    const places = (await placesOf(ctx)).slice(0, mostBriefs).toSorted((one, other) => (one.unit.id < other.unit.id ? -1 : 1));
    const found = [];
    for (const place of places) found.push({ id: place.unit.id, body: { place, brief: await briefOf(ctx, place.unit.id) } satisfies PlaceRecord });
    return found;
  },
};

export const visitSource: SyncSource = {
  type: 'visit',
  isPersonal: true,
  records: async (ctx) => (await wholeVisits(ctx, await ownVisits(ctx))).map((visit) => ({ id: visit.id, body: visit })),
};

function ownVisits(ctx: Ctx): Promise<NamedVisit[]> {
  return rows(ctx.db, sql<NamedVisit>`select ${columns(ctx)} from visits v where ${isOwn(ctx)} and v.visited_on >= ${addDays(ctx.today, -daysBack)}::date order by v.visited_on desc, v.id desc limit ${mostVisits}`);
}
