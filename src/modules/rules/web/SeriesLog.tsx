/** What was recorded about rules or scoring frames, latest first; the last about each scope can be taken back. */
import type { Text } from '../../../platform/contract.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { rulesWeb as texts } from './rules.web.messages.ts';
import classes from './rules.module.css';

interface RecordedAct {
  readonly id: string;
  readonly kind: 'set' | 'ended';
  readonly scope: { readonly name: string } | null;
  readonly reason: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly undoneAt: string | null;
  readonly mayUndo: boolean;
}

interface SeriesLogProps {
  /** As `useRows` gives them. */
  readonly acts: {
    readonly rows: readonly RecordedAct[] | undefined;
    readonly more: { readonly load: () => void; readonly loading: boolean } | undefined;
    readonly error: unknown;
    readonly retry: () => void;
  };
  /** As `useAct` gives it. */
  readonly undoing: { readonly mutateAsync: (input: { actId: string }) => Promise<unknown>; readonly isPending: boolean; readonly error: unknown };
  readonly empty: Text;
  /** "Đặt giá trị". */
  readonly setting: Text;
}

export function SeriesLog({ acts: { rows, more, error, retry }, undoing, empty, setting }: SeriesLogProps) {
  const { t, moment } = useText();
  const offer = useUndo();
  const undo = async (actId: string) => {
    const done = await undoing.mutateAsync({ actId }).catch(() => undefined);
    if (done) offer({ text: t(uiMessages.undone) });
  };
  const problem = error ?? undoing.error;
  return (
    <Section title={t(texts.log)}>
      {problem !== null && problem !== undefined && <ProblemNotice problem={problem} onRetry={retry} />}
      {rows?.length === 0 && <p className={classes.soft}>{t(empty)}</p>}
      {rows && rows.length > 0 && (
        <Timeline
          label={t(texts.log)}
          entries={rows.map((act) => ({
            id: act.id, when: moment(act.recordedAt), tone: act.undoneAt ? 'correction' as const : 'change' as const,
            title: <>{t(act.kind === 'set' ? setting : texts.endValue)} · {act.scope?.name ?? t(texts.country)}</>,
            detail: <>{[act.recordedBy, act.reason, act.undoneAt && t(uiMessages.undone)].filter(Boolean).join(' · ')}{act.mayUndo && <div className={classes.act} data-screen-only><Act kind="quiet" busy={undoing.isPending} onPress={() => void undo(act.id)}>{t(uiMessages.undo)}</Act></div>}</>,
          }))}
        />
      )}
      {more && <Act onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </Section>
  );
}
