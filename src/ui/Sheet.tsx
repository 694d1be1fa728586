/** What opens over a page: from below on a phone, from the side on a desk. What was typed in it is not lost by a slip. */
import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import { Act } from './Act.tsx';
import { useText } from './language.tsx';
import classes from './Sheet.module.css';
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
  const { isAsking, setAsking, leave, marks } = useCarefulClose({ opened, onClose });
  return (
    <Drawer.Root
      opened={opened}
      onClose={leave}
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
        <Drawer.Body {...marks}>{children}</Drawer.Body>
        {isAsking && <DropQuestion onDrop={onClose} onKeep={() => setAsking(false)} />}
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** Escape, the cross and a tap beside the sheet ask first once something was entered; a form's own "Hủy" is meant. */
function useCarefulClose({ opened, onClose }: Pick<SheetProps, 'opened' | 'onClose'>) {
  const isChanged = useRef(false);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    isChanged.current = false;
    setAsking(false);
  }, [opened]);
  const marks = {
    onInput: () => { isChanged.current = true; },
    // A choice from a list is no input of its field; its list hangs elsewhere in the document, but belongs here.
    onClick: (event: MouseEvent) => { if (event.target instanceof Element && event.target.closest('[role=option]')) isChanged.current = true; },
  };
  const leave = () => {
    if (isChanged.current) setAsking(!isAsking);
    else onClose();
  };
  return { isAsking, setAsking, leave, marks };
}

function DropQuestion({ onDrop, onKeep }: { readonly onDrop: () => void; readonly onKeep: () => void }) {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={place} className={classes.question} role="alertdialog" aria-label={t(uiMessages.dropTyped)}>
      <strong>{t(uiMessages.dropTyped)}</strong>
      <div className={classes.answers}>
        <Act onPress={onKeep}>{t(uiMessages.keepTyping)}</Act>
        <Act kind="danger" onPress={onDrop}>{t(uiMessages.drop)}</Act>
      </div>
    </div>
  );
}
