/** What opens over a page: from below on a phone, from the side on a desk. */
import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useText } from './language.tsx';
import { uiMessages } from './ui.messages.ts';

export interface SheetProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Sheet({ title, opened, onClose, children }: SheetProps) {
  const { t } = useText();
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position={isPhone ? 'bottom' : 'right'}
      size={isPhone ? 'auto' : 'min(34rem, 90vw)'}
      styles={{ content: isPhone ? { height: 'auto', maxHeight: '88dvh', borderRadius: '16px 16px 0 0' } : {} }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        {/* Without the role its <header> would count as a second banner of the page. */}
        <Drawer.Header role="group">
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t(uiMessages.close)} size="lg" />
        </Drawer.Header>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
