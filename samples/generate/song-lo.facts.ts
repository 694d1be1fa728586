// Facts of Sông Lô: communes with their codes, how many villages each has (146 together), which were merged
// when. Villages' names are invented; which heads stand outside the Party follows the case's counts only.

export const REVIEW = '2022-08-09';
export const RENEWALS = ['2010-01-01', '2012-06-01', '2015-05-01', '2018-01-01', '2020-06-01', '2022-11-01'];
export const CELL_TERMS = ['2010-01-01', '2012-09-25', '2015-03-18', '2017-09-26', '2020-03-12', '2022-10-18', '2025-01-16'];
export const HEAD_ELECTIONS = ['2010-01-01', '2012-11-04', '2015-05-10', '2017-11-26', '2020-06-14', '2022-12-04', '2025-03-09'];
export const DECISION = 'Nghị quyết 1676/NQ-UBTVQH15';

export type CommuneFacts = {
  ref: string;
  name: string;
  code: string;
  villages: number;
  /** Index of the first of two villages that one cell leads. */
  sharedCellFrom?: number;
  /** The first village has two cells. */
  hasSecondCell?: boolean;
};

export const communes: readonly CommuneFacts[] = [
  { ref: 'tam-son', name: 'Thị trấn Tam Sơn', code: '08824', villages: 11 },
  { ref: 'bach-luu', name: 'Xã Bạch Lưu', code: '08779', villages: 6 },
  { ref: 'cao-phong', name: 'Xã Cao Phong', code: '08860', villages: 9, sharedCellFrom: 7 },
  { ref: 'dong-que', name: 'Xã Đồng Quế', code: '08800', villages: 10 },
  { ref: 'dong-thinh', name: 'Xã Đồng Thịnh', code: '08848', villages: 13 },
  { ref: 'don-nhan', name: 'Xã Đôn Nhân', code: '08806', villages: 7 },
  { ref: 'duc-bac', name: 'Xã Đức Bác', code: '08854', villages: 9, hasSecondCell: true },
  { ref: 'hai-luu', name: 'Xã Hải Lựu', code: '08782', villages: 9 },
  { ref: 'lang-cong', name: 'Xã Lãng Công', code: '08773', villages: 10 },
  { ref: 'nhan-dao', name: 'Xã Nhân Đạo', code: '08803', villages: 8 },
  { ref: 'nhao-son', name: 'Xã Nhạo Sơn', code: '08821', villages: 5 },
  { ref: 'nhu-thuy', name: 'Xã Như Thụy', code: '08827', villages: 7 },
  { ref: 'phuong-khoan', name: 'Xã Phương Khoan', code: '08809', villages: 8 },
  { ref: 'quang-yen', name: 'Xã Quang Yên', code: '08776', villages: 10 },
  { ref: 'tan-lap', name: 'Xã Tân Lập', code: '08818', villages: 7 },
  { ref: 'tu-yen', name: 'Xã Tứ Yên', code: '08851', villages: 7 },
  { ref: 'yen-thach', name: 'Xã Yên Thạch', code: '08830', villages: 10, sharedCellFrom: 8 },
];

/** The eight heads outside the Party on the day of the review, and what became of them. */
export const outsiders: readonly (
  | { commune: string; index: number; fate: 'admitted'; on: string }
  | { commune: string; index: number; fate: 'replaced' | 'stays' }
)[] = [
  { commune: 'dong-thinh', index: 2, fate: 'admitted', on: '2023-05-19' },
  { commune: 'dong-thinh', index: 6, fate: 'admitted', on: '2024-02-03' },
  { commune: 'dong-thinh', index: 9, fate: 'replaced' },
  { commune: 'lang-cong', index: 1, fate: 'admitted', on: '2023-09-02' },
  { commune: 'lang-cong', index: 5, fate: 'replaced' },
  { commune: 'quang-yen', index: 3, fate: 'admitted', on: '2023-11-07' },
  { commune: 'tu-yen', index: 4, fate: 'stays' },
  { commune: 'tam-son', index: 8, fate: 'admitted', on: '2024-05-19' },
];

/** Villages of Đồng Thịnh, by index, whose cell secretary is elected head in that span: four at the review. */
export const unifiedInDongThinh: Readonly<Record<number, { from: string; to: string }>> = {
  0: { from: '2020-01-01', to: '9999-12-31' },
  1: { from: '2022-10-01', to: '9999-12-31' },
  4: { from: '2015-01-01', to: '9999-12-31' },
  7: { from: '2020-01-01', to: '2022-08-31' },
  8: { from: '2022-10-01', to: '9999-12-31' },
  11: { from: '2020-01-01', to: '9999-12-31' },
  12: { from: '2022-10-01', to: '9999-12-31' },
};

export const MERGER_2025: readonly { from: readonly string[]; into: string }[] = [
  { from: ['bach-luu'], into: 'hai-luu' },
  { from: ['nhao-son', 'nhu-thuy'], into: 'tam-son' },
];

export const successors: readonly { ref: string; name: string; code: string; from: readonly string[]; note?: string }[] = [
  { ref: 'song-lo', name: 'Xã Sông Lô', code: '08848', from: ['dong-thinh', 'tu-yen', 'duc-bac', 'yen-thach'] },
  { ref: 'hai-luu', name: 'Xã Hải Lựu', code: '08782', from: ['hai-luu', 'nhan-dao', 'don-nhan', 'phuong-khoan'] },
  { ref: 'tam-son', name: 'Xã Tam Sơn', code: '08824', from: ['tam-son', 'dong-que', 'tan-lap'] },
  { ref: 'yen-lang', name: 'Xã Yên Lãng', code: '08773', from: ['lang-cong', 'quang-yen'] },
  {
    ref: 'son-dong', name: 'Xã Sơn Đông', code: '08866', from: ['cao-phong'],
    note: 'Có cả xã Sơn Đông cũ và xã Tây Sơn (ngoài dữ liệu mẫu)',
  },
];

export const villageNames = [
  'Đồng Tâm', 'Hòa Bình', 'Yên Bình', 'Phú Cường', 'Minh Tân', 'Tân Tiến', 'Đoàn Kết', 'Thống Nhất', 'Quyết Thắng',
  'Hồng Phong', 'Xuân Hòa', 'Trung Kiên', 'Thượng', 'Hạ', 'Đông', 'Đoài', 'Gò Lớn', 'Bãi Trên', 'Đồi Thông', 'Hòa Hợp',
  'Tân Lập', 'An Khang', 'Bình Minh', 'Phúc Lộc', 'Sơn Hà', 'Liên Kết', 'Hưng Thịnh', 'Lũng', 'Trại Mới', 'Cầu Đá',
];
