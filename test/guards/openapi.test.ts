/** The API document says everything that the contracts say, and nothing in it points nowhere. */
import { expect, test } from 'vitest';
import { describeApi } from '../../src/platform/http/openapi.ts';
import { allRoutes } from '../../src/routes.ts';

const procedures = allRoutes.map((route) => route.procedure);
const api = describeApi(procedures, { version: '1.0.0', cookie: 'session' });
const operations = Object.values(api.paths).flatMap((path) => Object.values(path));

test('every procedure is in the document, under its method and path', () => {
  for (const { name, method, path } of procedures) {
    expect(api.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.operationId).toBe(name);
  }
  expect(operations).toHaveLength(procedures.length);
});

test('no reference points nowhere', () => {
  const references = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target!);
  expect(references.length).toBeGreaterThan(0);
  expect(references.filter((target) => !(target.replace('#/components/schemas/', '') in api.components.schemas))).toEqual([]);
});

test('every key of a path is a parameter, and every parameter of a path is in it', () => {
  for (const [path, methods] of Object.entries(api.paths)) {
    const keys = [...path.matchAll(/\{(\w+)\}/g)].map(([, key]) => key!).toSorted();
    for (const { parameters } of Object.values(methods)) expect(parameters.filter((each) => each.in === 'path').map((each) => each.name).toSorted(), path).toEqual(keys);
  }
});

test('every operation lists its problems, and needs a session unless it is open', () => {
  for (const procedure of procedures) {
    const operation = operations.find(({ operationId }) => operationId === procedure.name)!;
    const refused = JSON.stringify(operation.responses['4XX']);
    for (const code of procedure.problems) expect(refused, procedure.name).toContain(code);
    expect(operation.security.length, procedure.name).toBe(procedure.verb === undefined ? 0 : 1);
  }
});

test('an answer that is a file is said to be one, in each of its forms', () => {
  const files = procedures.filter((procedure) => procedure.files !== undefined);
  expect(files.map(({ name }) => name).toSorted()).toEqual(['documents.file', 'imports.template', 'meetings.bookFile', 'meetings.calendarFile', 'meetings.file', 'meetings.minutesFile', 'meetings.ownCalendar', 'meetings.ownPaper', 'meetings.resolutionFile', 'oversight.annexFile', 'oversight.handOverFile', 'people.export', 'petitions.file', 'posts.export', 'ratings.export', 'reports.excel', 'reports.word', 'reviews.file', 'reviews.ownFile', 'tasks.file', 'units.export', 'visits.file', 'visits.reportFile']);
  for (const { name, files: types } of files) {
    const { content } = operations.find(({ operationId }) => operationId === name)!.responses['200'] as { content: object };
    expect(content, name).toEqual(Object.fromEntries(types!.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])));
  }
});
