/** The bars as one drawing, out of sight, only to be saved as a picture. */
import type { RefObject } from 'react';
import { useText } from '../../ui/language.tsx';
import { barLength, type Part } from './breakdown.ts';
import classes from './BarPicture.module.css';
import { figuresWeb } from './figures.web.messages.ts';

const MOST = 60;
const WIDTH = 960;
const NAME = 340;
const ROW = 30;
const ROOM = WIDTH - NAME - 150;

export function BarPicture({ place, parts, isShare }: { readonly place: RefObject<HTMLDivElement | null>; readonly parts: readonly Part[]; readonly isShare: boolean }) {
  const { t, number, share } = useText();
  const shown = parts.slice(0, MOST);
  const left = parts.length - shown.length;
  const most = Math.max(1, ...parts.map(({ count }) => count));
  const height = (shown.length + (left > 0 ? 1 : 0)) * ROW + 12;
  const written = ({ count, base }: Part) => (isShare ? `${share({ count, base: base ?? 0 }).percent} (${number(count)}/${number(base ?? 0)})` : number(count));
  return (
    <div ref={place} className={classes.hidden} aria-hidden>
      <svg xmlns="http://www.w3.org/2000/svg" width={WIDTH} height={height} viewBox={`0 0 ${WIDTH} ${height}`} fontFamily="Be Vietnam Pro, sans-serif" fontSize={15}>
        {shown.map((part, index) => (
          <g key={part.code} transform={`translate(0 ${index * ROW})`}>
            <text x={NAME - 10} y={20} textAnchor="end" fill="#5a534c">{cut(t(part.label))}</text>
            <rect x={NAME} y={6} width={ROOM * Math.min(1, barLength(part, most))} height={18} fill="#0b57a4" />
            <text x={NAME + ROOM * Math.min(1, barLength(part, most)) + 8} y={20} fill="#5a534c">{written(part)}</text>
          </g>
        ))}
        {left > 0 && <text x={NAME} y={shown.length * ROW + 20} fill="#5a534c">{t(figuresWeb.pictureCut, { count: number(left) })}</text>}
      </svg>
    </div>
  );
}

function cut(name: string): string {
  return name.length > 42 ? `${name.slice(0, 41)}…` : name;
}
