/** The five figures that say most about a unit of its kind; each opens its own page. */
import type { z } from 'zod';
import { figuresContract } from '../../../figures/figures.contract.ts';
import { noteText } from '../../../figures/words.ts';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { FigureTile } from '../../../ui/FigureTile.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section, Tiles } from '../../../ui/Section.tsx';
import type { UnitPage } from '../unit.contract.ts';
import { hierarchyOf } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { keyFigures } from './unit.keyFigures.ts';
import classes from './units.module.css';

type Item = z.output<typeof figuresContract.several.output>['items'][number];

export function UnitFigures({ unit }: { readonly unit: UnitPage }) {
  const writing = useText();
  const { day, compare } = useAsOf();
  const figures = keyFigures({ kind: unit.kind, type: unit.type, hierarchy: hierarchyOf(unit.kind) });
  const { data, error, refetch } = useProcedure(
    figuresContract.several,
    { unit: unit.id, figures: [...figures], on: day, ...(compare ? { compareWith: compare } : {}) },
    { keepPrevious: true },
  );
  const notes = [...new Map(data?.items.flatMap((item) => item.notes).map((note) => [noteText(note)[writing.language], note])).keys()];
  return (
    <Section title={writing.t(unitTexts.figures)}>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && (
        <Tiles least="12.5rem">
          {figures.map((id) => <Tile key={id} unitId={unit.id} id={id} item={data?.items.find(({ figure }) => figure.id === id)} since={compare} writing={writing} />)}
        </Tiles>
      )}
      {notes.map((note) => <p key={note} className={classes.note}>{note}</p>)}
    </Section>
  );
}

interface TileProps {
  readonly unitId: string;
  readonly id: string;
  readonly item: Item | undefined;
  readonly since: string | undefined;
  readonly writing: Writing;
}

function Tile({ unitId, id, item, since, writing }: TileProps) {
  const href = `/so-lieu/${id}?donVi=${unitId}`;
  if (!item) return <FigureTile title="…" value={undefined} href={href} />;
  const { figure, value, words, series, compared } = item;
  const base = figure.isShare ? `${writing.number(value.count)} ${writing.t(words)}` : writing.t(words);
  const difference = compared && since ? { difference: differenceOf({ item, compared, writing }), since } : undefined;
  return (
    <FigureTile
      title={writing.t(figure.title)}
      value={valueText(item, writing)}
      base={base}
      href={href}
      trend={series.map((point) => (figure.isShare ? point.share : point.count))}
      {...(difference ? { difference: { ...difference.difference, since: difference.since } } : {})}
    />
  );
}

function valueText({ figure, value }: Item, { number, share }: Writing): string {
  if (!figure.isShare) return number(value.count);
  return share({ count: value.count, base: value.base ?? 0 }).percent;
}

/** Shares differ by points, not by per cent. */
function differenceOf({ item, compared, writing }: { item: Item; compared: Item['value']; writing: Writing }): { value: number; text?: string } {
  if (!item.figure.isShare) return { value: item.value.count - compared.count };
  const value = Math.round(((item.value.share ?? 0) - (compared.share ?? 0)) * 10) / 10;
  return { value, text: writing.t(unitTexts.points, { difference: writing.difference(value) }) };
}
