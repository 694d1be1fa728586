/**
 * Denunciations of Party organisations and members have a channel of their own (296-QĐ/TW, chapter IV; rulebook R10.7): here they
 * are refused and nothing is kept. Words that sound like one only warn: a person decides. Pure.
 */
import { foldVietnamese } from '../../platform/text/fold.ts';

const telling = ['to cao', 'don thu nac danh', 'don nac danh', 'to giac', 'tham nhung', 'nhan hoi lo', 'dua hoi lo', 'hoi lo', 'bao ke', 'quan he bat chinh', 'suy thoai dao duc', 'vi pham dao duc', 'tu loi ca nhan', 'dang vien vi pham', 'bi thu vi pham', 'can bo vi pham'];

export function soundsLikeDenunciation(text: string): boolean {
  const words = ` ${foldVietnamese(text).split(/[^\p{L}\d]+/u).filter(Boolean).join(' ')} `;
  return telling.some((phrase) => words.includes(` ${phrase} `));
}
