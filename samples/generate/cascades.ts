// Documents passed down. Case A: the province's Resolution 04 on developing the township of Sịa, with its clauses, what Sịa answers
// by its thematic resolutions, and neighbours of which one is late and one silent. Case C: the province's Resolution 03 in the
// district of Tân Hồng, with its interim review, and the district's plan passed on to its communes. Clauses, days and values are made up.

type Answer = {
  clauses: readonly string[];
  on: string;
  by?: readonly string[];
  reason?: string;
  target?: number;
  dueOn?: string;
  doneOn?: string;
  values?: readonly { on: string; value: number; source: string }[];
};

type Asked = { unit: string; steps: Readonly<Record<string, { on: string; by?: string }>>; answers: readonly Answer[] };

type Clause = { label: string; kind: 'objective' | 'indicator' | 'task'; wording: string; target?: number; measure?: string; toward?: 'atLeast' | 'atMost'; dueOn?: string; forWhom?: string };

export type PassedDown = {
  unit: string;
  symbol: string;
  openedOn: string;
  deadlines: Readonly<Record<string, string>>;
  clauses: readonly Clause[];
  asked: readonly Asked[];
};

const townshipClauses: readonly Clause[] = [
  { label: '1', kind: 'objective', wording: 'Xây dựng thị trấn Sịa đạt và nâng chất lượng các tiêu chí đô thị loại V', dueOn: '2025-06-30' },
  { label: '2', kind: 'indicator', wording: 'Tỷ lệ hộ nghèo đến năm 2025 còn không quá 3 %', target: 3, measure: '%', toward: 'atMost', dueOn: '2025-06-30' },
  { label: '3', kind: 'indicator', wording: 'Tỷ lệ đường trong khu dân cư được bê tông hóa, chiếu sáng đạt 90 %', target: 90, measure: '%', toward: 'atLeast', dueOn: '2025-06-30' },
  { label: '4', kind: 'task', wording: 'Phát triển kết cấu hạ tầng, chỉnh trang đô thị, huy động nguồn lực xã hội', forWhom: 'Đảng ủy các xã, thị trấn' },
  { label: '5', kind: 'task', wording: 'Phát triển thương mại, dịch vụ', forWhom: 'Đảng ủy các xã, thị trấn' },
  { label: '6', kind: 'task', wording: 'Quản lý đất đai, trật tự xây dựng', dueOn: '2022-12-31', forWhom: 'Đảng ủy các xã, thị trấn' },
  { label: '7', kind: 'task', wording: 'Xây dựng nếp sống văn minh đô thị, giữ gìn cảnh quan, môi trường', forWhom: 'Đảng ủy các xã, thị trấn' },
  { label: '8', kind: 'task', wording: 'Đưa các nội dung của nghị quyết vào chương trình công tác hằng năm', forWhom: 'Đảng ủy các xã, thị trấn' },
];

const township: PassedDown = {
  unit: 'hue.party', symbol: '04-NQ/TU', openedOn: '2021-05-24',
  deadlines: { received: '2021-06-05', studied: '2021-07-31', answered: '2021-12-31', programme: '2021-08-31', plan: '2021-09-30', interim: '2023-06-30' },
  clauses: townshipClauses,
  asked: [
    {
      unit: 'quang-dien.sia.party',
      steps: { received: { on: '2021-05-26' }, studied: { on: '2021-06-25' }, programme: { on: '2021-06-07', by: '01-CTr/ĐU' }, plan: { on: '2021-07-28' }, carriedOut: { on: '2022-11-28' } },
      answers: [
        { clauses: ['1'], on: '2021-06-28', by: ['04-NQ/ĐU'], dueOn: '2025-06-30' },
        { clauses: ['2'], on: '2021-06-28', by: ['01-CTr/ĐU'], target: 2.5, values: [{ on: '2021-12-31', value: 4.1, source: 'Rà soát hộ nghèo cuối năm 2021' }, { on: '2022-12-31', value: 3.4, source: 'Rà soát hộ nghèo cuối năm 2022' }] },
        { clauses: ['3'], on: '2021-07-12', by: ['05-NQ/ĐU'], target: 95, values: [{ on: '2022-12-31', value: 92, source: 'Báo cáo tổng kết năm 2022' }] },
        { clauses: ['4'], on: '2021-07-12', by: ['05-NQ/ĐU'] },
        { clauses: ['5'], on: '2021-09-20', by: ['06-NQ/ĐU'] },
        { clauses: ['6'], on: '2021-12-20', by: ['01-CTr/ĐU'], dueOn: '2023-12-31' },
        { clauses: ['7'], on: '2021-07-12', by: ['01-CTr/ĐU'], doneOn: '2022-12-30' },
        { clauses: ['8'], on: '2021-06-28', by: ['01-CTr/ĐU'], doneOn: '2022-12-19' },
      ],
    },
    {
      unit: 'quang-dien.quang-phuoc.party',
      steps: { received: { on: '2021-06-01' }, studied: { on: '2021-08-20' }, programme: { on: '2021-10-11', by: '01-CTr/ĐU' } },
      answers: [
        { clauses: ['4', '6'], on: '2021-10-11', by: ['01-CTr/ĐU'] },
        { clauses: ['1', '5'], on: '2021-12-06', reason: 'Xã nông thôn, chưa có khu đô thị' },
      ],
    },
    { unit: 'quang-dien.quang-tho.party', steps: { received: { on: '2021-06-04' } }, answers: [{ clauses: ['1'], on: '2021-12-27', reason: 'Xã nông thôn, không thuộc phạm vi xây dựng đô thị' }] },
    { unit: 'quang-dien.quang-an.party', steps: {}, answers: [] },
  ],
};

const qualityClauses: readonly Clause[] = [
  { label: '1', kind: 'objective', wording: 'Nâng cao năng lực lãnh đạo, sức chiến đấu của đảng bộ xã, phường, thị trấn' },
  { label: '2', kind: 'indicator', wording: '100 % ấp, khóm có bí thư chi bộ đồng thời là trưởng ấp, khóm', target: 100, measure: '%', toward: 'atLeast', dueOn: '2020-12-31' },
  { label: '3', kind: 'task', wording: 'Ban hành, rà soát quy chế làm việc và quy chế phối hợp ở mọi đảng bộ', dueOn: '2018-12-31' },
  { label: '4', kind: 'task', wording: 'Bồi dưỡng bí thư, phó bí thư, chi ủy viên về tổ chức, điều hành sinh hoạt chi bộ' },
];

const quality: PassedDown = {
  unit: 'dong-thap.party', symbol: '03-NQ/TU', openedOn: '2017-03-01',
  deadlines: { received: '2017-03-15', studied: '2017-04-30', answered: '2017-06-30', programme: '2017-05-31', plan: '2017-05-31', interim: '2019-06-30', final: '2020-11-30' },
  clauses: qualityClauses,
  asked: [{
    unit: 'tan-hong.party',
    steps: { received: { on: '2017-03-06' }, studied: { on: '2017-04-05' }, plan: { on: '2017-04-10', by: '12-KH/HU' }, carriedOut: { on: '2018-09-14' }, interim: { on: '2019-04-24' } },
    answers: [
      { clauses: ['1', '3', '4'], on: '2017-04-10', by: ['12-KH/HU'] },
      { clauses: ['2'], on: '2017-04-10', by: ['12-KH/HU'], values: [{ on: '2019-04-15', value: 100, source: 'Báo cáo sơ kết hai năm' }] },
    ],
  }],
};

const communes = ['sa-rai', 'tan-ho-co', 'thong-binh', 'binh-phu', 'tan-thanh-a', 'tan-thanh-b', 'tan-phuoc', 'tan-cong-chi', 'an-phuoc'];

const planOfDistrict: PassedDown = {
  unit: 'tan-hong.party', symbol: '12-KH/HU', openedOn: '2017-04-17', deadlines: { received: '2017-04-30', answered: '2017-08-31' },
  clauses: [
    { label: '1', kind: 'task', wording: 'Ban hành quy chế làm việc, quy chế phối hợp của đảng bộ', dueOn: '2017-07-31' },
    { label: '2', kind: 'task', wording: 'Mỗi chi bộ ấp, khóm sinh hoạt chuyên đề ít nhất mỗi quý một lần' },
  ],
  asked: communes.map((ref, at) => ({
    unit: `tan-hong.${ref}.party`, steps: { received: { on: `2017-04-${20 + at}` } },
    answers: at === 7 ? [] : [{ clauses: ['1'], on: `2017-06-${20 + at}`, by: ['01-QC/ĐU'], doneOn: `2017-06-${20 + at}` }],
  })),
};

export const passedDown: readonly PassedDown[] = [township, quality, planOfDistrict];
