/** One cycle: how far it is, and its reviews as far as one may see them. */
import { call, useProcedure, useRows } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useGo } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { reviewContract } from '../review.contract.ts';
import { cycleKindNames } from '../review.kinds.ts';
import { pageTexts } from './review.page.messages.ts';
import { useReviewRecording } from './review.recording.ts';
import { ReviewChips, ReviewTable } from './ReviewTable.tsx';
import type { WholeCycle } from './review.words.ts';
import { useNarrowed } from './ReviewsPage.tsx';
import { reviewsTitles } from './reviews.titles.messages.ts';
import { reviewsWeb as texts } from './reviews.web.messages.ts';

export function CyclePage() {
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(reviewContract.cycle, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <WholePage key={id} cycle={data} />;
}

function WholePage({ cycle }: { readonly cycle: WholeCycle }) {
  const { t, day } = useText();
  const { id, unit, title, kind, from, to, dueOn, closedOn, paper } = cycle;
  const { rows, more, error, retry } = useRows(reviewContract.list, { cycleId: id, ...useNarrowed(), limit: 50 });
  const facts = [
    { label: t(texts.collectives), value: <Progress of={cycle.collectives} /> },
    { label: t(texts.people), value: <Progress of={cycle.people} /> },
  ].filter((_, at) => [cycle.collectives, cycle.people][at]!.due > 0);
  return (
    <>
      <PagePath steps={[{ label: t(reviewsTitles.reviews), href: '/kiem-diem' }, { label: title }]} />
      <PageHead
        kicker={`${unit.name} · ${t(cycleKindNames[kind])} ${t(texts.period, { from: day(from), to: day(to) })}`} title={title} description={t(pageTexts.paper, { paper })}
        marks={<StatusMark status={closedOn ? 'done' : 'on-time'} label={closedOn ? t(texts.closed, { day: day(closedOn) }) : t(texts.due, { day: day(dueOn) })} />} acts={<CycleActs cycle={cycle} />}
      />
      <Facts facts={facts} />
      <Section title={t(texts.list)}>
        <ReviewChips />
        {error && <ProblemNotice problem={error} onRetry={retry} />}
        {!(error && !rows) && <ReviewTable rows={rows} more={more} />}
      </Section>
    </>
  );
}

function Progress({ of: { due, held, onTime, suggested, unanswered } }: { readonly of: WholeCycle['people'] }) {
  const { t, number } = useText();
  return (
    <>
      <div>{t(texts.progress, { held: number(held), due: number(due), onTime: number(onTime) })}</div>
      {suggested > 0 && <div>{t(texts.unanswered, { unanswered: number(unanswered), suggested: number(suggested) })}</div>}
    </>
  );
}

function CycleActs({ cycle: { id, version, closedOn, may } }: { readonly cycle: WholeCycle }) {
  const { t, number } = useText();
  const go = useGo();
  const adding = useReviewRecording<{ readonly added: number }>();
  const dropping = useReviewRecording<unknown>({ onDone: () => go('/kiem-diem') });
  const { busy, problem, record } = useReviewRecording<{ readonly id: string; readonly version: number }>();
  const isClosed = closedOn === null;
  const set = () => record(() => call(reviewContract.closeCycle, { id, version, isClosed }), {
    told: t(isClosed ? texts.closedNow : texts.openedAgain), undo: (done) => call(reviewContract.closeCycle, { id, version: done.version, isClosed: !isClosed }),
  });
  const redraw = () => adding.record(() => call(reviewContract.redrawCycle, { id, version }), { told: ({ added }) => t(texts.redrawn, { count: number(added) }) });
  const drop = () => dropping.record(() => call(reviewContract.dropCycle, { id, version }), { told: t(texts.dropped) });
  return (
    <>
      {may.includes('record') && isClosed && <Act kind="quiet" busy={adding.busy} onPress={() => void redraw()}>{t(texts.redraw)}</Act>}
      {may.includes('drop') && <Act kind="quiet" busy={dropping.busy} onPress={() => void drop()}>{t(texts.drop)}</Act>}
      {may.includes('record') && <Act busy={busy} onPress={() => void set()}>{t(isClosed ? texts.close : texts.openAgain)}</Act>}
      <PrintButton />
      {[problem, adding.problem, dropping.problem].map((one, at) => one && <ProblemNotice key={at} problem={one} />)}
    </>
  );
}
