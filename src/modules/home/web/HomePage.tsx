/** Home: an officer sees units and figures, a member the next own meeting, own tasks and the own record, an administrator what there is to keep. */
import { useSession } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { NextOwnMeeting } from '../../meetings/web/NextOwnMeeting.tsx';
import { OwnRecord } from '../../people/web/OwnRecordPage.tsx';
import { OwnTasks } from '../../tasks/web/OwnTasks.tsx';
import { homeWeb } from '../home.web.messages.ts';
import { MayDo } from './MayDo.tsx';
import { homeFor } from './home.places.ts';
import { OfficerHome } from './OfficerHome.tsx';

export function HomePage() {
  const session = useSession();
  const kind = homeFor({ mayVisit: session.mayVisit, isPerson: session.person !== undefined });
  if (kind === 'officer') return <OfficerHome />;
  if (kind === 'member') return <OwnRecord first={<><NextOwnMeeting /><OwnTasks /></>} />;
  return <PlainHome isKeeper={kind === 'keeper'} />;
}

/** Without Party data: who this is, why there are no figures, and what may be done. */
function PlainHome({ isKeeper }: { isKeeper: boolean }) {
  const { t } = useText();
  const { person } = useSession();
  return (
    <>
      <PageHead title={person ? t(homeWeb.hello, { name: person.name }) : t(homeWeb.helloPlain)} />
      <Notice title={t(isKeeper ? homeWeb.adminTitle : homeWeb.nothingTitle)}><p>{t(isKeeper ? homeWeb.adminWhy : homeWeb.nothingWhy)}</p></Notice>
      <MayDo />
    </>
  );
}
