/** Files on their way into a meeting: a photo is made smaller first, for a village's network. */

/** After decoding; the server takes no more. */
export const MOST_BYTES = 8 * 1024 * 1024;
export const ACCEPTED_PAPERS = '.pdf,.docx,image/jpeg,image/png,image/webp';

/** Long enough to read a signature. */
const LONG_EDGE_PX = 2000;
const QUALITY = 0.8;

/** A picture is drawn anew, no larger than needed: where and with what it was taken stays on the phone. What can't be drawn is sent as it is. */
export async function shrunk(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return file;
  const scale = Math.min(1, LONG_EDGE_PX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const smaller = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/jpeg', QUALITY); });
  return smaller ? new File([smaller], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
}

export function base64Of(file: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
  reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
  reader.readAsDataURL(file);
  return promise;
}
