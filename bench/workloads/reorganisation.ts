/**
 * A reorganisation as one change set: dry run, apply, undo. Where the data hold an applied one (the country after July
 * 2025), that very one is undone, checked and applied again; otherwise one of the same kind is drafted: communes
 * merged by threes, districts gone. Through the engine itself, as `satcoso reorganise` does it.
 */
import { sql } from 'kysely';
import { perform, inAct } from '../../src/cli/perform.ts';
import { reorganisationContract as contract } from '../../src/modules/reorganisations/reorganisation.contract.ts';
import type { ReorganisationDraft, ReorganisationId, ReorganisationItem } from '../../src/modules/reorganisations/reorganisation.ts';
import { draftReorganisation } from '../../src/modules/reorganisations/server/index.ts';
import type { Bench, Workload } from '../bench.ts';
import { percentiles, type Line } from '../measure.ts';
import { draftMergers } from './reorganisation.draft.ts';

export const reorganisation: Workload = {
  name: 'reorganisation',
  title: 'reorganisation',
  waitsForRollups: true,
  run: async (bench) => {
    const before = await findApplied(bench);
    if (before) await vacate(bench, before.id);
    const undoneFirst = before && (await timed(() => perform(bench.installation.context(), contract.undo, { id: before.id })));
    const draft = before?.draft ?? (await draftMergers(bench.installation, bench.places));
    const drafted = await timed(() => inAct(bench.installation.context(), (inside) => draftReorganisation(inside, draft)));
    const id = drafted.result;
    const checked = await timed(() => perform(bench.installation.context(), contract.dryRun, { id }));
    if (checked.result.errors > 0) throw new Error(`the change set has ${checked.result.errors} errors: ${await firstErrors(bench, id)}`);
    const applied = await timed(() => perform(bench.installation.context(), contract.apply, { id }));
    // Data that came with an applied change set keep it.
    const undone = undoneFirst ?? (await timed(() => perform(bench.installation.context(), contract.undo, { id })));
    const rows = draft.items.length;
    const milliseconds = checked.milliseconds + applied.milliseconds;
    return [
      step('dry run', { milliseconds: checked.milliseconds, rows }),
      step('apply', { milliseconds: applied.milliseconds, rows }),
      {
        ...step('dry run and apply together', { milliseconds, rows }), budget: { text: '< 60 s', met: milliseconds < 60_000 },
        note: `${draft.title}: ${rows} items; ${Object.entries(applied.result.counts).map(([name, count]) => `${name} ${count}`).join(', ')}`,
      },
      step('undo', { milliseconds: undone.milliseconds, rows }),
    ];
  },
};

async function findApplied({ installation }: Bench): Promise<{ id: ReorganisationId; draft: ReorganisationDraft } | undefined> {
  const { items: [latest] } = await perform(installation.context(), contract.list, { state: 'applied', limit: 1 });
  if (!latest) return undefined;
  const items: ReorganisationItem[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await perform(installation.context(), contract.items, { id: latest.id, limit: 500, cursor });
    items.push(...page.items.map(({ item }) => item as unknown as ReorganisationItem)); // as it was stored; the API shows it loosely
    if (page.next === null) break;
    cursor = page.next;
  }
  const { title, decision, effectiveOn, unit } = latest;
  return { id: latest.id, draft: { title, decision, effectiveOn, unitId: unit?.id ?? null, items } };
}

/** Generated data fill the posts of founded communes after the change set, and what came after stands in the way of undoing: it is taken out. */
async function vacate({ installation: { owner } }: Bench, id: ReorganisationId): Promise<void> {
  await sql`delete from tenures t using reorganisation_outcomes o where o.reorganisation_id = ${id} and o.list = 'post' and t.post_id = o.row_id
    and not exists (select from reorganisation_outcomes a where a.reorganisation_id = ${id} and a.list = 'appointment' and a.new_row_id = t.id)`.execute(owner);
}

async function firstErrors({ installation }: Bench, id: ReorganisationId): Promise<string> {
  const { items } = await perform(installation.context(), contract.outcomes, { id, list: 'finding', limit: 5 });
  return items.map(({ outcome, unit, note }) => [outcome, unit?.name, note].filter(Boolean).join(' ')).join('; ');
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const started = performance.now();
  return { result: await work(), milliseconds: performance.now() - started };
}

function step(what: string, { milliseconds, rows }: { milliseconds: number; rows: number }): Line {
  const ms = percentiles([milliseconds]);
  return { workload: 'reorganisation', what, by: 'once', requests: 1, errors: 0, rows, ...(ms ? { ms } : {}) };
}
