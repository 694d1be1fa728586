/** Several figures of one unit as tiles, each with its trend and its difference to the day compared with. */
import { useProcedure } from '../../shell/api.ts';
import { useAsOf } from '../../shell/asOf.ts';
import { FigureTile } from '../../ui/FigureTile.tsx';
import { useText } from '../../ui/language.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Tiles } from '../../ui/Section.tsx';
import { noteText } from '../words.ts';
import { figuresContract, type FigureItem } from '../figures.contract.ts';
import { figureHref } from './figure.address.ts';
import classes from './FigureTiles.module.css';
import { figuresWeb } from './figures.web.messages.ts';
import { changeOf, isComputable, trendOf, type TileItem } from './tile.ts';

export interface FigureTilesProps {
  readonly unit: string;
  readonly figures: readonly string[];
  /** Compared with this day; without it with the one in the address, if any. */
  readonly compareWith?: string;
  /** What is known of the figures before their values come. */
  readonly known?: readonly FigureItem[];
  /** Least width of a tile. */
  readonly least?: string;
}

export function FigureTiles({ unit, figures, compareWith, known = [], least }: FigureTilesProps) {
  const { t } = useText();
  const { day, compare } = useAsOf();
  const other = compareWith ?? compare;
  const width = least ? { least } : {};
  const tiles = useProcedure(figuresContract.several, { unit, figures: [...figures], on: day, ...(other ? { compareWith: other } : {}) });
  if (tiles.error) return <ProblemNotice problem={tiles.error} onRetry={() => void tiles.refetch()} />;
  if (!tiles.data) return <Tiles {...width}>{figures.map((id) => <WaitingTile key={id} id={id} unit={unit} known={known} />)}</Tiles>;
  const items = tiles.data.items.filter(isComputable);
  if (items.length === 0) return <p className={classes.none}>{t(figuresWeb.nothingComputable)}</p>;
  return (
    <>
      <OtherUnits items={items} />
      <Tiles {...width}>{items.map((item) => <Tile key={item.figure.id} item={item} unit={unit} other={other} />)}</Tiles>
    </>
  );
}

/** Of a unit that does not stand on the day, others are counted: said once for all tiles. */
function OtherUnits({ items }: { items: readonly TileItem[] }) {
  const { t } = useText();
  const note = items.flatMap(({ notes }) => notes).find(({ kind }) => kind === 'dissolved' || kind === 'notFounded');
  return note ? <p className={classes.none}>{t(noteText(note))}</p> : null;
}

function Tile({ item, unit, other }: { item: TileItem; unit: string; other: string | undefined }) {
  const { t, number, share, difference } = useText();
  const { figure, value, compared } = item;
  const change = compared && changeOf({ value, compared });
  return (
    <FigureTile
      title={t(figure.title)}
      value={value.base === null ? number(value.count) : share({ count: value.count, base: value.base }).percent}
      base={value.base === null ? t(item.words) : `${number(value.count)} ${t(item.words)}`}
      href={figureHref({ figure: figure.id, unit })}
      trend={trendOf(item)}
      {...(change && other ? {
        difference: {
          value: change.value, since: other,
          ...(change.kind === 'points' ? { text: t(figuresWeb.percentPoints, { difference: difference(change.value) }) } : {}),
        },
      } : {})}
    />
  );
}

function WaitingTile({ id, unit, known }: { id: string; unit: string; known: readonly FigureItem[] }) {
  const { t } = useText();
  const title = known.find((figure) => figure.id === id)?.title;
  return <FigureTile title={title ? t(title) : '…'} value={undefined} href={figureHref({ figure: id, unit })} />;
}
