/** Days off and days worked instead, a year at a time; kept by whoever keeps the system. */
import { useState } from 'react';
import type { z } from 'zod';
import { useAct, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { ruleContract } from '../rule.contract.ts';
import { ruleMessages } from '../rule.messages.ts';
import { HolidaySheet } from './HolidaySheet.tsx';
import { rulesTitles } from './rules.titles.messages.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';
import classes from './rules.module.css';

type Holiday = z.output<(typeof ruleContract)['holidays']['output']>['items'][number];

const YEAR = 'nam';

export function HolidaysPage() {
  const { t } = useText();
  const { day } = useAsOf();
  const [given, choose] = useAddressValue(YEAR, 'push');
  const year = /^20\d\d$/.test(given ?? '') ? Number(given) : Number(day.slice(0, 4));
  const { data, error, refetch } = useProcedure(ruleContract.holidays, { year }, { keepPrevious: true });
  const [isAdding, setAdding] = useState(false);
  const columns = useColumns(data?.maySet ?? false);
  return (
    <>
      <PageHead
        title={t(rulesTitles.holidaysTitle)} description={t(texts.holidaysAbout)}
        acts={<>{data?.maySet && <Act kind="main" onPress={() => setAdding(true)}>{t(texts.addHoliday)}</Act>}<Act href="/quy-dinh">{t(rulesTitles.rulesTitle)}</Act><PrintButton /></>}
      />
      <div className={classes.years}>
        <Act onPress={() => choose(String(year - 1))}>{t(texts.before)}</Act>
        <strong>{t(texts.year, { year: String(year) })}</strong>
        <Act onPress={() => choose(String(year + 1))}>{t(texts.after)}</Act>
      </div>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!(error && !data) && (
        <DataTable label={t(rulesTitles.holidaysTitle)} columns={columns} rows={data?.items} rowId={(row) => row.day} rowName={(row) => row.name} empty={<EmptyState title={t(texts.holidaysEmpty, { year: String(year) })} why={t(texts.holidaysEmptyWhy)} />} />
      )}
      {isAdding && <HolidaySheet onClose={() => setAdding(false)} />}
    </>
  );
}

function useColumns(maySet: boolean): readonly Column<Holiday>[] {
  const { t, day } = useText();
  const weekday = useWeekday();
  return [
    { id: 'day', title: t(texts.day), priority: 1, width: '14rem', cell: (row) => `${weekday(row.day)}, ${day(row.day)}` },
    { id: 'kind', title: t(texts.kind), priority: 2, width: '10rem', cell: (row) => <StatusMark status={row.isOff ? 'done' : 'on-time'} label={t(row.isOff ? texts.off : texts.worked)} /> },
    { id: 'name', title: t(texts.name), priority: 2, cell: (row) => <>{row.name}<span className={classes.soft}>{row.document}. {t(ruleMessages[row.confidence])}</span></> },
    ...(maySet ? [{ id: 'act', title: t(texts.acts), priority: 2 as const, width: '7rem', cell: (row: Holiday) => <RemoveHoliday holiday={row} /> }] : []),
  ];
}

function RemoveHoliday({ holiday }: { readonly holiday: Holiday }) {
  const { t, day } = useText();
  const removing = useAct(ruleContract.removeHoliday);
  const setting = useAct(ruleContract.setHoliday);
  const offer = useUndo();
  const remove = async () => {
    const done = await removing.mutateAsync({ day: holiday.day }).catch(() => undefined);
    if (done) offer({ text: t(texts.holidayRemoved, { day: day(holiday.day) }), undo: () => setting.mutateAsync({ day: holiday.day, isOff: holiday.isOff, name: holiday.name, document: holiday.document }) });
  };
  return <span data-screen-only><Act kind="quiet" busy={removing.isPending} aria-label={`${t(texts.removeHoliday)}: ${day(holiday.day)}`} onPress={() => void remove()}>{t(texts.removeHoliday)}</Act></span>;
}

/** "Thứ Hai", "Monday". */
function useWeekday(): (day: string) => string {
  const { language } = useText();
  const format = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { weekday: 'long', timeZone: 'UTC' });
  return (day) => format.format(new Date(`${day}T00:00:00Z`));
}
