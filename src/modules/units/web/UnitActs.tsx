/** The acts that one may do to the unit; each opens its form. Corrections stand apart from changes. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../../ui/language.tsx';
import type { UnitPage } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { ChangeSheet } from './ChangeSheet.tsx';
import { CorrectSheet } from './CorrectSheet.tsx';
import { DissolveSheet } from './DissolveSheet.tsx';
import { FoundSheet } from './FoundSheet.tsx';
import { MoveSheet } from './MoveSheet.tsx';
import { RelateSheet } from './RelationSheets.tsx';

export interface SheetOf {
  readonly unit: UnitPage;
  readonly onClose: () => void;
}

const changes = { found: FoundSheet, change: ChangeSheet, move: MoveSheet, relate: RelateSheet, dissolve: DissolveSheet } as const;
const corrections = { correct: CorrectSheet } as const;
const sheets = { ...changes, ...corrections };

type ActName = keyof typeof sheets;

export function UnitActs({ unit }: { readonly unit: UnitPage }) {
  const { t } = useText();
  const [open, setOpen] = useState<ActName>();
  const may: readonly ActName[] = [
    ...(unit.may.includes('unit.manage') && unit.state === 'stands' ? keysOf(changes) : []),
    ...(unit.may.includes('unit.correct') ? keysOf(corrections) : []),
  ];
  const OpenSheet = open && sheets[open];
  if (may.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>{t(unitTexts.acts)}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {may.map((act) => (
            <div key={act}>
              {act === 'correct' && may.length > 1 && <Menu.Divider />}
              <Menu.Item onClick={() => setOpen(act)}>{t(unitTexts[act])}</Menu.Item>
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      {OpenSheet && <OpenSheet unit={unit} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function keysOf<T extends object>(of: T): readonly (keyof T)[] {
  return Object.keys(of) as (keyof T)[];
}
