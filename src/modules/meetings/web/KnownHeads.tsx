/** Heads of the villages that the cell leads, and of the Front and mass organisations there, who are not invited yet: one tap each. */
import { IconPlus } from '@tabler/icons-react';
import { useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { postKindName } from '../../posts/post.kinds.ts';
import { meetingAroundContract } from '../meeting.around.contract.ts';
import type { LiveMeeting } from './live.meeting.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import { pieceId, putting } from './pieces.ts';
import classes from './meetings.module.css';

/** Whoever stands on the roll is none; without signal none are known, and a guest is typed. */
export function KnownHeads({ live: { meeting, note } }: { readonly live: LiveMeeting }) {
  const { t, language } = useText();
  const { data } = useProcedure(meetingAroundContract.heads, { id: meeting.id });
  const heads = data?.items.filter(({ personId }) => !meeting.guests.some((guest) => guest.personId === personId)) ?? [];
  if (heads.length === 0) return null;
  return (
    <div className={classes.addRow} data-screen-only>
      <h3 className={classes.groupTitle}>{t(texts.knownHeads)}</h3>
      <ul className={classes.list} aria-label={t(texts.knownHeads)}>
        {heads.map(({ personId, fullName, post, place, role }) => {
          const item = { id: pieceId<'guest'>(meeting), name: fullName, role, personId, isPresent: meeting.state === 'open' };
          return (
            <li key={personId}>
              <div className={classes.row}>
                <span className={classes.rowWords}>{fullName}<span className={classes.small}>{postKindName(post, language)} · {place.name}</span></span>
                <Act kind="quiet" icon={<IconPlus size={18} aria-hidden />} aria-label={`${t(texts.inviteHead)}: ${fullName}`} onPress={() => void note(putting(meeting, { part: 'guests', item }))}>{t(texts.inviteHead)}</Act>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
