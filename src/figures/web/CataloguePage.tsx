/** Every figure of a unit on the day, as tiles under their headings. */
import { useProcedure } from '../../shell/api.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/language.tsx';
import { PageSkeleton } from '../../ui/Loading.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { PrintButton } from '../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { figuresContract } from '../figures.contract.ts';
import { grouped } from './catalogue.ts';
import { FigureTiles } from './FigureTiles.tsx';
import { figuresWeb } from './figures.web.messages.ts';
import { useAskedUnit } from './useAskedUnit.ts';
import { UnitPath, UnitPicker, useUnitPage } from './UnitPicker.tsx';

export function CataloguePage() {
  const { t } = useText();
  const { id, isPending } = useAskedUnit();
  const unit = useUnitPage(id);
  return (
    <>
      <UnitPath unit={unit.data} />
      <PageHead title={t(figuresWeb.catalogueTitle)} kicker={unit.data?.name ?? '\u00a0'} description={t(figuresWeb.catalogueWhat)} acts={<PrintButton />} />
      <UnitPicker unit={unit.data} />
      {unit.error && <ProblemNotice problem={unit.error} onRetry={() => void unit.refetch()} />}
      {isPending && <PageSkeleton />}
      {id === undefined && !isPending && <EmptyState title={t(figuresWeb.noUnitTitle)} why={t(figuresWeb.noUnitWhy)} />}
      {id !== undefined && !unit.error && <Groups unit={id} />}
    </>
  );
}

function Groups({ unit }: { readonly unit: string }) {
  const { t } = useText();
  const list = useProcedure(figuresContract.list, {});
  if (list.error) return <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />;
  return grouped(list.data?.items ?? []).map(({ id, title, figures }) => (
    <Section key={id} title={t(title)}>
      <FigureTiles unit={unit} figures={figures.map((figure) => figure.id)} known={figures} />
    </Section>
  ));
}
