// Petitions of the 109 commune Party organisations of Sóc Trăng in the two years after Regulation 10-QC/TU (case D), over the topics of
// the case. The topics are the press's; places, days, words, bodies and answers are made up. Most are answered in time and confirmed;
// some wait for ever, some came back, some were sent around, so that the shortcomings of the case show by themselves.

import { addDays, dayBetween } from './days.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { RaisedPetition, World } from './world.ts';

const FROM = '2021-10-25';
const TO = '2023-10-13';
const COUNT = 400;
const GOVERNMENT = 'soc-trang.government';
const PARTY = 'soc-trang.party';

type Kind = { topic: string; body: string; outside: string; asks: readonly string[]; done: string; plan: string; cannot: string };

const kinds: readonly Kind[] = [
  { topic: 'ruralRoads', body: GOVERNMENT, outside: 'Sở Giao thông vận tải', asks: ['Nâng cấp tuyến đường trục {ap}, mặt đường hư hỏng, mùa mưa đi lại khó', 'Mở rộng cầu bắc qua kênh {ap}, xe tải nhỏ không qua được', 'Đổ bê tông đoạn lộ đất còn lại ở {ap}'], done: 'Đã dặm vá, nghiệm thu đưa vào sử dụng.', plan: 'Đưa vào danh mục đầu tư năm sau.', cannot: 'Chưa bố trí được vốn trong kỳ trung hạn.' },
  { topic: 'streetLighting', body: GOVERNMENT, outside: 'Sở Công Thương', asks: ['Lắp điện chiếu sáng tuyến lộ {ap}', 'Thay bóng đèn đường hư đoạn qua {ap}'], done: 'Đã lắp đặt, bàn giao cho ấp quản lý.', plan: 'Lắp trong đợt chiếu sáng nông thôn tới.', cannot: 'Chưa có nguồn trả tiền điện hằng tháng.' },
  { topic: 'vocationalTraining', body: GOVERNMENT, outside: 'Sở Lao động - Thương binh và Xã hội', asks: ['Mở lớp dạy nghề gắn với việc làm tại {ap}', 'Hỗ trợ vốn cho người đã học nghề ở {ap}'], done: 'Đã mở lớp, học viên được giới thiệu việc làm.', plan: 'Mở lớp khi đủ 25 học viên.', cannot: 'Không đủ số người đăng ký theo quy định.' },
  { topic: 'ruralEnterprise', body: GOVERNMENT, outside: 'Sở Kế hoạch và Đầu tư', asks: ['Mời gọi doanh nghiệp bao tiêu lúa, hành tím của {ap}', 'Hỗ trợ cơ sở sơ chế nông sản đặt tại {ap}'], done: 'Đã ký hợp đồng bao tiêu với hợp tác xã.', plan: 'Đưa vào danh mục kêu gọi đầu tư.', cannot: 'Chưa có nhà đầu tư quan tâm.' },
  { topic: 'fieldIrrigation', body: GOVERNMENT, outside: 'Sở Nông nghiệp và Phát triển nông thôn', asks: ['Nạo vét kênh nội đồng kết hợp đắp lộ ở {ap}', 'Lắp cống ngăn mặn đầu kênh {ap}'], done: 'Đã nạo vét xong trước vụ.', plan: 'Thi công trong mùa khô tới.', cannot: 'Tuyến kênh đang vướng mặt bằng.' },
  { topic: 'ocop', body: GOVERNMENT, outside: 'Sở Nông nghiệp và Phát triển nông thôn', asks: ['Hướng dẫn hồ sơ sản phẩm OCOP cho cơ sở ở {ap}', 'Hỗ trợ bao bì, nhãn hiệu sản phẩm của {ap}'], done: 'Sản phẩm đã được xếp hạng.', plan: 'Đánh giá trong đợt tới.', cannot: 'Sản phẩm chưa đủ tiêu chí.' },
  { topic: 'relics', body: GOVERNMENT, outside: 'Sở Văn hóa, Thể thao và Du lịch', asks: ['Trùng tu đình, chùa cổ ở {ap} đang xuống cấp', 'Lập hồ sơ xếp hạng di tích tại {ap}'], done: 'Đã tu sửa phần mái, cổng.', plan: 'Lập dự án tu bổ trình phê duyệt.', cannot: 'Công trình chưa được xếp hạng.' },
  { topic: 'culturalLife', body: GOVERNMENT, outside: 'Sở Văn hóa, Thể thao và Du lịch', asks: ['Hỗ trợ nhạc cụ, trang thiết bị cho đội văn nghệ {ap}', 'Hỗ trợ kinh phí lễ hội truyền thống ở {ap}'], done: 'Đã cấp trang thiết bị.', plan: 'Cấp theo kế hoạch năm sau.', cannot: 'Không có trong định mức.' },
  { topic: 'communityTourism', body: GOVERNMENT, outside: 'Sở Văn hóa, Thể thao và Du lịch', asks: ['Hỗ trợ điểm du lịch cộng đồng ở {ap}', 'Tập huấn hộ dân {ap} làm du lịch'], done: 'Đã tập huấn, gắn biển chỉ dẫn.', plan: 'Đưa vào tuyến du lịch của tỉnh.', cannot: 'Hạ tầng chưa đáp ứng.' },
  { topic: 'publicBuildings', body: GOVERNMENT, outside: 'Sở Xây dựng', asks: ['Xây nhà văn hóa {ap}, hiện họp nhờ nhà dân', 'Sửa điểm trường lẻ ở {ap}', 'Sửa trụ sở làm việc của {ap}'], done: 'Đã sửa chữa, đưa vào sử dụng.', plan: 'Xây trong kế hoạch nông thôn mới.', cannot: 'Chưa có quỹ đất.' },
  { topic: 'ruralRestructuring', body: GOVERNMENT, outside: 'Sở Nông nghiệp và Phát triển nông thôn', asks: ['Hỗ trợ chuyển đất lúa kém hiệu quả ở {ap} sang cây ăn trái', 'Hỗ trợ giống, kỹ thuật nuôi tôm ở {ap}'], done: 'Đã hỗ trợ giống và tập huấn.', plan: 'Đưa vào đề án cơ cấu lại.', cannot: 'Chưa đúng vùng quy hoạch.' },
  { topic: 'highTechProduction', body: GOVERNMENT, outside: 'Sở Khoa học và Công nghệ', asks: ['Hỗ trợ mô hình tưới tiết kiệm ở {ap}', 'Liên kết sản xuất lúa đặc sản theo chuỗi ở {ap}'], done: 'Mô hình đã triển khai, có hợp đồng tiêu thụ.', plan: 'Chọn hộ làm mô hình trong vụ tới.', cannot: 'Chưa có đơn vị chủ trì.' },
  { topic: 'localCadres', body: PARTY, outside: '', asks: ['Xem xét phụ cấp của người hoạt động không chuyên trách ở {ap}', 'Bổ sung chức danh còn thiếu ở {ap}'], done: 'Đã bổ sung, chi trả theo quy định mới.', plan: 'Trình kỳ họp Hội đồng nhân dân tới.', cannot: 'Phụ cấp theo khung của Trung ương.' },
];

export function addSocTrangPetitions(world: World): void {
  const random = createRandom('Sóc Trăng: kiến nghị');
  const places = [...world.units].filter(([ref, versions]) => ref.startsWith('soc-trang.') && versions[0]?.kind === 'commune_party').map(([ref]) => ref);
  const days = Array.from({ length: COUNT }, () => dayBetween(random, FROM, TO)).toSorted();
  const numbers = new Map<string, number>();
  for (const [index, raisedOn] of days.entries()) {
    // Each place raises some: the first round goes through all of them.
    const unit = places[index < places.length ? index : random.int(0, places.length - 1)]!;
    const number = (numbers.get(unit) ?? 0) + 1;
    numbers.set(unit, number);
    world.petitions.push(petition(random, { unit, ref: `KN-${String(number).padStart(2, '0')}`, raisedOn, index }));
  }
}

const nothing = { answeredOn: '', outcome: '', answer: '', plannedOn: '', reopenedOn: '', reason: '', confirmedOn: '' } as const;

function petition(random: Random, { unit, ref, raisedOn, index }: { unit: string; ref: string; raisedOn: string; index: number }): RaisedPetition {
  const kind = random.pick(kinds);
  const text = random.pick(kind.asks).replace('{ap}', `${unit.includes('.phuong-') ? 'khóm' : 'ấp'} ${random.int(1, 12)}`);
  const routedOn = addDays(raisedOn, random.int(1, 6));
  const moves = random.weighted([[0, 86], [1, 9], [2, 4], [3, 1]] as const);
  const asked = {
    unit, ref, source: random.weighted([['unit', 5], ['meeting', 0], ['visit', 3], ['resident', 2]] as const), topic: kind.topic, text, people: random.chance(0.6) ? random.int(8, 420) : '' as const, raisedOn,
    body: kind.body, outside: kind.outside, routedOn, moves: moves === 0 ? '' as const : moves,
  };
  return { ...asked, ...endOf(random, { kind, routedOn: addDays(routedOn, moves * 14), index }) };
}

/** Every thirtieth is never answered; every eleventh comes back; every ninth is late. */
function endOf(random: Random, { kind, routedOn, index }: { kind: Kind; routedOn: string; index: number }): Omit<RaisedPetition, 'unit' | 'ref' | 'source' | 'topic' | 'text' | 'people' | 'raisedOn' | 'body' | 'outside' | 'routedOn' | 'moves'> {
  if (index % 30 === 17) return nothing;
  const answeredOn = addDays(routedOn, index % 9 === 4 ? random.int(22, 75) : random.int(3, 12));
  const outcome = random.weighted([['settled', 68], ['planned', 6], ['impossible', 26]] as const);
  const answer = outcome === 'settled' ? kind.done : outcome === 'planned' ? kind.plan : kind.cannot;
  if (outcome === 'planned') return { ...nothing, answeredOn, outcome, answer, plannedOn: addDays(answeredOn, random.int(90, 300)) };
  if (index % 11 === 6) return { ...nothing, answeredOn, outcome, answer, reopenedOn: addDays(answeredOn, random.int(5, 25)), reason: 'Kết quả chưa đúng nội dung kiến nghị, đề nghị xem lại.' };
  return { ...nothing, answeredOn, outcome, answer, confirmedOn: index % 37 === 5 ? '' : addDays(answeredOn, random.int(6, 35)) };
}
