import { expect, test } from 'vitest';
import { documentsSheet } from '../../imports/format/document.sheets.ts';
import { findColumn, getSheet } from '../../imports/format/sheets.ts';
import { documentAlerts } from '../document.alerts.ts';
import { documentFigures } from '../document.figures.ts';
import { pageTexts } from './document.page.messages.ts';
import { documentsWeb } from './documents.web.messages.ts';

const heading = (name: string) => documentsSheet.columns.find((column) => column.name === name)?.title;

test('the day of review and the issuer have one name on screens, in figures, in alerts and in the sheet', () => {
  const due = { vi: 'Hạn rà soát', en: 'Review due on' };
  const inFigures = documentFigures.flatMap(({ subject }) => subject.columns.filter(({ id }) => id === 'reviewDue').map(({ title }) => title));
  expect(inFigures.length).toBeGreaterThan(0);
  for (const name of [documentsWeb.reviewDueOn, pageTexts.reviewDueOn, heading('review_due_on'), ...inFigures]) expect(name).toEqual(due);
  for (const { title, explanation } of documentAlerts) for (const { vi } of [title, explanation]) expect(vi).toContain(due.vi.toLowerCase());
  for (const name of [documentsWeb.issuer, documentsWeb.issuerField, pageTexts.issuer]) expect(name).toEqual(heading('issuer'));
});

test('a sheet with a name that the day of review or the issuer had before is read all the same', () => {
  for (const former of ['Hạn sơ kết, rà soát', 'Hạn xem xét lại']) expect(findColumn(getSheet('documents'), former)?.name).toBe('review_due_on');
  expect(findColumn(getSheet('documents'), 'Nơi ban hành')?.name).toBe('issuer');
});

test('what reaches every level below is not called directly below, and the sender is told before', () => {
  for (const { vi } of [pageTexts.toCommittees, pageTexts.toCells, pageTexts.toAll, documentsWeb.below, documentsWeb.belowToo]) expect(vi).not.toContain('trực thuộc');
  expect(pageTexts.sendIntro.vi).toMatch(/mọi cấp bên dưới.*thu hồi được từ đơn vị chưa xác nhận/);
});
