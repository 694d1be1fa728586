/** Importing on screen: upload, check (as often as needed, with cells fixed), apply, undo. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { tableTypes } from '../../platform/table.formats.ts';
import { sheetNames } from './format/sheets.ts';

const uploadId = idSchema<'importUpload'>();
const runId = idSchema<'importRun'>();
const sheet = z.enum(sheetNames);
const fileName = z.string().min(1).max(200);

/** A file travels in parts of so many bytes, the last one shorter: each is a small request, and one that was lost is sent again. */
export const partBytes = 1024 * 1024;
/** Of all files of an upload together. */
export const mostBytes = 64 * 1024 * 1024;
export const mostFiles = 20;

export const finding = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  cell: z.string().optional(),
  value: z.string().optional(),
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const fix = z.strictObject({ sheet, row: z.number().int().min(1), column: z.string().max(60), value: z.string().max(500) });

export const tableCounts = z.object({ table: z.string(), added: z.number().int(), changed: z.number().int(), removed: z.number().int(), same: z.number().int() });

export const checked = z.object({
  findings: z.array(finding),
  errors: z.number().int(),
  warnings: z.number().int(),
  sheets: z.array(z.object({ sheet, rows: z.number().int() })),
  /** What applying would do; empty while there are errors. */
  tables: z.array(tableCounts),
  /** Whom and what it would be about; the names are those of the file, at most a hundred of each. */
  touched: z.array(z.object({ sheet: z.enum(['units', 'people']), isNew: z.boolean(), count: z.number().int(), names: z.array(z.string()) })),
});

export type Finding = z.infer<typeof finding>;
export type Checked = z.infer<typeof checked>;

export const importsContract = {
  upload: act({
    name: 'imports.upload',
    path: '/api/imports/uploads',
    verb: 'import.run',
    summary: { vi: 'Bắt đầu gửi bảng tính để kiểm tra: tên và số byte của từng tệp', en: 'Begin to upload spreadsheets for checking: name and bytes of each file' },
    problems: ['imports.tooLarge'],
    input: z.strictObject({
      source: z.string().trim().min(1).max(100),
      files: z.array(z.strictObject({ name: fileName, size: z.number().int().min(0) })).min(1).max(mostFiles),
    }),
    output: z.object({ uploadId }),
  }),
  part: act({
    name: 'imports.part',
    path: '/api/imports/uploads/:uploadId/parts',
    verb: 'import.run',
    summary: { vi: 'Gửi một phần của tệp: mỗi phần 1 MiB, phần cuối là chỗ còn lại', en: 'Send one part of a file: 1 MiB each, the last one what is left' },
    repeatable: 'a part sent again takes the place of itself',
    problems: ['platform.notFound', 'imports.partUnfit'],
    input: z.strictObject({ uploadId, file: fileName, part: z.number().int().min(0).max(mostBytes / partBytes), base64: z.base64().max(Math.ceil(partBytes / 3) * 4) }),
    output: z.object({ uploadId }),
  }),
  check: act({
    name: 'imports.check',
    path: '/api/imports/uploads/:uploadId/check',
    verb: 'import.run',
    summary: { vi: 'Kiểm tra, nêu mọi lỗi và việc sẽ làm; chưa ghi gì', en: 'Check: every problem, and what would be done; nothing is written' },
    problems: ['platform.notFound', 'imports.incomplete', 'imports.tooManyRows'],
    input: z.strictObject({ uploadId, fixes: z.array(fix).max(5000).default([]) }),
    output: checked,
  }),
  progress: query({
    name: 'imports.progress',
    path: '/api/imports/uploads/:uploadId/progress',
    verb: 'import.run',
    summary: { vi: 'Tiến độ kiểm tra hoặc nhập', en: 'How far checking or applying is' },
    problems: ['platform.notFound'],
    input: z.strictObject({ uploadId }),
    output: z.object({ phase: z.enum(['waiting', 'reading', 'checking', 'writing', 'done']), part: z.string().nullable(), rows: z.number().int() }),
  }),
  apply: act({
    name: 'imports.apply',
    path: '/api/imports/uploads/:uploadId/apply',
    verb: 'import.run',
    summary: { vi: 'Nhập, tất cả hoặc không gì cả', en: 'Apply: everything or nothing' },
    problems: ['platform.notFound', 'imports.incomplete', 'imports.tooManyRows', 'imports.hasErrors', 'imports.changedMeanwhile'],
    input: z.strictObject({ uploadId }),
    output: z.object({ runId, tables: z.array(tableCounts) }),
  }),
  runs: query({
    name: 'imports.runs',
    path: '/api/imports',
    verb: 'import.run',
    summary: { vi: 'Các lần nhập của tôi', en: 'My imports' },
    input: z.strictObject({ cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({
      items: z.array(
        z.object({ id: runId, source: z.string(), fileName: z.string(), state: z.enum(['applied', 'undone']), startedAt: z.iso.datetime(), undoneAt: z.iso.datetime().nullable(), tables: z.array(tableCounts) }),
      ),
      next: z.string().nullable(),
    }),
  }),
  undo: act({
    name: 'imports.undo',
    path: '/api/imports/:runId/undo',
    verb: 'import.run',
    summary: { vi: 'Hoàn tác cả lần nhập', en: 'Undo the whole import' },
    problems: ['platform.notFound', 'imports.undoneAlready', 'imports.changedSince', 'imports.usedSince', 'imports.notLatest', 'imports.outOfReach'],
    input: z.strictObject({ runId }),
    output: z.object({ runId }),
  }),
  template: query({
    name: 'imports.template',
    path: '/api/imports/template',
    verb: 'import.run',
    summary: { vi: 'Tải bảng mẫu Excel', en: 'Download the Excel template' },
    input: z.strictObject({ lang: z.enum(['vi', 'en']).default('vi') }),
    output: z.unknown(),
    files: [tableTypes.xlsx],
  }),
} as const;
