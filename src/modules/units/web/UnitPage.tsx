/** One unit on the chosen day: what it is, who leads it, its figures; then its parts as tabs. */
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Tabs, type Tab } from '../../../ui/Tabs.tsx';
import { UnitRatingsLink } from '../../ratings/web/RatingsLink.tsx';
import { unitContract, type UnitPage as Unit } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { kindWords, meetingsHref, unitHref } from './unit.words.ts';
import { UnitAbout } from './UnitAbout.tsx';
import { UnitActs } from './UnitActs.tsx';
import { UnitChildren } from './UnitChildren.tsx';
import { UnitFigures } from './UnitFigures.tsx';
import { UnitHistory } from './UnitHistory.tsx';
import { UnitLeaders } from './UnitLeaders.tsx';
import { UnitMembers } from './UnitMembers.tsx';
import { UnitPosts } from './UnitPosts.tsx';
import { UnitRelations } from './UnitRelations.tsx';
import { UnitState } from './UnitState.tsx';

export function UnitPage() {
  const id = usePathPart('id');
  const { day } = useAsOf();
  const { data: unit, error, refetch } = useProcedure(unitContract.unit, { id, asOf: day }, { keepPrevious: true });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  // What is kept from before may be another unit: only another day of the same one is worth showing meanwhile.
  if (!unit || unit.id !== id) return <PageSkeleton />;
  return <UnitStory key={unit.id} unit={unit} />;
}

function UnitStory({ unit }: { readonly unit: Unit }) {
  const { t, language } = useText();
  const kicker = [kindWords(unit, language), unit.rank, unit.code && t(unitTexts.codeIs, { code: unit.code })].filter(Boolean).join(' · ');
  const steps = unit.path.map(({ id, name, readable }) => (readable ? { label: name, href: unitHref(id) } : { label: name }));
  return (
    <>
      <PagePath steps={[...steps, { label: unit.name }]} />
      <PageHead title={unit.name} kicker={kicker} acts={<><MeetingsLink unit={unit} /><AssignmentsLink unit={unit} /><UnitRatingsLink unit={unit} /><UnitActs unit={unit} /></>} />
      <UnitState unit={unit} />
      {unit.may.includes('post.read') && <UnitLeaders unit={unit} />}
      {unit.may.includes('figure.read') && <UnitFigures unit={unit} />}
      <Tabs label={t(unitTexts.tabs)} tabs={useTabs(unit)} />
    </>
  );
}

/** To its meetings, and those of the units below. */
function MeetingsLink({ unit }: { readonly unit: Unit }) {
  const { t } = useText();
  const href = meetingsHref(unit);
  return href !== undefined && <Act kind="quiet" href={href}>{t(unitTexts.meetings)}</Act>;
}

/** To who holds which role here, for those who may read or give roles. */
function AssignmentsLink({ unit }: { readonly unit: Unit }) {
  const { t } = useText();
  const isShown = unit.may.includes('assignment.read') || unit.may.includes('assignment.grant');
  return isShown && <Act kind="quiet" href={`/phan-quyen?donVi=${unit.id}`}>{t(unitTexts.assignments)}</Act>;
}

function useTabs(unit: Unit): readonly Tab[] {
  const { t, number } = useText();
  const { day } = useAsOf();
  const related = unit.relations.filter(({ from, to }) => from <= day && (to === null || day <= to)).length;
  const children = unit.childKinds.reduce((sum, { count }) => sum + count, 0);
  const isParty = unit.parents.some(({ hierarchy }) => hierarchy === 'party') || unit.childKinds.some(({ hierarchy }) => hierarchy === 'party');
  const parts: (Tab & { readonly isShown: boolean })[] = [
    { id: 'truc-thuoc', label: t(unitTexts.children), count: number(children), isShown: children > 0, content: () => <UnitChildren unit={unit} /> },
    { id: 'chuc-danh', label: t(unitTexts.posts), isShown: unit.may.includes('post.read'), content: () => <UnitPosts unit={unit} /> },
    { id: 'dang-vien', label: t(unitTexts.members), isShown: unit.may.includes('person.read'), content: () => <UnitMembers unit={unit} isParty={isParty} /> },
    { id: 'quan-he', label: t(unitTexts.relations), count: number(related), isShown: true, content: () => <UnitRelations unit={unit} /> },
    { id: 'qua-trinh', label: t(unitTexts.history), isShown: true, content: () => <UnitHistory unit={unit} /> },
    { id: 'thong-tin', label: t(unitTexts.about), isShown: true, content: () => <UnitAbout unit={unit} /> },
  ];
  return parts.filter(({ isShown }) => isShown);
}
