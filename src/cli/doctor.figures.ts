/** `satcoso doctor --figures`: a sample of figures from their roll-ups and counted live; they must be the same. */
import { checkRollups } from '../figures/server/index.ts';
import { withInstallation } from './installation.ts';
import { percent, type Terminal } from './terminal.ts';

const mostShown = 20;

/** Answers whether all agree. Nothing that could be compared is no proof, so it is told how much was. */
export async function checkFigures(sample: number, { t, say, progress }: Terminal): Promise<boolean> {
  return withInstallation(async ({ context }) => {
    const ctx = context();
    const { asked, rolled, disagreements } = await checkRollups(ctx, { sample, seed: ctx.now.toISOString(), onProgress: (done) => progress(`${percent(done, sample)} ${t('doctor.figures')}`) });
    say(disagreements.length === 0 ? t('doctor.ok', { check: t('doctor.figures') }) : t('doctor.faulty', { check: t('doctor.figures'), count: disagreements.length }));
    for (const { figure, unit, on, boundaries, by } of disagreements.slice(0, mostShown)) say(`       ${figure} ${unit} ${on} ${boundaries} ${by}`);
    if (disagreements.length > mostShown) say(t('doctor.more', { count: disagreements.length - mostShown }));
    say(t('doctor.figuresCompared', { asked, rolled }));
    return disagreements.length === 0;
  });
}
