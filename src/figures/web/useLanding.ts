/** Lands at the place that the address names, though what stands above it comes later and pushes it away. */
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Steps of the history that have been landed on: whoever comes back to one finds the page where it was left. */
const landed = new Set<string>();

/** What whoever looks at the page moves it with; from then on it stays. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

export function useLanding(place: string): void {
  const isNamed = useLocation({ select: ({ hash }) => hash === place });
  const step = useLocation({ select: ({ state }) => state.__TSR_key ?? '' });
  useEffect(() => {
    const target = document.getElementById(place);
    if (!isNamed || !target || landed.has(step)) return undefined;
    const watch = new ResizeObserver(() => target.scrollIntoView({ block: 'start' }));
    const stop = () => {
      landed.add(step);
      watch.disconnect();
    };
    watch.observe(document.body);
    for (const move of MOVES) window.addEventListener(move, stop, { once: true, passive: true });
    return () => {
      watch.disconnect();
      for (const move of MOVES) window.removeEventListener(move, stop);
    };
  }, [isNamed, place, step]);
}
