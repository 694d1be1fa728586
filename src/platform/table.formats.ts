/** The forms in which a list can be taken along as a file: what a caller asks for, and the media types of the answers. */
import { z } from 'zod';

export const tableTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type TableFormat = keyof typeof tableTypes;

/** To be spread into the input of a procedure that answers with such a file. */
export const tableWish = { format: z.enum(['csv', 'xlsx']), language: z.enum(['vi', 'en']).default('vi') };

export const tableFiles: readonly string[] = Object.values(tableTypes);
