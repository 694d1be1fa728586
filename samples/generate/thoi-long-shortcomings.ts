// The five shortcomings of Thới Long (case B) from finding to confirmed remedy. What was wrong, how it was put right and the numbers
// are the press's; the days, who confirmed and the words of the results are made up. B1 is proven by the study sessions of the
// sample themselves; where the press tells no number (B3, B4) none stands there.

import type { NotedShortcoming, World } from './world.ts';

const unit = 'o-mon.thoi-long.party';
const district = 'o-mon.party';
const press = 'Bài báo về phường Thới Long, năm 2014';
const review = { unit, raisedBy: '', foundIn: 'review', foundOn: '2012-12-14', source: 'Kiểm điểm theo Nghị quyết Trung ương 4 khóa XI' } as const;

const printed = (title: string, measuredIn: string, after: number, { when = 'Năm 2013-2014', target = '' as number | '' } = {}) => ({ title, measuredIn, target, after, when, source: press });

const shortcomings: readonly NotedShortcoming[] = [
  {
    ...review, ref: 'B1', topic: 'study',
    what: 'Nắm tâm tư đảng viên và dư luận nhân dân còn chậm; việc học tập nghị quyết chưa nghiêm túc',
    cause: 'Chưa kiểm tra việc học tập; người vắng không phải học lại',
    measure: 'Ủy ban kiểm tra giám sát các buổi học; ai vắng phải học bổ sung; vẫn không học thì phê bình tại chi bộ, có thể xử lý kỷ luật',
    dueOn: '2014-03-31', reportedOn: '2014-02-14', result: 'Tổ chức buổi học bổ sung; tỷ lệ học tập nghị quyết tăng lên trên 97 %', confirmedOn: '2014-07-10',
    proofs: [{ figure: 'study.attendance', target: 97, before: ['2012-01-01', '2012-12-31'], after: ['2013-01-01', '2014-06-30'] }],
  },
  {
    ...review, ref: 'B2', topic: 'cadres',
    what: 'Chưa có quy hoạch tổng thể về cán bộ; một số chức danh bố trí người chưa đủ năng lực hoặc trái chuyên môn',
    cause: 'Chưa rà soát trình độ cán bộ chủ chốt',
    measure: 'Rà soát quy hoạch 2013-2015 và 2015-2020; nắm trình độ cán bộ chủ chốt; cử đi đào tạo; thay, luân chuyển cán bộ',
    dueOn: '2014-06-30', reportedOn: '2014-06-20', result: 'Quy hoạch được rà soát; cán bộ được cử đi học và luân chuyển', confirmedOn: '2014-07-10',
    proofs: [
      printed('Cán bộ học đại học', 'cán bộ', 7), printed('Cán bộ học trung cấp lý luận chính trị - hành chính', 'cán bộ', 7),
      printed('Cán bộ học sơ cấp lý luận chính trị', 'cán bộ', 4), printed('Cán bộ được luân chuyển', 'cán bộ', 7),
    ],
  },
  {
    ...review, ref: 'B3', topic: 'economy',
    what: 'Ít mô hình kinh tế có hiệu quả', cause: 'Chưa quy hoạch vùng, chưa nhân rộng mô hình',
    measure: 'Quy hoạch vùng, mở lớp trồng lúa chất lượng cao, hội thảo đầu bờ, nhân rộng mô hình, giữ nghề truyền thống, mời gọi đầu tư',
    dueOn: '2014-06-30', reportedOn: '2014-06-20', result: 'Các khu vực có mô hình theo loại cây, con, có hộ tham gia', confirmedOn: '2014-07-10', proofs: [],
  },
  {
    ...review, ref: 'B4', raisedBy: district, foundIn: 'suggestion', source: 'Gợi ý kiểm điểm của Ban Thường vụ Quận ủy', topic: 'urbanOrder',
    what: 'Trật tự đô thị chưa đều; còn nhà xây không phép', cause: 'Kiểm tra chưa thường xuyên',
    measure: 'Tăng tuyên truyền; kiểm tra thường xuyên từng tuyến, từng khu vực; ngăn chặn sớm; xử lý nghiêm',
    dueOn: '2014-06-30', reportedOn: '2014-06-20', result: 'Duy trì các đợt kiểm tra theo tuyến; vi phạm được phát hiện, ngăn chặn sớm', confirmedOn: '2014-07-18', proofs: [],
  },
  {
    ...review, ref: 'B5', topic: 'poverty',
    what: 'Chưa có cách làm cụ thể để giảm nghèo', cause: 'Chưa nắm nhu cầu lao động của hộ nghèo',
    measure: 'Từng khu vực khảo sát nhu cầu lao động của hộ nghèo; giới thiệu việc làm, cho vay vốn, dạy nghề; giao mỗi đoàn thể giúp hộ nghèo',
    dueOn: '2013-12-31', reportedOn: '2014-01-15', result: 'Năm 2013 hộ nghèo giảm 2,27 điểm, hộ cận nghèo giảm 0,39 điểm; mục tiêu mỗi năm giảm từ 2 điểm', confirmedOn: '2014-07-10',
    proofs: [printed('Tỷ lệ hộ nghèo giảm', 'điểm', 2.27, { when: 'Năm 2013', target: 2 }), printed('Tỷ lệ hộ cận nghèo giảm', 'điểm', 0.39, { when: 'Năm 2013' })],
  },
];

export function addThoiLongShortcomings(world: World): void {
  world.shortcomings.push(...shortcomings);
}
