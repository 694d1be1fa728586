/** Members among the heads, commune by commune, each with its base; pressing a commune narrows the board to it. */
import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { useSearch } from '@tanstack/react-router';
import { Act } from '../../../ui/Act.tsx';
import { stringifySearch, type AddressSearch } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { UNIT_PARAM } from '../../membership/web/UnitFilter.tsx';
import type { postContract } from '../post.contract.ts';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

type CommuneSummary = z.output<typeof postContract.heads.output>['communes'][number];

/** A province has a hundred communes and more: those that need attention stand here first. */
const SHOWN_AT_FIRST = 10;

export function HeadsByCommune({ communes }: { readonly communes: readonly CommuneSummary[] | undefined }) {
  const { t, number } = useText();
  const [isWhole, setWhole] = useState(false);
  if (!communes) return <Skeleton height="12rem" mb="xl" />;
  if (communes.length === 0) return null;
  const ordered = communes.toSorted((one, other) => other.notMembers - one.notMembers || other.vacant - one.vacant);
  const shown = isWhole ? ordered : ordered.slice(0, SHOWN_AT_FIRST);
  return (
    <Section title={t(texts.byCommune)} description={t(texts.byCommuneHint)}>
      <ul className={classes.communes}>
        {communes.length > 1 && <li className={classes.commune}><Bar name={t(texts.whole)} row={total(communes)} /></li>}
        {shown.map((row) => <li key={row.commune?.id ?? ''} className={classes.commune}><CommuneBar row={row} /></li>)}
      </ul>
      {communes.length > SHOWN_AT_FIRST && (
        <div data-screen-only style={{ marginTop: '0.5rem' }}>
          <Act kind="quiet" onPress={() => setWhole(!isWhole)}>{isWhole ? t(texts.fewerCommunes) : t(texts.moreCommunes, { count: number(communes.length) })}</Act>
        </div>
      )}
    </Section>
  );
}

function CommuneBar({ row }: { readonly row: CommuneSummary }) {
  const { t } = useText();
  const search = useSearch({ strict: false }) as AddressSearch;
  if (!row.commune) return <Bar name={t(texts.noCommune)} row={row} />;
  const isChosen = search[UNIT_PARAM] === row.commune.id;
  const href = `/truong-thon${stringifySearch({ ...search, [UNIT_PARAM]: row.commune.id })}`;
  return <PageLink href={href} className={classes.bar} aria-current={isChosen ? 'true' : undefined}><BarContent name={row.commune.name} row={row} /></PageLink>;
}

function Bar({ name, row }: { readonly name: string; readonly row: Counts }) {
  return <div className={classes.bar}><BarContent name={name} row={row} /></div>;
}

type Counts = Pick<CommuneSummary, 'heads' | 'members' | 'notMembers' | 'vacant'>;

function BarContent({ name, row }: { readonly name: string; readonly row: Counts }) {
  const { t, share, number } = useText();
  // Where membership may not be read, neither members nor others are counted.
  const known = row.members + row.notMembers;
  const { percent, ratio } = share({ count: row.members, base: known });
  return (
    <>
      <span>{name}</span>
      <span className={classes.track} aria-hidden><span className={classes.fill} style={{ width: known === 0 ? 0 : `${(row.members / known) * 100}%` }} /></span>
      <span className={classes.count}>
        {known === 0 && row.heads > 0 ? t(texts.notShown) : `${t(texts.membersOf, { ratio })} (${percent})`}
        {row.vacant > 0 && ` · ${t(texts.vacantHeads, { count: number(row.vacant) })}`}
      </span>
    </>
  );
}

function total(communes: readonly CommuneSummary[]): Counts {
  const sum = (field: keyof Counts) => communes.reduce((all, row) => all + row[field], 0);
  return { heads: sum('heads'), members: sum('members'), notMembers: sum('notMembers'), vacant: sum('vacant') };
}
