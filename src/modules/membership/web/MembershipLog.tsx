/** What was recorded about a member, latest first; the last thing can be taken back. */
import { useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { membershipContract } from '../membership.contract.ts';
import { membershipTexts } from '../membership.messages.ts';
import { membershipWeb as texts } from './membership.web.messages.ts';
import { useMembershipUndo } from './membership.undo.ts';

export function MembershipLog({ person }: { readonly person: { readonly id: string; readonly fullName: string } }) {
  const { t, day, moment } = useText();
  const acts = useProcedure(membershipContract.acts, { personId: person.id });
  const { undo, busy, problem } = useMembershipUndo(person);
  if (!acts.data || acts.data.items.length === 0) return null;
  return (
    <Section title={t(texts.log)} description={t(texts.logHint)}>
      {problem !== null && problem !== undefined && <ProblemNotice problem={problem} />}
      <Timeline
        label={t(texts.log)}
        entries={acts.data.items.map((item) => ({
          id: item.id,
          when: day(item.effectiveOn),
          tone: item.undoneAt ? 'correction' : 'change',
          title: <>{actName(item.kind, t)} · {item.cell.name}</>,
          detail: (
            <>
              {[item.decision && t(texts.decision, { decision: item.decision }), item.recordedBy ? t(texts.recordedBy, { moment: moment(item.recordedAt), who: item.recordedBy }) : t(texts.recordedAt, { moment: moment(item.recordedAt) }), item.undoneAt && t(texts.undoneAt, { moment: moment(item.undoneAt) })].filter(Boolean).join(' · ')}
              {item.mayUndo && <div data-screen-only><Act busy={busy} onPress={() => void undo(item.id).catch(() => undefined)}>{t(uiMessages.undo)}</Act></div>}
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** A kind recorded by a newer version has no words here yet and shows as it is. */
function actName(kind: string, t: ReturnType<typeof useText>['t']): string {
  const texts = membershipTexts as Readonly<Record<string, (typeof membershipTexts)['full']>>;
  const text = texts[`act.${kind}`];
  return text ? t(text) : kind;
}
