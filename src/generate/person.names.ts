/**
 * Names of people drawn by how common they are, by sex and generation. They belong to nobody: likenesses are chance,
 * and equal names occur as often as in life.
 */
import { chooser, type Random } from './random.ts';

const families = chooser([
  ['Nguyễn', 38.4], ['Trần', 11], ['Lê', 9.5], ['Phạm', 7.1], ['Hoàng', 3.2], ['Huỳnh', 1.9], ['Phan', 4.5], ['Vũ', 2.4], ['Võ', 1.6], ['Đặng', 2.1],
  ['Bùi', 2], ['Đỗ', 1.4], ['Hồ', 1.3], ['Ngô', 1.3], ['Dương', 1], ['Lý', 0.6], ['Trương', 1.2], ['Đinh', 0.9], ['Đoàn', 0.8], ['Lương', 0.8],
  ['Mai', 0.7], ['Cao', 0.6], ['Hà', 0.8], ['Tô', 0.4], ['Trịnh', 0.7], ['Đào', 0.6], ['Tạ', 0.4], ['Lâm', 0.4], ['Thái', 0.3], ['Chu', 0.3], ['Kiều', 0.2],
  ['Lò', 0.25], ['Quàng', 0.15], ['Vàng', 0.15], ['Giàng', 0.1], ['Nông', 0.2], ['Hoàng Văn', 0.05], ['Ksor', 0.05], ['Thạch', 0.15], ['Sơn', 0.1], ['Kim', 0.1], ['Tôn', 0.15],
]);
const middles = {
  male: {
    old: chooser([['Văn', 52], ['Xuân', 6], ['Hữu', 5], ['Đình', 6], ['Đức', 4], ['Ngọc', 4], ['Công', 3], ['Quang', 3], ['Bá', 2], ['Trọng', 3], ['Thanh', 2], ['Viết', 2], ['', 3]]),
    young: chooser([['Văn', 30], ['Minh', 7], ['Đức', 7], ['Quang', 6], ['Quốc', 4], ['Anh', 4], ['Hữu', 3], ['Đình', 4], ['Tuấn', 4], ['Thanh', 4], ['Xuân', 3], ['Trung', 3], ['Hoàng', 4], ['Ngọc', 3], ['Tiến', 2], ['', 1]]),
  },
  female: {
    old: chooser([['Thị', 88], ['Ngọc', 2], ['Kim', 2], ['Thị Hồng', 2], ['Thị Bích', 1], ['Thanh', 2], ['Thị Ngọc', 2]]),
    young: chooser([['Thị', 52], ['Thị Thu', 6], ['Thị Thanh', 4], ['Thị Hồng', 4], ['Thị Ngọc', 4], ['Ngọc', 5], ['Thu', 4], ['Thùy', 4], ['Phương', 4], ['Khánh', 2], ['Thị Kim', 3], ['Bích', 2], ['Minh', 2], ['Hoài', 1]]),
  },
};
const givens = {
  male: {
    old: chooser(weighed('Hùng Dũng Sơn Minh Bình Thành Thắng Hải Long Lâm Tâm Chiến Quyết Hòa Tiến Hồng Phương Thanh Khánh Lợi Nam Việt Định Lực Đông Xuân Quý Thịnh Vinh Sinh Tư Năm Ba Hoan Toản Thuận Phúc Cường Tuấn Mạnh Hà Đức Toàn Trung Kỳ Khoa Lương Nghĩa Ngọc Quang Tân Tài')),
    young: chooser(weighed('Tuấn Hùng Dũng Cường Nam Anh Hiếu Thắng Hải Long Sơn Đức Minh Trung Huy Tú Việt Thành Hoàng Quân Kiên Duy Tùng Đạt Khánh Linh Phong Bình Mạnh Tiến Toàn Vũ Giang Hưng Lâm Phúc Quang Thịnh Trường Thái Khoa Bảo Nghĩa Nhật Hòa Hậu Lộc Phú Phước Quyết Tài Tân Thuận')),
  },
  female: {
    old: chooser(weighed('Lan Hoa Hương Hồng Hà Mai Thanh Loan Nga Bình Thủy Hạnh Minh Liên Phượng Yến Hòa Tuyết Sáu Bảy Thơm Nhàn Vân Xuân Nguyệt Cúc Đào Mùi Lý Lành Huệ Tâm Thu Hằng Oanh Vinh Chiến Thìn Tý Hợi Tươi Hường Ngọc Bích Dung')),
    young: chooser(weighed('Hương Trang Huyền Hà Thảo Linh Lan Hằng Thu Phương Hiền Nga Hoa Thủy Ngọc Anh Yến Nhung Dung Mai Hạnh Vân Oanh Loan Hồng Liên Quyên Thúy Giang Ngân Tuyết Trâm My Vy Duyên Thơm Hòa Tâm Nguyệt Chi Quỳnh Hường Lệ Diệp Xuân')),
  },
};

/** The first of a list are borne by more people than the last. */
function weighed(list: string): [string, number][] {
  return list.split(' ').map((name, index) => [name, 1 / (index + 6)]);
}

export function drawName(random: Random, sex: 'male' | 'female', bornIn: number): string {
  const generation = bornIn < 1972 ? 'old' : 'young';
  const family = families(random);
  const middle = middles[sex][generation](random);
  const given = givens[sex][generation](random);
  const between = middle === '' || middle === given ? '' : ` ${middle}`;
  return spelled(random, `${family}${between} ${given}`);
}

/** Here and there somebody typed the tone mark in its other place, or a space too many. */
function spelled(random: Random, name: string): string {
  if (random.chance(0.03)) return name.replace('Hòa', 'Hoà').replace('Thủy', 'Thuỷ').replace('Thúy', 'Thuý');
  return name;
}
