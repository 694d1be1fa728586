/** Web push: turned on in the browser one is in, and the list of all browsers that are told. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { deviceOf } from '../../../access/web/access.words.ts';
import { accessWeb } from '../../../access/web/access.web.messages.ts';
import { useAct } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { noticeContract } from '../notice.contract.ts';
import { noticesWeb as texts } from './notices.web.messages.ts';
import { leaveHere, standingHere, subscribeHere } from './push.ts';
import classes from './notices.module.css';

type Browser = z.output<(typeof noticeContract)['ways']['output']>['browsers'][number];

interface BrowsersProps {
  readonly pushKey: string | null;
  readonly browsers: readonly Browser[];
}

export function BrowsersSection({ pushKey, browsers }: BrowsersProps) {
  const { t } = useText();
  return (
    <Section title={t(texts.push)}>
      {pushKey === null ? <p className={classes.soft}>{t(texts.noPush)}</p> : <Here pushKey={pushKey} browsers={browsers} />}
      {browsers.length > 0 && <BrowserTable browsers={browsers} />}
    </Section>
  );
}

function useHere() {
  return useQuery({ queryKey: ['notices.here'], queryFn: standingHere, staleTime: 0 });
}

function Here({ pushKey, browsers }: { readonly pushKey: string; readonly browsers: readonly Browser[] }) {
  const { t, language } = useText();
  const tell = useUndo();
  const client = useQueryClient();
  const { data: here } = useHere();
  const subscribing = useAct(noticeContract.subscribe, { touches: ['events'] });
  const turnOn = useMutation({
    mutationFn: () => subscribeHere(pushKey, (subscription) => subscribing.mutateAsync({ ...subscription, language })),
    onSuccess: (is) => { if (is === 'on') tell({ text: t(texts.turnedOn) }); },
    onSettled: () => client.invalidateQueries({ queryKey: ['notices.here'] }),
  });
  if (!here) return null;
  if (here.is === 'unsupported' || here.is === 'denied') return <p className={classes.soft}>{t(here.is === 'denied' ? texts.pushDenied : texts.pushUnsupported)}</p>;
  if (here.is === 'on' && browsers.some(({ id }) => id === here.id)) return <StatusMark status="done" label={t(texts.turnedOn)} />;
  return (
    <div className={classes.form}>
      {turnOn.error && <ProblemNotice problem={turnOn.error} />}
      <div className={classes.acts}><Act onPress={() => turnOn.mutate()} busy={turnOn.isPending}>{t(texts.turnOn)}</Act></div>
    </div>
  );
}

function BrowserTable({ browsers }: { readonly browsers: readonly Browser[] }) {
  const { t, moment } = useText();
  const tell = useUndo();
  const { data: here } = useHere();
  const leaving = useAct(noticeContract.unsubscribe, { touches: ['events'] });
  const nameOf = ({ browser }: Browser) => {
    const device = deviceOf(browser);
    return device ? t(accessWeb.deviceOn, { ...device }) : t(accessWeb.unknownDevice);
  };
  const leave = async (row: Browser) => {
    if (row.id === here?.id) await leaveHere();
    await leaving.mutateAsync({ id: row.id });
    tell({ text: t(texts.stopped, { browser: nameOf(row) }) });
  };
  return (
    <>
      {leaving.error && <ProblemNotice problem={leaving.error} />}
      <DataTable
        label={t(texts.browsers)} rows={browsers} rowId={(row) => row.id} rowName={nameOf}
        columns={[
          { id: 'browser', title: t(texts.browser), priority: 1, cell: (row) => <>{nameOf(row)}{row.id === here?.id && <span className={classes.soft}> · {t(texts.here)}</span>}</> },
          { id: 'since', title: t(texts.since), priority: 2, cell: (row) => moment(row.since) },
          { id: 'act', title: t(texts.stop), priority: 2, cell: (row) => <Act onPress={() => void leave(row).catch(() => undefined)} aria-label={t(texts.stopOf, { browser: nameOf(row) })}>{t(texts.stop)}</Act> },
        ]}
      />
    </>
  );
}
