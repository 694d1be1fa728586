/** One's own record, whole, and who looked at it. */
import type { ReactNode } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { OwnTasks } from '../../tasks/web/OwnTasks.tsx';
import { personContract } from '../person.contract.ts';
import { LooksSection } from './LooksSection.tsx';
import { PersonRecord } from './PersonRecord.tsx';
import { peopleWeb as texts } from './people.web.messages.ts';

export function OwnRecordPage() {
  return <OwnRecord first={<OwnTasks />} />;
}

/** `first`: what stands before the record. */
export function OwnRecord({ first }: { readonly first?: ReactNode }) {
  const { t } = useText();
  const { day } = useAsOf();
  const page = useProcedure(personContract.own, { asOf: day }, { keepPrevious: true });
  if (page.error) {
    return (
      <>
        <PageHead title={t(texts.ownTitle)} />
        <ProblemNotice problem={page.error} onRetry={() => void page.refetch()} />
        {first}
      </>
    );
  }
  if (!page.data) return <PageSkeleton />;
  return <PersonRecord person={page.data} on={day} about={t(texts.ownAbout)} kicker={t(texts.ownTitle)} first={first}><LooksSection /></PersonRecord>;
}
