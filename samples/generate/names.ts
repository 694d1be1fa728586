// Vietnamese names drawn by how common they are. They belong to nobody: any likeness is chance, and equal
// names occur as they do in life.

import type { Random } from './random.ts';

const families: readonly (readonly [string, number])[] = [
  ['Nguyễn', 38], ['Trần', 11], ['Lê', 9.5], ['Phạm', 7], ['Phan', 4.5], ['Đặng', 2.1], ['Bùi', 2],
  ['Đỗ', 1.4], ['Hồ', 1.3], ['Ngô', 1.3], ['Dương', 1], ['Lý', 0.5], ['Trương', 1.2], ['Đinh', 0.9],
  ['Đoàn', 0.8], ['Lương', 0.8], ['Mai', 0.7], ['Cao', 0.6], ['Hà', 0.8], ['Tô', 0.4],
];
const northern: readonly (readonly [string, number])[] = [...families, ['Hoàng', 5.1], ['Vũ', 3.9], ['Triệu', 0.7]];
const southern: readonly (readonly [string, number])[] = [...families, ['Huỳnh', 5.1], ['Võ', 3.9], ['Châu', 0.6]];
const khmer: readonly (readonly [string, number])[] = [
  ['Thạch', 30], ['Sơn', 20], ['Lâm', 18], ['Kim', 14], ['Danh', 10], ['Lý', 8], ['Trà', 3],
];

const maleMiddles = ['Văn', 'Văn', 'Văn', 'Văn', 'Hữu', 'Đức', 'Minh', 'Quang', 'Quốc', 'Thanh', 'Công', 'Ngọc', 'Xuân', 'Trọng', 'Đình', 'Anh', 'Tấn', 'Hoàng', ''];
const femaleMiddles = ['Thị', 'Thị', 'Thị', 'Thị', 'Thị', 'Ngọc', 'Thanh', 'Thị Kim', 'Thị Thu', 'Thị Hồng', 'Thị Ngọc', 'Thùy', 'Bích', 'Thị Minh', 'Mỹ'];
const maleGiven = ['An', 'Bình', 'Bảo', 'Chiến', 'Công', 'Cường', 'Dũng', 'Duy', 'Đạt', 'Định', 'Đông', 'Đức', 'Giang', 'Hà', 'Hải', 'Hậu', 'Hiếu', 'Hiệp', 'Hòa', 'Hoàng', 'Hùng', 'Huy', 'Hưng', 'Khải', 'Khánh', 'Khoa', 'Kiên', 'Lâm', 'Lợi', 'Long', 'Lộc', 'Lực', 'Mạnh', 'Minh', 'Nam', 'Nghĩa', 'Nhân', 'Phát', 'Phong', 'Phú', 'Phúc', 'Phước', 'Quân', 'Quang', 'Quyết', 'Sang', 'Sáng', 'Sơn', 'Tài', 'Tâm', 'Tân', 'Thái', 'Thành', 'Thắng', 'Thiện', 'Thịnh', 'Thọ', 'Thuận', 'Tiến', 'Tín', 'Toàn', 'Trí', 'Trung', 'Trường', 'Tú', 'Tuấn', 'Tùng', 'Vinh', 'Việt', 'Vũ', 'Vượng'];
const femaleGiven = ['An', 'Ánh', 'Bích', 'Châu', 'Chi', 'Cúc', 'Diễm', 'Diệp', 'Dung', 'Duyên', 'Đào', 'Giang', 'Hà', 'Hạnh', 'Hằng', 'Hiền', 'Hoa', 'Hòa', 'Hồng', 'Huệ', 'Hương', 'Hường', 'Khuyên', 'Lan', 'Lành', 'Liên', 'Liễu', 'Linh', 'Loan', 'Lý', 'Mai', 'Mận', 'Minh', 'Nga', 'Ngân', 'Ngọc', 'Nguyệt', 'Nhàn', 'Nhung', 'Oanh', 'Phương', 'Phượng', 'Quyên', 'Quỳnh', 'Sương', 'Tâm', 'Thảo', 'Thắm', 'Thanh', 'Thoa', 'Thơm', 'Thu', 'Thủy', 'Thúy', 'Thương', 'Trang', 'Trâm', 'Trinh', 'Tuyết', 'Tươi', 'Vân', 'Xuân', 'Yến'];
const khmerMale = ['Sa Rinh', 'Thươl', 'Đa Ra', 'Sà Rương', 'Chanh Đa', 'Rít Thi', 'Sô Phia', 'Ra Tha', 'Sóc Kha', 'Minh Sang', 'Hoàng Thanh', 'Văn Út'];
const khmerFemale = ['Thị Phol', 'Thị Sa Ron', 'Bo Pha', 'Thị Ra Ni', 'Thị Sô Phi', 'Thị Chanh Thu', 'Thị Hồng', 'Thị Mỹ Linh', 'Thị Sà Vy'];

export type Region = 'north' | 'central' | 'south' | 'soc-trang';

export function drawName(random: Random, sex: 'male' | 'female', region: Region): string {
  if (region === 'soc-trang' && random.chance(0.28)) {
    return `${random.weighted(khmer)} ${random.pick(sex === 'male' ? khmerMale : khmerFemale)}`;
  }
  const family = random.weighted(region === 'north' || region === 'central' ? northern : southern);
  const middle = random.pick(sex === 'male' ? maleMiddles : femaleMiddles);
  const given = random.pick(sex === 'male' ? maleGiven : femaleGiven);
  return fullName([family, middle, given], sex);
}

/** Nobody is called Hồng Hồng: a syllable is not said twice in a row. */
function fullName(parts: readonly string[], sex: 'male' | 'female'): string {
  const syllables = parts.flatMap((part) => part.split(' ')).filter((syllable) => syllable !== '');
  const said = syllables.filter((syllable, index) => syllable !== syllables[index - 1]);
  return (said.length > 1 ? said : [...said, sex === 'male' ? 'Văn' : 'Thị', ...said]).join(' ');
}
