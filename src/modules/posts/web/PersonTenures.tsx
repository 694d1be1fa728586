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
import { EndTenureSheet } from './EndTenureSheet.tsx';
import { concurrentWith, postAndUnit, postName } from './post.words.ts';
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
          detail: <TenureDetail tenure={tenure} all={begun} onEnd={mayRecord && tenure.period.to === null ? () => setEnding(tenure) : undefined} />,
        }))}
      />
      {later > 0 && <p>{t(texts.laterHidden, { count: later, day: day(on) })}</p>}
      {isAppointing && <AppointSheet person={person} onClose={() => setAppointing(false)} />}
      {ending && <EndTenureSheet person={person} tenure={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

function TenureTitle({ tenure, isNow }: { readonly tenure: PersonTenure; readonly isNow: boolean }) {
  const { t, language } = useText();
  return (
    <>
      {postName(tenure, language)} · <PageLink href={unitHref(tenure.unit.id)}>{tenure.unit.name}</PageLink>
      {isNow && <span style={{ color: 'var(--status-done)' }}> · {t(texts.nowMark)}</span>}
    </>
  );
}

function TenureDetail({ tenure, all, onEnd }: { readonly tenure: PersonTenure; readonly all: readonly PersonTenure[]; readonly onEnd: (() => void) | undefined }) {
  const { t, language } = useText();
  const beside = concurrentWith(tenure, all);
  const words = [
    tenure.how && t(postTexts[`how.${tenure.how}`]),
    tenure.endReason && t(postTexts[`end.${tenure.endReason}`]),
    tenure.decision,
    beside.length > 0 && t(texts.concurrently, { posts: beside.map((other) => postAndUnit(other, language)).join('; ') }),
  ].filter(Boolean);
  return (
    <>
      {words.join(' · ')}
      {onEnd && <div data-screen-only className={classes.act}><Act kind="quiet" onPress={onEnd} aria-label={`${t(texts.endTenure)}: ${postAndUnit(tenure, language)}`}>{t(texts.endTenure)}</Act></div>}
    </>
  );
}
