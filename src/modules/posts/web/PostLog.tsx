/** What was recorded about the posts of a unit or of a person, latest first; the last thing about each post can be taken back. */
import type { z } from 'zod';
import { call, useProcedure } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { postContract } from '../post.contract.ts';
import { postTexts } from '../post.messages.ts';
import { postAndUnit } from './post.words.ts';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

type Recorded = z.output<typeof postContract.history.output>['items'][number];

export function PostLogOfUnit({ unitId }: { readonly unitId: string }) {
  const { data } = useProcedure(postContract.actsOfUnit, { unitId });
  return <PostLog acts={data?.items ?? []} />;
}

export function PostLogOfPerson({ personId }: { readonly personId: string }) {
  const { data } = useProcedure(postContract.actsOfPerson, { personId });
  return <PostLog acts={data?.items ?? []} hidesPerson />;
}

function PostLog({ acts, hidesPerson = false }: { readonly acts: readonly Recorded[]; readonly hidesPerson?: boolean }) {
  const { t, day } = useText();
  const recording = useRecording<unknown>();
  const offer = useUndo();
  const undo = async (actId: string) => {
    const undone = await recording.mutateAsync(() => call(postContract.undo, { actId })).catch(() => undefined);
    if (undone) offer({ text: t(uiMessages.undone) });
  };
  if (acts.length === 0) return null;
  return (
    <Section title={t(texts.log)} description={t(texts.logHint)}>
      {recording.error && <ProblemNotice problem={recording.error} />}
      <Timeline
        label={t(texts.log)}
        entries={acts.map((act) => ({
          id: act.id,
          when: day(act.on),
          tone: act.undoneAt ? 'correction' : act.nature,
          title: <ActTitle act={act} hidesPerson={hidesPerson} />,
          detail: <><ActDetail act={act} />{act.mayUndo && <div data-screen-only className={classes.act}><Act kind="quiet" busy={recording.isPending} onPress={() => void undo(act.id)}>{t(uiMessages.undo)}</Act></div>}</>,
        }))}
      />
    </Section>
  );
}

function ActTitle({ act, hidesPerson }: { readonly act: Recorded; readonly hidesPerson: boolean }) {
  const { t, language } = useText();
  const known: Readonly<Record<string, (typeof postTexts)['act.created']>> = postTexts;
  const name = known[`act.${act.kind}`];
  return (
    <>
      {name ? t(name) : act.kind} · {postAndUnit(act.post, language)}
      {act.person && !hidesPerson && <> · <PageLink href={`/con-nguoi/${act.person.id}`}>{act.person.fullName}</PageLink></>}
    </>
  );
}

function ActDetail({ act }: { readonly act: Recorded }) {
  const { t, moment } = useText();
  const recorded = { moment: moment(act.recordedAt) };
  const words = [
    act.decision && t(texts.paper, { decision: act.decision }),
    act.reason && t(texts.correctedFor, { reason: act.reason }),
    act.recordedBy ? t(texts.recordedBy, { ...recorded, who: act.recordedBy }) : t(texts.recordedAt, recorded),
    act.undoneAt && t(texts.undoneAt, { moment: moment(act.undoneAt) }),
  ];
  return <>{words.filter(Boolean).join(' · ')}</>;
}
