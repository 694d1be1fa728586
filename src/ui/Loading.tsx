/** Stands in while something comes: keeps the layout, and shows nothing at all for the first 300 ms. */
import { Skeleton } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useText } from './language.tsx';
import { uiMessages } from './ui.messages.ts';

const PATIENCE_MS = 300;

export function Patiently({ children }: { readonly children: ReactNode }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return <div style={{ visibility: isLate ? 'visible' : 'hidden' }}>{children}</div>;
}

/** The outline of a page: head, then lines. */
export function PageSkeleton() {
  const { t } = useText();
  return (
    <Patiently>
      <div role="status" aria-label={t(uiMessages.loading)}>
        <Skeleton height="2rem" width="min(24rem, 70%)" mb="lg" />
        <LineSkeletons count={6} />
      </div>
    </Patiently>
  );
}

export function LineSkeletons({ count }: { readonly count: number }) {
  return Array.from({ length: count }, (_, index) => <Skeleton key={index} height="1.1rem" width={`${92 - ((index * 17) % 40)}%`} mb="sm" />);
}
