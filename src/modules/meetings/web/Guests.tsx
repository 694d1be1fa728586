/** Who comes from outside the cell: name and as what. A head without Party membership is counted apart. */
import { Checkbox, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { guestRoleNames, guestRoles, mayBeExtended, type GuestRole } from '../meeting.kinds.ts';
import { ChoiceChips } from './ChoiceChips.tsx';
import { IconAct } from './IconAct.tsx';
import { KnownHeads } from './KnownHeads.tsx';
import type { LiveMeeting } from './live.meeting.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import { AddPiece, PieceForm } from './PieceForm.tsx';
import { pieceId, putting, removing } from './pieces.ts';
import classes from './meetings.module.css';

export function Guests({ live }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const { meeting, mayRecord, note } = live;
  const isOpen = meeting.state === 'open';
  return (
    <Section title={t(texts.guests)}>
      {meeting.guests.length === 0 && <p className={classes.soft}>{t(texts.guestsEmpty)}</p>}
      {meeting.guests.length > 0 && (
        <ul className={classes.list}>
          {meeting.guests.map((guest) => (
            <li key={guest.id}>
              <div className={classes.row}>
                <span className={classes.rowWords}>{guest.name}<span className={classes.small}>{t(guestRoleNames[guest.role])}</span></span>
                {mayRecord && (
                  <span className={classes.rowActs} data-screen-only>
                    {isOpen && <Checkbox size="md" label={t(texts.isPresent)} checked={guest.isPresent} onChange={(event) => void note(putting(meeting, { part: 'guests', item: { ...guest, isPresent: event.currentTarget.checked } }))} />}
                    <IconAct icon={IconX} label={`${t(texts.remove)}: ${guest.name}`} onPress={() => void note(removing(meeting, { part: 'guests', itemId: guest.id, told: t(texts.removed, { text: guest.name }) }))} />
                  </span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayRecord && mayBeExtended(meeting.kind) && <KnownHeads live={live} />}
      {mayRecord && <AddPiece label={t(texts.addGuest)} form={(close) => <GuestForm live={live} onClose={close} />} />}
    </Section>
  );
}

function GuestForm({ live: { meeting, note }, onClose }: { readonly live: LiveMeeting; readonly onClose: () => void }) {
  const { t } = useText();
  const [name, setName] = useState('');
  const [role, setRole] = useState<GuestRole>();
  const [isChecked, setChecked] = useState(false);
  // Of extended meetings it is counted how many heads came; elsewhere whoever is not said to be more is a guest.
  const isRoleMissing = meeting.isExtended && role === undefined;
  const submit = async () => {
    setChecked(true);
    if (!name.trim() || isRoleMissing) return;
    const item = { id: pieceId<'guest'>(meeting), name: name.trim(), role: role ?? 'other', personId: null, isPresent: meeting.state === 'open' };
    if (await note(putting(meeting, { part: 'guests', item }))) onClose();
  };
  return (
    <PieceForm onSubmit={submit} onClose={onClose}>
      <TextInput label={t(texts.guestName)} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={200} withAsterisk autoFocus error={isChecked && !name.trim() ? t(texts.missing) : undefined} />
      <ChoiceChips label={t(texts.guestRole)} value={role} options={guestRoles.map((value) => ({ value, label: t(guestRoleNames[value]) }))} onChoose={setRole} />
      {isChecked && isRoleMissing && <p className={classes.fault} role="alert">{t(texts.guestRoleMissing)}</p>}
    </PieceForm>
  );
}
