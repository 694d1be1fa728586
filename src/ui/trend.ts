/** The drawing of a trend line: least value at the foot, greatest at the top, a gap where nothing is known. */
interface Point {
  readonly x: number;
  readonly y: number;
}

const MARGIN = 3;

export function trendPath(values: readonly (number | null)[], size: { width: number; height: number }): { line: string; end: Point } {
  const known = values.filter((value) => value !== null);
  const least = Math.min(...known);
  const span = Math.max(...known) - least;
  const step = (size.width - 2 * MARGIN) / Math.max(values.length - 1, 1);
  const room = size.height - 2 * MARGIN;
  const pointOf = (value: number, index: number): Point => ({
    x: rounded(MARGIN + index * step),
    // A value that never changes runs through the middle.
    y: rounded(MARGIN + (span === 0 ? room / 2 : room * (1 - (value - least) / span))),
  });
  let line = '';
  let end: Point = { x: MARGIN, y: MARGIN };
  values.forEach((value, index) => {
    if (value === null) return;
    end = pointOf(value, index);
    const isFresh = index === 0 || values[index - 1] === null;
    line += `${isFresh ? 'M' : 'L'}${end.x} ${end.y}`;
  });
  return { line, end };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
