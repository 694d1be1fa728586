/** What is alike: handled with this one, raised before, or of the same matter beside it; whoever handles it puts them together. */
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { petitionContract } from '../petition.contract.ts';
import { stateNames } from '../petition.kinds.ts';
import type { WholePetition } from '../petition.record.ts';
import { pageTexts as texts } from './petition.page.messages.ts';
import { usePetitionRecording } from './petition.recording.ts';
import { petitionHref } from './petition.words.ts';
import classes from './petitions.module.css';

const open = ['received', 'routed', 'accepted', 'reopened'];

export function Related({ petition }: { readonly petition: WholePetition }) {
  const { t, day } = useText();
  const { id, version, unit, related, lead, may, state } = petition;
  const { busy, problem, record } = usePetitionRecording();
  const mayGroup = may.includes('handle') && open.includes(state) && lead === null;
  const group = (leadId: string | null) => record(() => call(petitionContract.group, { id, version, leadId }), { told: t(leadId ? texts.groupedNow : texts.ungrouped) });
  return (
    <Section title={t(texts.related)} acts={lead && may.includes('handle') && <Act kind="quiet" busy={busy} onPress={() => void group(null)}>{t(texts.ungroup)}</Act>}>
      {problem && <ProblemNotice problem={problem} />}
      {related.length === 0 ? <p className={classes.soft}>{t(texts.noRelated)}</p> : (
        <ul className={classes.list}>
          {related.map((one) => (
            <li key={one.id}>
              <div className={classes.row}>
                <PageLink href={petitionHref(one.id)} className={classes.open}>{one.text}</PageLink>
                {mayGroup && !one.isGrouped && open.includes(one.state) && <span data-screen-only><Act kind="quiet" busy={busy} onPress={() => void group(one.id)}>{t(texts.group)}</Act></span>}
              </div>
              <div className={classes.foot}>
                <span>{day(one.raisedOn)}</span>
                {one.unit.id !== unit.id && <span>{one.unit.name}</span>}
                <span>{t(stateNames[one.state])}</span>
                {one.isGrouped && <span>{t(texts.grouped)}</span>}
                {one.isEarlier && <span>{t(texts.earlier)}</span>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
