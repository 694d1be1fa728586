/** What changed at a unit and under it in the sixty days up to the day in view, newest first. */
import type { ReactNode } from 'react';
import { figuresMessages } from '../../../figures/figures.messages.ts';
import type { Text } from '../../../platform/contract.ts';
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { Card } from '../../../ui/Card.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { postKinds } from '../../posts/post.kinds.ts';
import { homeContract, type Happening } from '../home.contract.ts';
import { homeWeb } from '../home.web.messages.ts';
import classes from './home.module.css';
import { pieces } from './pieces.ts';

const AT_ONCE = 10;

export function Lately({ unit }: { readonly unit: string }) {
  const writing = useText();
  const { t, day: written } = writing;
  const { day } = useAsOf();
  const { rows, more, first, error, retry } = useRows(homeContract.lately, { asOf: day, under: unit, limit: AT_ONCE });
  return (
    <Section title={t(homeWeb.lately)} {...(first ? { description: t(homeWeb.latelyPeriod, { from: written(first.from), to: written(first.to) }) } : {})}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!error && !rows && <LineSkeletons count={5} />}
      {!error && rows?.length === 0 && <Card><EmptyState title={t(homeWeb.latelyNone)} why={t(homeWeb.latelyNoneWhy)} /></Card>}
      {!error && rows && rows.length > 0 && (
        <Card>
          <Timeline label={t(homeWeb.lately)} entries={rows.map((happening) => entryOf(happening, writing))} />
          {more && <div className={classes.more} data-screen-only><Act onPress={more.load} busy={more.loading}>{t(homeWeb.more)}</Act></div>}
        </Card>
      )}
    </Section>
  );
}

function entryOf(happening: Happening, writing: Writing) {
  const { id, on, decision } = happening;
  const reason = reasonOf(happening);
  const detail = [reason && writing.t(reason), decision].filter(Boolean).join(' · ');
  return { id, when: writing.day(on), title: sentence(messageOf(happening), happening, writing), ...(detail ? { detail } : {}) };
}

function messageOf({ kind, nameBefore, into }: Happening): Text {
  if (kind === 'unit.changed' && nameBefore !== null) return homeWeb['unit.renamed'];
  return kind === 'unit.moved' && into === null ? homeWeb['unit.movedAway'] : homeWeb[kind];
}

/** The sentence of the happening with its people and units as links. */
function sentence(message: Text, { unit, person, post, nameBefore, into }: Happening, { t, language }: Writing): ReactNode {
  const parts: Readonly<Record<string, ReactNode>> = {
    unit: <PageLink href={`/don-vi/${unit.id}`}>{unit.name}</PageLink>,
    person: person && <PageLink href={`/con-nguoi/${person.id}`}>{person.name}</PageLink>,
    post: post && lowered(post.title ?? postKinds.find(({ code }) => code === post.kind)?.[language] ?? post.kind),
    before: nameBefore,
    into: into && <PageLink href={`/don-vi/${into.id}`}>{into.name}</PageLink>,
  };
  return pieces(t(message)).map((piece, index) => <span key={index}>{piece.mark === undefined ? piece.text : parts[piece.mark]}</span>);
}

function lowered(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function reasonOf({ kind, reason }: Happening): Text | undefined {
  if (reason === null || !kind.startsWith('member.')) return undefined;
  const texts: Readonly<Record<string, Text>> = figuresMessages;
  return texts[`${kind === 'member.joined' ? 'in' : 'out'}.${reason}`];
}
