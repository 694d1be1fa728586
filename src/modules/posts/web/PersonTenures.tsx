/** The posts of one person, latest first, with those held at the same time, and the acts on them. */
import { useState } from 'react';
import type { z } from 'zod';
import { day as asDay, holdsOn } from '../../../platform/day.ts';
import { Act } from '../../../ui/Act.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { unitHref } from '../../units/web/unit.words.ts';
import type { tenureItem } from '../post.contract.ts';
import { postTexts } from '../post.messages.ts';
import { AppointSheet } from './AppointSheet.tsx';
import { CorrectTenureSheet } from './CorrectTenureSheet.tsx';
import { EndTenureSheet } from './EndTenureSheet.tsx';
import { concurrentWith, kindBeside, postAndUnit, postName } from './post.words.ts';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

export type PersonTenure = z.output<typeof tenureItem>;

interface PersonTenuresProps {
  readonly person: { readonly id: string; readonly fullName: string };
  readonly tenures: readonly PersonTenure[];
  readonly on: string;
  readonly mayRecord: boolean;
}

export function PersonTenures({ person, tenures, on, mayRecord }: PersonTenuresProps) {
  const { t, day, period } = useText();
  const [ending, setEnding] = useState<PersonTenure>();
  const [correcting, setCorrecting] = useState<PersonTenure>();
  const [isAppointing, setAppointing] = useState(false);
  const begun = tenures.filter((tenure) => tenure.period.from <= on);
  const later = tenures.length - begun.length;
  return (
    <Section title={t(texts.tenures)} acts={mayRecord && <Act onPress={() => setAppointing(true)}>{t(texts.appoint)}</Act>}>
      {begun.length === 0 && <EmptyState title={t(texts.tenuresEmpty)} why={t(texts.tenuresEmptyWhy)} />}
      <Timeline
        label={t(texts.tenures)}
        entries={begun.map((tenure) => ({
          id: tenure.id,
          when: period(tenure.period),
          title: <TenureTitle tenure={tenure} isNow={holdsOn(tenure.period, asDay(on))} />,
          detail: (
            <>
              <TenureDetail tenure={tenure} all={begun} />
              {mayRecord && <TenureActs tenure={tenure} onEnd={() => setEnding(tenure)} onCorrect={() => setCorrecting(tenure)} />}
            </>
          ),
        }))}
      />
      {later > 0 && <p>{t(texts.laterHidden, { count: later, day: day(on) })}</p>}
      {isAppointing && <AppointSheet person={person} onClose={() => setAppointing(false)} />}
      {ending && <EndTenureSheet person={person} tenure={ending} onClose={() => setEnding(undefined)} />}
      {correcting && <CorrectTenureSheet person={person} tenure={correcting} onClose={() => setCorrecting(undefined)} />}
    </Section>
  );
}

function TenureTitle({ tenure, isNow }: { readonly tenure: PersonTenure; readonly isNow: boolean }) {
  const { t, language, day } = useText();
  const kind = kindBeside(tenure, language);
  const { to } = tenure.period;
  return (
    <>
      {postName(tenure, language)}{kind && <span className={classes.soft}> ({kind})</span>} · <PageLink href={unitHref(tenure.unit.id)}>{tenure.unit.name}</PageLink>
      {isNow && <span style={{ color: 'var(--status-done)' }}> · {to === null ? t(texts.nowMark) : t(texts.nowUntil, { day: day(to) })}</span>}
    </>
  );
}

function TenureDetail({ tenure, all }: { readonly tenure: PersonTenure; readonly all: readonly PersonTenure[] }) {
  const { t, language } = useText();
  const beside = concurrentWith(tenure, all);
  const words = [
    tenure.how && t(postTexts[`how.${tenure.how}`]),
    tenure.endReason && t(postTexts[`end.${tenure.endReason}`]),
    tenure.decision,
    beside.length > 0 && t(texts.concurrently, { posts: beside.map((other) => postAndUnit(other, language)).join('; ') }),
  ].filter(Boolean);
  return <>{words.join(' · ')}</>;
}

interface TenureActsProps {
  readonly tenure: PersonTenure;
  readonly onEnd: () => void;
  readonly onCorrect: () => void;
}

function TenureActs({ tenure, onEnd, onCorrect }: TenureActsProps) {
  const { t, language } = useText();
  const what = postAndUnit(tenure, language);
  return (
    <div data-screen-only className={classes.act}>
      {tenure.period.to === null && <Act kind="quiet" onPress={onEnd} aria-label={`${t(texts.endTenure)}: ${what}`}>{t(texts.endTenure)}</Act>}
      <Act kind="quiet" onPress={onCorrect} aria-label={`${t(texts.correctTenure)}: ${what}`}>{t(texts.correctTenure)}</Act>
    </div>
  );
}
