/** Topics of petitions and who decides on them, as they hold at a unit; kept by who keeps rules there. */
import { useState } from 'react';
import type { z } from 'zod';
import { useProcedure } from '../../../shell/api.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useSession } from '../../../shell/session.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import type { Column } from '../../../ui/table.ts';
import { kindName, type UnitKind } from '../../units/unit.kinds.ts';
import { catalogueContract } from '../catalogue.contract.ts';
import { levelNames } from '../petition.kinds.ts';
import type { Topic } from '../petition.record.ts';
import { catalogueTexts as texts } from './catalogue.messages.ts';
import { CompetenceSheet, EndSheet, TopicSheet, type Ending } from './CatalogueSheets.tsx';
import { petitionsTitles } from './petitions.titles.messages.ts';
import { petitionsWeb } from './petitions.web.messages.ts';
import { useTopics } from './useTopics.ts';
import classes from './petitions.module.css';

type Competence = z.output<(typeof catalogueContract)['competences']['output']>['items'][number];

export function CataloguePage() {
  const { t } = useText();
  const { home } = useSession();
  const unitId = useUnitFilter() ?? home?.unitId;
  const [open, setOpen] = useState<{ readonly is: 'topic'; readonly topic: Topic | undefined } | { readonly is: 'competence' } | { readonly is: 'end'; readonly ending: Ending }>();
  const close = () => setOpen(undefined);
  return (
    <>
      <PagePath steps={[{ label: t(petitionsTitles.petitions), href: '/kien-nghi' }, { label: t(petitionsTitles.catalogue) }]} />
      <PageHead title={t(petitionsTitles.catalogue)} description={t(texts.about)} acts={<PrintButton />} />
      <div className={classes.find} data-screen-only><UnitFilter /></div>
      <Topics unitId={unitId} onSet={(topic) => setOpen({ is: 'topic', topic })} onEnd={(ending) => setOpen({ is: 'end', ending })} />
      <Competences unitId={unitId} onSet={() => setOpen({ is: 'competence' })} onEnd={(ending) => setOpen({ is: 'end', ending })} />
      {open?.is === 'topic' && <TopicSheet unitId={unitId} topic={open.topic} onClose={close} />}
      {open?.is === 'competence' && <CompetenceSheet unitId={unitId} onClose={close} />}
      {open?.is === 'end' && <EndSheet ending={open.ending} onClose={close} />}
    </>
  );
}

interface TopicsProps {
  readonly unitId: string | undefined;
  readonly onSet: (topic: Topic | undefined) => void;
  readonly onEnd: (ending: Ending) => void;
}

function Topics({ unitId, onSet, onEnd }: TopicsProps) {
  const { t } = useText();
  const all = useTopics(unitId);
  const { data } = useProcedure(catalogueContract.topics, unitId ? { unitId } : {});
  const acts = (topic: Topic) => topic.maySet && (
    <span data-screen-only>
      <Act kind="quiet" onPress={() => onSet(topic)} aria-label={`${t(texts.rename)}: ${t(topic.name)}`}>{t(texts.rename)}</Act>
      <Act kind="quiet" onPress={() => onEnd({ what: 'topic', id: topic.id, name: t(topic.name) })} aria-label={`${t(texts.end)}: ${t(topic.name)}`}>{t(texts.end)}</Act>
    </span>
  );
  const named = (topic: Topic) => <>{t(topic.name)}{topic.scope && <span className={classes.small}>{topic.scope.name}</span>}</>;
  return (
    <Section title={t(texts.topics)} acts={data?.maySet && <Act kind="quiet" onPress={() => onSet(undefined)}>{t(texts.addTopic)}</Act>}>
      <div className={classes.topics}>
        {all.filter(({ parent }) => parent === null).map((group) => (
          <div key={group.id} className={classes.topicGroup}>
            <div className={classes.topicRow}><h3>{named(group)}</h3>{acts(group)}</div>
            <ul>{all.filter(({ parent }) => parent === group.code).map((topic) => <li key={topic.id} className={classes.topicRow}><span>{named(topic)}</span>{acts(topic)}</li>)}</ul>
          </div>
        ))}
      </div>
    </Section>
  );
}

function Competences({ unitId, onSet, onEnd }: { readonly unitId: string | undefined; readonly onSet: () => void; readonly onEnd: (ending: Ending) => void }) {
  const { t, day, language } = useText();
  const topics = useTopics(unitId);
  const { data, error, refetch } = useProcedure(catalogueContract.competences, unitId ? { unitId } : {});
  const nameOf = (code: string | null) => { const topic = topics.find((one) => one.code === code); return topic ? t(topic.name) : (code ?? t(texts.allTopics)); };
  const end: Column<Competence> = { id: 'acts', title: t(texts.end), priority: 2, screenOnly: true, width: '7rem', cell: (row) => row.maySet && <Act kind="quiet" onPress={() => onEnd({ what: 'competence', id: row.id, name: nameOf(row.topic) })}>{t(texts.end)}</Act> };
  return (
    <Section title={t(texts.competences)} acts={data?.maySet && <Act kind="quiet" onPress={onSet}>{t(texts.addCompetence)}</Act>}>
      {error ? <ProblemNotice problem={error} onRetry={() => void refetch()} /> : (
        <DataTable
          label={t(texts.competences)}
          rows={data?.items}
          rowId={(row) => row.id}
          columns={[
            { id: 'topic', title: t(petitionsWeb.topic), priority: 1, cell: (row) => nameOf(row.topic) },
            { id: 'level', title: t(texts.level), priority: 2, width: '8rem', cell: (row) => t(levelNames[row.level]) },
            { id: 'body', title: t(texts.body), priority: 2, cell: (row) => [row.outside, row.body?.name ?? (row.bodyKind && kindName(row.bodyKind as UnitKind, language))].filter(Boolean).join(' · ') },
            { id: 'scope', title: t(texts.scope), priority: 2, cell: (row) => row.scope?.name ?? t(texts.country) },
            { id: 'document', title: t(texts.document), priority: 3, cell: (row) => <>{row.document}<span className={classes.small}>{t(texts.since, { day: day(row.period.from) })}</span></> },
            ...(data?.items.some(({ maySet }) => maySet) ? [end] : []),
          ]}
        />
      )}
    </Section>
  );
}
