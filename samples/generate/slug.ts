// Refs from Vietnamese names: `Xã Đại Ân 1` gives `xa-dai-an-1`.

export function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
