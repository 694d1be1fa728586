/** The membership timeline on a person's page. */
import { day as asDay } from '../../../platform/day.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { ReactNode } from 'react';
import { unitHref } from '../../units/web/unit.words.ts';
import { membershipStory, type StoryEntry } from './membership.timeline.ts';
import type { Spells } from './membership.state.ts';
import { membershipWeb as texts } from './membership.web.messages.ts';

interface MembershipStoryProps {
  readonly spells: Spells;
  readonly on: string;
  readonly acts?: ReactNode;
}

export function MembershipStory({ spells, on, acts }: MembershipStoryProps) {
  const { t, day, period } = useText();
  const { entries, later } = membershipStory(spells, asDay(on));
  return (
    <Section title={t(texts.title)} acts={acts}>
      {entries.length === 0 && <EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} />}
      <Timeline
        label={t(texts.title)}
        entries={entries.map((entry) => ({
          id: entry.id,
          when: entry.period ? period(entry.period) : day(entry.on),
          title: <StoryTitle entry={entry} />,
          detail: entry.notes.map(({ text, params, on: noted }) => t(text, { ...params, ...(noted ? { on: day(noted) } : {}) })).join(' · ') || undefined,
        }))}
      />
      {later > 0 && <p>{t(texts.laterHidden, { count: later, day: day(on) })}</p>}
    </Section>
  );
}

/** The name of the cell within the sentence is a link to it. */
function StoryTitle({ entry }: { readonly entry: StoryEntry }) {
  const { t } = useText();
  if (!entry.unit) return t(entry.title, entry.params);
  const [before, after] = t(entry.title, { cell: '\u0000' }).split('\u0000');
  return <>{before}<PageLink href={unitHref(entry.unit.id)}>{entry.unit.name}</PageLink>{after}</>;
}
