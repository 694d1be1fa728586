/** How one is told outside the app: one address, the browsers one uses. */
import { useProcedure } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { noticeContract } from '../notice.contract.ts';
import { BrowsersSection } from './BrowsersSection.tsx';
import { MailSection } from './MailSection.tsx';
import { noticesTitles } from './notices.titles.messages.ts';
import { noticesWeb as texts } from './notices.web.messages.ts';

export function WaysPage() {
  const { t } = useText();
  const { data, error, refetch } = useProcedure(noticeContract.ways, {});
  return (
    <>
      <PageHead title={t(noticesTitles.ways)} description={t(texts.waysAbout)} />
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && <MailSection sendsMail={data.sendsMail} mail={data.mail} />}
      {data && <BrowsersSection pushKey={data.pushKey} browsers={data.browsers} />}
    </>
  );
}
