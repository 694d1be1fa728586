/**
 * The bytes of uploaded files: received, kept and read again in parts, each sealed by itself and bound to its place, for
 * spreadsheets hold what is sealed elsewhere. Nothing here holds more than one part, but for Excel files, whose reader
 * wants the packed file as a whole.
 */
import type { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { sealBytes, unsealBytes, type Place } from '../../../platform/crypto/seal.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { partBytes, type importsContract } from '../imports.contract.ts';
import { slices, type ByteSource } from '../read/source.ts';
import { findUpload, requireImporter } from './import.reads.ts';

type Upload = Id<'importUpload'>;

/** As announced when the upload began. */
interface AnnouncedFile {
  readonly name: string;
  readonly size: number;
}

export async function receivePart(ctx: Ctx, { uploadId, file, part, base64 }: z.output<typeof importsContract.part.input>): Promise<{ uploadId: Upload }> {
  requireImporter(ctx);
  const { files } = await findUpload(ctx, uploadId);
  const announced = files.find(({ name }) => name === file);
  const clear = Buffer.from(base64, 'base64');
  if (!announced || clear.length === 0 || clear.length !== bytesOfPart(announced, part)) throw new Problem({ code: 'imports.partUnfit', kind: 'invalid' });
  const bytes = sealBytes(ctx.keys, placeOf(uploadId, { file, part }), clear);
  await ctx.db
    .insertInto('import_file_parts')
    .values({ upload_id: uploadId, name: file, part, bytes })
    .onConflict((conflict) => conflict.columns(['upload_id', 'name', 'part']).doUpdateSet({ bytes }))
    .execute();
  return { uploadId };
}

/** @throws Problem imports.incomplete: a file that broke off would pass for one with fewer rows. */
export async function uploadedFiles(ctx: Ctx, uploadId: Upload, announced: readonly AnnouncedFile[]): Promise<ByteSource[]> {
  const arrived = await ctx.db.selectFrom('import_file_parts').select(({ fn }) => ['name', fn.countAll<number>().as('parts')]).where('upload_id', '=', uploadId).groupBy('name').execute();
  const counts = new Map(arrived.map(({ name, parts }) => [name, parts]));
  const missing = announced.find((file) => (counts.get(file.name) ?? 0) < partsOf(file));
  if (missing) throw new Problem({ code: 'imports.incomplete', kind: 'conflict', data: { file: missing.name } });
  return announced.toSorted((one, other) => (one.name < other.name ? -1 : 1)).map((file) => storedFile(ctx, uploadId, file));
}

function storedFile(ctx: Ctx, uploadId: Upload, file: AnnouncedFile): ByteSource {
  async function* parts(): AsyncGenerator<Buffer> {
    for (let part = 0; part < partsOf(file); part += 1) yield await readPart(ctx, uploadId, { file: file.name, part });
  }
  return {
    ...file,
    bytes: async () => {
      const whole = Buffer.alloc(file.size);
      let at = 0;
      for await (const part of parts()) at += part.copy(whole, at);
      return whole;
    },
    async *chunks() {
      for await (const part of parts()) yield* slices(part);
    },
  };
}

interface PartOfFile {
  readonly file: string;
  readonly part: number;
}

async function readPart(ctx: Ctx, uploadId: Upload, { file, part }: PartOfFile): Promise<Buffer> {
  const { bytes } = await ctx.db.selectFrom('import_file_parts').select('bytes').where('upload_id', '=', uploadId).where('name', '=', file).where('part', '=', part).executeTakeFirstOrThrow();
  return unsealBytes(ctx.keys, placeOf(uploadId, { file, part }), bytes);
}

/** A part cannot be put in the place of another, nor into another file. */
function placeOf(uploadId: Upload, { file, part }: PartOfFile): Place {
  return { field: 'import_file_parts.bytes', id: `${uploadId}/${part}/${file}` };
}

function partsOf({ size }: AnnouncedFile): number {
  return Math.ceil(size / partBytes);
}

/** Every part but the last is full: where a part belongs follows from its number. */
function bytesOfPart({ size }: AnnouncedFile, part: number): number {
  return Math.min(partBytes, size - part * partBytes);
}
