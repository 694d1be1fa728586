/** A small act in a row, drawn as a sign; its words are heard and shown on pointing. */
import { UnstyledButton } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import classes from './meetings.module.css';

export function IconAct({ icon: Icon, label, onPress, disabled = false }: { readonly icon: TablerIcon; readonly label: string; readonly onPress: () => void; readonly disabled?: boolean }) {
  return <UnstyledButton className={classes.iconAct ?? ''} aria-label={label} title={label} onClick={onPress} disabled={disabled}><Icon size={22} stroke={1.75} aria-hidden /></UnstyledButton>;
}
