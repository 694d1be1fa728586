// The printed figures of the cases that can be computed from these records: what was printed, for which unit,
// on which day. The computed value is never written here.

type Text = { vi: string; en: string };
/** `as`: the press gave no numbers, but a share in words. */
type Printed = { count: number; base?: number; show: 'number' | 'of' | 'percent'; as?: 'about' | 'over' };
type Filter = Readonly<Record<string, readonly string[]>>;

export type PrintedFigure = {
  id: string;
  case: 'A' | 'B' | 'C' | 'D' | 'E';
  title: Text;
  figure: string;
  unit: string;
  /** First day of the period of a flow. */
  from?: string;
  asOf: string;
  printed: Printed;
  /** Narrows the subjects: types of cell, for example. */
  filter?: Filter;
  parts?: readonly { id: string; title: Text; filter: Filter; printed: Printed }[];
  /** The units that the printed text names. */
  names?: readonly string[];
  source: Text;
};

const sia: Text = {
  vi: 'Báo chí về buổi làm việc tại thị trấn Sịa, ngày 22/2/2023',
  en: 'Press report on the working session in Sịa township, 22 February 2023',
};
const thoiLong: Text = {
  vi: 'Báo chí về phường Thới Long khắc phục hạn chế sau tự phê bình và phê bình, năm 2014',
  en: 'Press report on Thới Long ward putting its shortcomings right, 2014',
};
const tanHong: Text = {
  vi: 'Báo chí về hơn hai năm thực hiện Nghị quyết 03-NQ/TU ở huyện Tân Hồng, tháng 5/2019',
  en: 'Press report on two years of Resolution 03-NQ/TU in Tân Hồng district, May 2019',
};
const socTrang: Text = {
  vi: 'Báo chí về hội nghị sơ kết Quy chế 10-QC/TU của Tỉnh ủy Sóc Trăng, ngày 9/5',
  en: 'Press report on the interim review of Regulation 10-QC/TU in Sóc Trăng, 9 May',
};
const songLo: Text = {
  vi: 'Báo chí về trưởng thôn, tổ trưởng tổ dân phố ở huyện Sông Lô, tháng 8/2022',
  en: 'Press report on heads of villages and residential groups in Sông Lô district, August 2022',
};
const all39: Printed = { count: 39, base: 39, show: 'percent' };

export const printedFigures: readonly PrintedFigure[] = [
  {
    id: 'A1', case: 'A', figure: 'members', unit: 'quang-dien.sia.party', asOf: '2023-02-22', source: sia,
    title: { vi: 'Đảng viên của Đảng bộ thị trấn Sịa', en: 'Party members of Sịa township' },
    printed: { count: 369, show: 'number' },
  },
  {
    id: 'A2', case: 'A', figure: 'cells', unit: 'quang-dien.sia.party', asOf: '2023-02-22', source: sia,
    title: { vi: 'Chi bộ trực thuộc', en: 'Subordinate cells' },
    printed: { count: 20, show: 'number' },
    parts: [
      { id: 'A2.residential', title: { vi: 'Chi bộ tổ dân phố', en: 'In residential groups' }, filter: { type: ['residential'] }, printed: { count: 10, show: 'number' } },
      { id: 'A2.school', title: { vi: 'Chi bộ trường học', en: 'In schools' }, filter: { type: ['school'] }, printed: { count: 5, show: 'number' } },
      {
        id: 'A2.other', title: { vi: 'Chi bộ khác', en: 'Of other kinds' },
        filter: { type: ['agency', 'health', 'military', 'police', 'enterprise', 'other'] }, printed: { count: 5, show: 'number' },
      },
    ],
  },
  {
    id: 'A3', case: 'A', figure: 'documents.carryingOut', unit: 'quang-dien.sia.party', from: '2020-06-16', asOf: '2023-02-22', source: sia,
    title: { vi: 'Nghị quyết chuyên đề cụ thể hóa nghị quyết của tỉnh, huyện', en: 'Thematic resolutions derived from those of province and district' },
    printed: { count: 13, show: 'number' },
    filter: { type: ['NQ'] },
  },
  {
    id: 'A5', case: 'A', figure: 'ratings.unitsHighest', unit: 'quang-dien.sia.party', asOf: '2023-02-22', source: sia,
    title: { vi: 'Đảng bộ thị trấn năm 2022 hoàn thành xuất sắc nhiệm vụ, mức cao nhất trong bốn mức', en: 'The township organisation rated excellent for 2022, the highest of four levels' },
    printed: { count: 1, base: 1, show: 'of' },
    filter: { type: ['commune_party'] },
  },
  {
    id: 'A7', case: 'A', figure: 'documents.issued', unit: 'hue.party', from: '2021-05-18', asOf: '2021-05-18', source: sia,
    title: { vi: 'Nghị quyết 04 của tỉnh về xây dựng và phát triển thị trấn Sịa', en: 'The province’s Resolution 04 on developing Sịa township' },
    printed: { count: 1, show: 'number' },
    filter: { type: ['NQ'] },
  },
  {
    id: 'B1.before', case: 'B', figure: 'study.attendance', unit: 'o-mon.thoi-long.party', from: '2012-01-01', asOf: '2012-12-31', source: thoiLong,
    title: { vi: 'Đảng viên học tập nghị quyết, trước khi khắc phục', en: 'Members who studied resolutions, before the remedy' },
    printed: { count: 95, base: 100, show: 'percent', as: 'about' },
  },
  {
    id: 'B1.remedied', case: 'B', figure: 'study.attendance', unit: 'o-mon.thoi-long.party', from: '2013-01-01', asOf: '2014-06-30', source: thoiLong,
    title: { vi: 'Đảng viên học tập nghị quyết, kể cả học bổ sung', en: 'Members who studied resolutions, make-up sessions included' },
    printed: { count: 97, base: 100, show: 'percent', as: 'over' },
  },
  {
    id: 'C1', case: 'C', figure: 'cells.ownOffice', unit: 'tan-hong.party', asOf: '2019-05-15', source: tanHong,
    title: { vi: 'Chi bộ ấp, khóm có trụ sở riêng', en: 'Hamlet cells with an office of their own' },
    printed: { count: 39, base: 39, show: 'of' },
    filter: { type: ['residential'] },
  },
  {
    id: 'C2', case: 'C', figure: 'villages.secretaryIsHead', unit: 'tan-hong', asOf: '2019-05-15', source: tanHong,
    title: { vi: 'Ấp, khóm có bí thư chi bộ đồng thời là trưởng ấp, khóm', en: 'Hamlets whose cell secretary is also hamlet head' },
    printed: all39,
  },
  {
    id: 'C3', case: 'C', figure: 'villages.deputyIsFrontHead', unit: 'tan-hong', asOf: '2019-05-15', source: tanHong,
    title: { vi: 'Ấp, khóm có phó bí thư chi bộ đồng thời là trưởng ban công tác Mặt trận', en: 'Hamlets whose deputy cell secretary also heads the board of the Front' },
    printed: all39,
  },
  {
    id: 'C4', case: 'C', figure: 'communes.secretaryIsChair', unit: 'tan-hong', asOf: '2019-05-15', source: tanHong,
    title: { vi: 'Xã có bí thư đồng thời là chủ tịch Ủy ban nhân dân', en: 'Communes whose secretary also chairs the People\'s Committee' },
    printed: { count: 1, show: 'number' },
    names: ['tan-hong.tan-phuoc'],
  },
  {
    id: 'C5', case: 'C', figure: 'cascades.running', unit: 'tan-hong.party', asOf: '2019-05-15', source: tanHong,
    title: { vi: 'Nghị quyết của tỉnh đã triển khai hơn hai năm, đã sơ kết', en: 'Resolutions of the province that have run for over two years, with their interim review' },
    printed: { count: 1, show: 'number' },
    filter: { type: ['NQ'], run: ['twoToThree'], review: ['held'] },
  },
  {
    id: 'D1', case: 'D', figure: 'oversight.cadres', unit: 'soc-trang.party', from: '2021-10-19', asOf: '2022-05-09', source: socTrang,
    title: { vi: 'Cán bộ được phân công theo dõi, phụ trách đảng bộ xã, phường, thị trấn', en: 'Cadres assigned to commune-level Party committees' },
    printed: { count: 95, show: 'number' },
  },
  {
    id: 'D2', case: 'D', figure: 'oversight.units', unit: 'soc-trang.party', from: '2021-10-19', asOf: '2022-05-09', source: socTrang,
    title: { vi: 'Đảng bộ xã, phường, thị trấn có cán bộ theo dõi, phụ trách', en: 'Commune-level Party committees followed' },
    printed: { count: 109, show: 'number' },
  },
  {
    id: 'D3', case: 'D', figure: 'oversight.following', unit: 'soc-trang.party', asOf: '2022-05-09', source: socTrang,
    title: { vi: 'Cán bộ đang theo dõi, phụ trách đảng bộ xã, phường, thị trấn vào ngày sơ kết', en: 'Cadres following a committee on the day of the review' },
    printed: { count: 85, show: 'number' },
  },
  {
    id: 'E1', case: 'E', figure: 'units.communes', unit: 'song-lo', asOf: '2022-08-09', source: songLo,
    title: { vi: 'Xã, thị trấn trong huyện', en: 'Communes and townships in the district' },
    printed: { count: 17, show: 'number' },
  },
  {
    id: 'E2', case: 'E', figure: 'heads.notMembers', unit: 'song-lo', asOf: '2022-08-09', source: songLo,
    title: { vi: 'Trưởng thôn, tổ trưởng tổ dân phố chưa là đảng viên', en: 'Heads of villages and residential groups who are not yet members' },
    printed: { count: 8, base: 146, show: 'of' },
  },
  {
    id: 'E3', case: 'E', figure: 'heads.members', unit: 'song-lo.dong-thinh', asOf: '2022-08-09', source: songLo,
    title: { vi: 'Trưởng thôn là đảng viên, xã Đồng Thịnh', en: 'Village heads who are members, Đồng Thịnh commune' },
    printed: { count: 10, base: 13, show: 'of' },
  },
  {
    id: 'E4', case: 'E', figure: 'villages.secretaryIsHead', unit: 'song-lo.dong-thinh', asOf: '2022-08-09', source: songLo,
    title: { vi: 'Thôn có bí thư chi bộ đồng thời là trưởng thôn, xã Đồng Thịnh', en: 'Villages whose cell secretary is also village head, Đồng Thịnh commune' },
    printed: { count: 4, base: 13, show: 'of' },
  },
];
