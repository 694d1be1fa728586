/** Puts the chosen ones into another group of similar duties, an old one or a new one. */
import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { ratingContract } from '../rating.contract.ts';
import { seasonToSend } from './ChangeSeasonSheet.tsx';
import { useRatingRecording } from './rating.recording.ts';
import type { RatingItem, Season } from './rating.words.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';

interface Props {
  readonly season: Season;
  readonly rows: readonly RatingItem[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RegroupSheet({ season, rows, onClose, onDone }: Props) {
  const { t, number } = useText();
  const [name, setName] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useRatingRecording<{ readonly moved: number }>({ onDone });
  const written = name.trim();
  const submit = async () => {
    setChecked(true);
    if (written === '') return;
    await record(() => move(season, { name: written, rows }), { told: ({ moved }) => t(texts.moved, { count: number(moved), group: written }) });
  };
  return (
    <ActSheet title={t(texts.moveGroup)} verb={t(texts.moveGroup)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Autocomplete label={t(texts.newGroup)} description={t(texts.newGroupHint)} data={season.groups.map((group) => group.name)} value={name} onChange={setName} maxLength={120} withAsterisk error={isChecked && written === '' ? t(texts.missing) : undefined} />
    </ActSheet>
  );
}

async function move(season: Season, { name, rows }: { readonly name: string; readonly rows: readonly RatingItem[] }) {
  const known = season.groups.find((group) => group.name === name);
  const code = known?.code ?? codeOf(name, season);
  if (!known) await call(ratingContract.changeSeason, { ...seasonToSend(season), groups: [...seasonToSend(season).groups, { code, name, override: null }] });
  return call(ratingContract.regroup, { seasonId: season.id, group: code, ids: rows.map(({ id }) => id) });
}

function codeOf(name: string, { groups }: Season): string {
  const stem = foldVietnamese(name).replace(/[^a-z0-9]+/g, '_').slice(0, 30) || 'nhom';
  return groups.some(({ code }) => code === stem) ? `${stem}_${groups.length}` : stem;
}
