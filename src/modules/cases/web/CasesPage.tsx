/** The five cases: what each is about, and its figures as printed and as computed. */
import { useMemo } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { caseContract, type CaseFigure } from '../case.contract.ts';
import { casesWeb } from '../cases.web.messages.ts';
import { CaseTable } from './CaseTable.tsx';

const CASES = ['A', 'B', 'C', 'D', 'E'] as const;

export function CasesPage() {
  const { t } = useText();
  const cases = useProcedure(caseContract.list, {});
  const items = cases.data?.items;
  return (
    <>
      <PageHead title={t(casesWeb.title)} description={<p>{t(casesWeb.what)} {t(casesWeb.people)}</p>} acts={<PrintButton />} />
      {cases.error && <ProblemNotice problem={cases.error} onRetry={() => void cases.refetch()} />}
      {!cases.error && !items && <LineSkeletons count={10} />}
      {items?.length === 0 && <EmptyState title={t(casesWeb.emptyTitle)} why={t(casesWeb.emptyWhy)} act={<Act href="/so-lieu">{t(casesWeb.toFigures)}</Act>} importHref="/nhap-du-lieu" />}
      {items && items.length > 0 && <Cases items={items} />}
    </>
  );
}

function Cases({ items }: { readonly items: readonly CaseFigure[] }) {
  const { t, number } = useText();
  const verdict = useVerdict();
  const byCase = useMemo(() => Map.groupBy(items, (item) => item.case), [items]);
  const differing = items.filter(({ computed, agrees }) => computed && !agrees).length;
  const missing = items.filter(({ computed }) => !computed).length;
  const isWhole = differing + missing === 0;
  return (
    <>
      <Notice
        tone={isWhole ? 'success' : 'warn'}
        title={isWhole ? verdict({ items, without: CASES.filter((letter) => !byCase.get(letter)?.some(({ computed }) => computed)) }) : t(casesWeb.someDiffer, { differing: number(differing), count: number(items.length) })}
      >
        {missing > 0 && <p>{t(casesWeb.someMissing, { missing: number(missing) })}</p>}
      </Notice>
      {CASES.map((letter) => <Case key={letter} letter={letter} figures={byCase.get(letter) ?? []} />)}
    </>
  );
}

/** A case of which nothing can be computed yet is told apart from those that agree. */
function useVerdict() {
  const { t, number, language } = useText();
  return ({ items, without }: { items: readonly CaseFigure[]; without: readonly string[] }) => {
    const count = number(items.length);
    const how = without.length;
    if (!hasWord(how)) return t(casesWeb.allAgree, { count });
    const letters = new Intl.ListFormat(language, { type: 'conjunction' }).format(without);
    return t(casesWeb.allAgreeBut, { count, without: t(casesWeb[`without.${how}`], { letters }) });
  };
}

function hasWord(count: number): count is 1 | 2 | 3 | 4 {
  return count >= 1 && count <= 4;
}

function Case({ letter, figures }: { letter: (typeof CASES)[number]; figures: readonly CaseFigure[] }) {
  const { t } = useText();
  return (
    <Section title={t(casesWeb[`${letter}.title`])} description={t(casesWeb[`${letter}.about`])}>
      {figures.length === 0 ? <p>{t(casesWeb.notYet)}</p> : <CaseTable label={t(casesWeb.tableOf, { letter })} figures={figures} />}
    </Section>
  );
}
