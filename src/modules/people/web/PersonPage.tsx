/** One person on a day: who, what they do now, how they came to it, and the acts one may record about them. */
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { usePathPart } from '../../../shell/page.ts';
import { useMayVisit, useSession } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { personContract } from '../person.contract.ts';
import { OwnRecord } from './OwnRecordPage.tsx';
import { PersonRecord } from './PersonRecord.tsx';
import { LooksSection } from './LooksSection.tsx';
import { peopleWeb as texts } from './people.web.messages.ts';

export function PersonPage() {
  const id = usePathPart('id');
  const { person } = useSession();
  const mayRead = useMayVisit('person.read');
  const isOwn = person?.id === id;
  return isOwn && !mayRead ? <OwnRecord /> : <OtherRecord id={id} isOwn={isOwn} />;
}

function OtherRecord({ id, isOwn }: { readonly id: string; readonly isOwn: boolean }) {
  const { t } = useText();
  const { day } = useAsOf();
  const page = useProcedure(personContract.person, { id, asOf: day }, { keepPrevious: true });
  if (page.error) {
    return (
      <>
        <PageHead title={t(texts.personTitle)} />
        <ProblemNotice problem={page.error} onRetry={() => void page.refetch()} />
      </>
    );
  }
  // While another day is asked for, the page stays; another person is not shown in its place.
  if (!page.data || page.data.id !== id) return <PageSkeleton />;
  return <PersonRecord person={page.data} on={day}>{isOwn && <LooksSection />}</PersonRecord>;
}
