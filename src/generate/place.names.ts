/** Names of places for countries that are made up, and the local words by which villages go. */
import { chooser, type Random } from './random.ts';

const firsts = 'An Bình Cẩm Châu Đại Đông Đồng Hà Hải Hòa Hoàng Hồng Hưng Kim Lâm Long Minh Mỹ Nam Nga Ngọc Nghĩa Phú Phúc Phước Quang Quảng Sơn Tam Tân Tây Thạch Thái Thanh Thành Thiệu Thọ Thuận Tiên Triệu Trung Trường Tĩnh Vân Vạn Vĩnh Xuân Yên'.split(' ');
const seconds = 'An Bình Châu Cường Đạo Đồng Giang Hà Hải Hiệp Hòa Hợp Hưng Khánh Lạc Lâm Lập Lộc Long Lợi Lương Minh Mỹ Nghĩa Ngọc Ninh Phong Phú Phúc Phương Quang Quý Sơn Tân Thái Thành Thắng Thịnh Thọ Thuận Thủy Tiến Trung Trường Vân Việt Vinh Yên'.split(' ');

/** All pairs in an order of chance, so that the same name comes up again only after all others. */
export function placeNames(random: Random): () => string {
  const names = firsts.flatMap((first) => seconds.filter((second) => second !== first).map((second) => ({ name: `${first} ${second}`, key: random.next() })));
  names.sort((a, b) => a.key - b.key);
  let next = 0;
  return () => names[next++ % names.length]!.name;
}

export type VillageType = 'thon' | 'ap' | 'khom' | 'ban' | 'to_dan_pho' | 'khu_vuc' | 'khu_pho' | 'xom' | 'buon';

export const villageWords: Readonly<Record<VillageType, string>> = {
  thon: 'Thôn', ap: 'Ấp', khom: 'Khóm', ban: 'Bản', to_dan_pho: 'Tổ dân phố', khu_vuc: 'Khu vực', khu_pho: 'Khu phố', xom: 'Xóm', buon: 'Buôn',
};

/** The word of the country and the word of the town; one pair for each province. */
export const localWords = chooser<readonly [VillageType, VillageType]>([
  [['thon', 'to_dan_pho'], 40], [['ap', 'khu_pho'], 15], [['ap', 'khom'], 10], [['ap', 'khu_vuc'], 4], [['ban', 'to_dan_pho'], 9], [['xom', 'to_dan_pho'], 7], [['thon', 'khu_pho'], 10], [['buon', 'to_dan_pho'], 4],
]);

const wards = 'Thượng Hạ Trung Đông Đoài Nội Ngoại Chợ Đình Chùa Bến Đồi Suối Mới Cầu Giữa Trại Vườn'.split(' ');

export function villageName(random: Random, { type, index, next }: { type: VillageType; index: number; next: () => string }): string {
  const word = villageWords[type];
  if (random.chance(0.62)) return `${word} ${index + 1}`;
  return random.chance(0.5) ? `${word} ${next()}` : `${word} ${random.pick(wards)} ${index + 1}`;
}

/** Lists come with the tone mark in either place, with spaces too many and with words that do not belong there. */
export function asTyped(random: Random, name: string): string {
  const kind = random.next();
  if (kind < 0.02) return name.replace('Hòa', 'Hoà').replace('Thủy', 'Thuỷ');
  if (kind < 0.024) return name.replace(' ', '  ');
  if (kind < 0.028) return `${name} (cũ)`;
  if (kind < 0.031) return name.toLocaleUpperCase('vi');
  return name;
}
