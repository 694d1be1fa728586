/** What opens over a page: from below on a phone, from the side on a desk. What was typed in it is not lost by a slip. */
import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useBlocker, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FocusEvent, type FormEvent, type MouseEvent, type ReactNode } from 'react';
import { Act } from './Act.tsx';
import { useText } from './language.tsx';
import { goToOwnFault } from './ownFaults.ts';
import classes from './Sheet.module.css';
import { uiMessages } from './ui.messages.ts';

export interface SheetProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Closed by a button of its own: every other way out calls `onClose`, which asks, and leads nowhere. */
  readonly isHeld?: boolean;
  readonly children: ReactNode;
}

export function Sheet({ title, opened, onClose, isHeld = false, children }: SheetProps) {
  const { t } = useText();
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const { isAsking, setAsking, leave, marks } = useCarefulClose({ opened, onClose, isHeld });
  return (
    <Drawer.Root
      opened={opened}
      onClose={leave}
      closeOnClickOutside={false}
      position={isPhone ? 'bottom' : 'right'}
      size={isPhone ? 'auto' : 'min(34rem, 90vw)'}
      styles={{ content: isPhone ? { height: 'auto', maxHeight: '88dvh', borderRadius: '16px 16px 0 0' } : {} }}
    >
      {/* The second press of a double one falls here, where the button was that opened the sheet. */}
      <Drawer.Overlay onClick={(event) => { if (event.detail < 2) leave(); }} />
      <Drawer.Content>
        {/* Without the role its <header> would count as a second banner of the page. */}
        <Drawer.Header role="group">
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t(uiMessages.close)} size="lg" />
        </Drawer.Header>
        <Drawer.Body {...marks} className={classes.body} tabIndex={-1} data-autofocus onFocus={toFirstField} onSubmitCapture={stopAtOwnFault}>{children}</Drawer.Body>
        {isAsking && <DropQuestion onDrop={onClose} onKeep={() => setAsking(false)} />}
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** What a field has refused is in no state of the form: it would be recorded without it. */
function stopAtOwnFault(event: FormEvent) {
  if (!(event.target instanceof HTMLFormElement) || !goToOwnFault(event.target.elements)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** A sheet opens with the cursor in its first field; on a phone that would cover it with the keyboard at once. */
function toFirstField({ target, currentTarget }: FocusEvent<HTMLElement>) {
  if (target !== currentTarget || !currentTarget.hasAttribute(FOCUS_MARK)) return;
  const wished = currentTarget.querySelector<HTMLElement>(`[${FOCUS_MARK}]`);
  const first = matchMedia('(pointer: coarse)').matches ? null : currentTarget.querySelector<HTMLElement>('input:not([type=hidden], [tabindex="-1"]), textarea');
  const field = wished ?? first;
  if (!field) return;
  // The mark moves along: what traps the focus within the sheet looks for it more than once.
  currentTarget.removeAttribute(FOCUS_MARK);
  field.setAttribute(FOCUS_MARK, '');
  field.focus({ preventScroll: true });
}

/** Which element of a sheet Mantine's trap gives the focus to. */
const FOCUS_MARK = 'data-autofocus';

/**
 * Escape, the cross, a tap beside the sheet and the way back of the browser ask first once something was entered; a
 * form's own "Hủy" is meant. The way back leaves the sheet, not the page that it lies over.
 */
function useCarefulClose({ opened, onClose, isHeld }: Pick<SheetProps, 'opened' | 'onClose'> & { readonly isHeld: boolean }) {
  const isChanged = useRef(false);
  const [isAsking, setAsking] = useState(false);
  const { isOwnStep } = useOwnStep(opened);
  useBlocker({
    disabled: !opened,
    enableBeforeUnload: () => isHeld || isChanged.current,
    shouldBlockFn: ({ action }) => {
      if (action === 'PUSH' || action === 'REPLACE') return false;
      if (isChanged.current) setAsking(true);
      else onClose();
      return isHeld || isChanged.current || !isOwnStep();
    },
  });
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

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A step that was made for a sheet: the one before it is the same page. */
    readonly isForSheet?: true;
  }
}

/** On the first page of a window the way back would leave the app, where a phone asks nothing: it gets a step of its own that stays here. */
function useOwnStep(opened: boolean) {
  const { history } = useRouter();
  const navigate = useNavigate();
  useEffect(() => {
    if (opened && !history.canGoBack()) void navigate({ to: '.', search: true, hash: true, state: { isForSheet: true }, resetScroll: false });
  }, [opened, history, navigate]);
  return { isOwnStep: () => history.location.state.isForSheet === true };
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
