/** Papers of one's own meeting, to be downloaded. */
import { IconFile } from '@tabler/icons-react';
import { requestOf } from '../../../shell/request.ts';
import { useText } from '../../../ui/language.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { ownTexts as texts } from './own.messages.ts';
import classes from './meetings.module.css';

interface OwnPapersProps {
  readonly meetingId: string;
  readonly papers: readonly { readonly id: string; readonly name: string }[];
}

export function OwnPapers({ meetingId, papers }: OwnPapersProps) {
  const { t } = useText();
  if (papers.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t(texts.papers)}>
      {papers.map(({ id, name }) => <li key={id}><a className={classes.fileName} href={requestOf(meetingContract.ownPaper, { id: meetingId, fileId: id }).url} download><IconFile size={20} aria-hidden /><span>{name}</span></a></li>)}
    </ul>
  );
}
