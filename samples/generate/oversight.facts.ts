// Facts of case D: Regulation 10-QC/TU of Sóc Trăng's committee, of 2021-10-19, with 95 cadres for 109 commune committees, of whom 85
// followed one on the day of the interim review, 2022-05-09. Departments have the names that all provinces had; who led them is made up.

export const REGULATION = 'Quy chế 10-QC/TU';
export const ISSUED = '2021-10-19';
export const INTERIM_REVIEW = '2022-05-09';
export const CADRES = 95;
export const COMMITTEES = 109;
export const FOLLOWING = 85;

/** Standing Board and committee, then heads and deputies of the departments. */
export const SEATS = { standingBoard: 11, committee: 44 } as const;

/** Departments and agencies, each a cell: short name and full name. */
export const departments: readonly (readonly [string, string])[] = [
  ['van-phong', 'Văn phòng Tỉnh ủy'], ['to-chuc', 'Ban Tổ chức'], ['tuyen-giao', 'Ban Tuyên giáo'], ['dan-van', 'Ban Dân vận'], ['noi-chinh', 'Ban Nội chính'],
  ['kiem-tra', 'Cơ quan Ủy ban Kiểm tra'], ['ke-hoach', 'Sở Kế hoạch và Đầu tư'], ['tai-chinh', 'Sở Tài chính'], ['noi-vu', 'Sở Nội vụ'], ['nong-nghiep', 'Sở Nông nghiệp và Phát triển nông thôn'],
  ['giao-thong', 'Sở Giao thông vận tải'], ['xay-dung', 'Sở Xây dựng'], ['cong-thuong', 'Sở Công Thương'], ['giao-duc', 'Sở Giáo dục và Đào tạo'], ['y-te', 'Sở Y tế'],
  ['van-hoa', 'Sở Văn hóa, Thể thao và Du lịch'], ['lao-dong', 'Sở Lao động, Thương binh và Xã hội'], ['tai-nguyen', 'Sở Tài nguyên và Môi trường'], ['khoa-hoc', 'Sở Khoa học và Công nghệ'], ['tu-phap', 'Sở Tư pháp'],
];

/** Cadres who stopped before the review: who, their last day, why. Seven of their communes were given to others five weeks after it. */
export const stoppedBefore: readonly (readonly [cadre: number, lastDay: string, reason: 'transferred' | 'retired' | 'leftPost'])[] = [
  [6, '2022-01-31', 'transferred'], [17, '2022-02-28', 'retired'], [23, '2022-03-31', 'leftPost'], [31, '2021-12-31', 'retired'], [42, '2022-03-15', 'transferred'],
  [50, '2022-04-15', 'transferred'], [58, '2022-02-14', 'leftPost'], [67, '2022-04-30', 'retired'], [76, '2022-01-15', 'transferred'], [88, '2022-03-01', 'leftPost'],
];
export const REASSIGNED = '2022-06-15';
/** Of the stopped cadres, by their place in the list, those whose communes nobody took over. */
export const leftAlone: readonly number[] = [2, 6, 9];
