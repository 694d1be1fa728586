/** Who leads the meeting and who writes its minutes: chosen from the roll, or a name where it is somebody else. */
import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { officialNames, officialRoles, type OfficialRole } from '../meeting.kinds.ts';
import type { Official } from '../meeting.ts';
import { nameApart } from '../meeting.namesakes.ts';
import type { LiveMeeting } from './live.meeting.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import { officialNamed } from './meeting.words.ts';
import { appointing } from './pieces.ts';
import { PieceForm } from './PieceForm.tsx';
import classes from './meetings.module.css';

interface OfficialsProps {
  readonly live: LiveMeeting;
  /** What else names them is told whom they were and are. */
  readonly onAppointed?: (role: OfficialRole, change: { readonly before: Official | null; readonly after: Official | null }) => void;
}

export function Officials({ live, onAppointed }: OfficialsProps) {
  const { t } = useText();
  const { meeting, mayRecord } = live;
  const [asked, setAsked] = useState<OfficialRole>();
  const mayAppoint = mayRecord && (meeting.state === 'open' || meeting.state === 'closed');
  if (!mayAppoint && officialRoles.every((role) => !meeting[role])) return null;
  return (
    <Section title={t(texts.officials)}>
      <ul className={classes.list}>
        {officialRoles.map((role) => (
          <li key={role}>
            <div className={classes.row}>
              <span className={classes.rowWords}>{t(officialNames[role])}<span className={classes.small}>{meeting[role]?.name ?? t(texts.officialNone)}</span></span>
              {mayAppoint && asked !== role && <span className={classes.rowActs} data-screen-only><Act kind="quiet" aria-label={`${t(officialNames[role])}: ${t(meeting[role] ? texts.changeOfficial : texts.chooseOfficial)}`} onPress={() => setAsked(role)}>{t(meeting[role] ? texts.changeOfficial : texts.chooseOfficial)}</Act></span>}
            </div>
            {mayAppoint && asked === role && <OfficialForm live={live} role={role} onClose={() => setAsked(undefined)} onAppointed={onAppointed} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type OfficialFormProps = Pick<OfficialsProps, 'live'> & { readonly onAppointed: OfficialsProps['onAppointed']; readonly role: OfficialRole; readonly onClose: () => void };

function OfficialForm({ live: { meeting, note }, role, onClose, onAppointed }: OfficialFormProps) {
  const { t } = useText();
  const before = meeting[role] ?? null;
  const [name, setName] = useState(before?.name ?? '');
  const submit = async () => {
    const after = officialNamed(meeting, name);
    if (!(await note(appointing(meeting, { role, who: after })))) return;
    onAppointed?.(role, { before, after });
    onClose();
  };
  return (
    <PieceForm onSubmit={submit} onClose={onClose}>
      <Autocomplete
        label={t(officialNames[role])} description={t(texts.officialHint)} value={name} onChange={setName} maxLength={200} autoFocus
        data={[...new Set([...meeting.roll.filter(({ mark }) => mark !== 'absent' && mark !== 'excused').map(({ person }) => nameApart(person)), ...meeting.guests.map((guest) => guest.name)])]}
        filter={({ options, search }) => options.filter((option) => 'value' in option && foldVietnamese(option.label).includes(foldVietnamese(search)))}
      />
    </PieceForm>
  );
}
