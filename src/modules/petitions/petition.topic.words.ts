/** What people call the topics that came with the system: by these words a topic is found, with diacritics or without. Never shown. Pure. */
import type { Text } from '../../platform/contract.ts';
import { foldVietnamese } from '../../platform/text/fold.ts';
import type { topicNames } from './petition.topics.ts';

export const topicWords: Readonly<Record<keyof typeof topicNames | 'other', Text>> = {
  ruralRoads: { vi: 'đường, đường thôn, đường làng, đường xã, ngõ, hẻm, cầu, cống, ổ gà, bê tông, nhựa, vỉa hè, lầy lội, giao thông', en: 'road, lane, bridge, culvert' },
  streetLighting: { vi: 'điện đường, đèn đường, bóng đèn, đèn', en: 'street lamp, light' },
  fieldIrrigation: { vi: 'kênh, mương, đê, bờ bao, cống, tưới, tiêu, nạo vét, trạm bơm, ngập, úng, hạn hán, nước ruộng, đường nội đồng', en: 'canal, dyke, pump, flood, drought' },
  powerAndWater: { vi: 'điện, mất điện, giá điện, cột điện, trạm biến áp, đường dây, nước, nước máy, nước sinh hoạt, giếng', en: 'electricity, outage, tap, well' },
  publicBuildings: { vi: 'trường, trường học, lớp học, chợ, hội trường, sân vận động, nhà sinh hoạt cộng đồng, trạm y tế, nghĩa trang', en: 'school, market, hall, cemetery' },
  vocationalTraining: { vi: 'học nghề, dạy nghề, lớp nghề, việc làm, xuất khẩu lao động, thất nghiệp', en: 'course, job, employment' },
  ruralEnterprise: { vi: 'công ty, nhà máy, xưởng, cụm công nghiệp, hợp tác xã', en: 'company, factory, co-operative' },
  ocop: { vi: 'đặc sản, nông sản, thương hiệu, nhãn hiệu', en: 'speciality, brand' },
  ruralRestructuring: { vi: 'trồng trọt, chăn nuôi, thủy sản, cây trồng, vật nuôi, giống, phân bón, lúa, tiêu thụ, giá cả, vay vốn, ngân hàng', en: 'crops, livestock, fish, prices, loan' },
  highTechProduction: { vi: 'công nghệ, nhà kính, liên kết', en: 'technology, greenhouse' },
  relics: { vi: 'đình, chùa, đền, miếu, nhà thờ họ, trùng tu, lễ hội', en: 'temple, pagoda, restoration, festival' },
  culturalLife: { vi: 'văn nghệ, thể thao, loa, truyền thanh, nhà văn hóa, cưới, tang', en: 'sports, loudspeaker, wedding, funeral' },
  communityTourism: { vi: 'khách, nhà nghỉ, homestay', en: 'guests, lodging' },
  education: { vi: 'trường, trường học, mầm non, mẫu giáo, tiểu học, học sinh, giáo viên, học phí, dạy thêm', en: 'school, kindergarten, pupil, teacher, fees' },
  health: { vi: 'bảo hiểm y tế, bhyt, bảo hiểm xã hội, bhxh, bệnh viện, trạm xá, trạm y tế, khám bệnh, thuốc, bác sĩ, tiêm', en: 'hospital, doctor, medicine, vaccine' },
  welfare: { vi: 'hộ nghèo, cận nghèo, trợ cấp, bảo trợ, nhà tình nghĩa, nhà ở, thương binh, liệt sĩ, người già, khuyết tật, lương hưu, vay vốn', en: 'allowance, pension, veteran, disabled, house' },
  land: { vi: 'sổ đỏ, sổ hồng, giấy chứng nhận, quyền sử dụng đất, ranh giới, bồi thường, đền bù, giải phóng mặt bằng, thu hồi đất, tái định cư, quy hoạch, xây nhà', en: 'land title, compensation, resettlement, planning' },
  environment: { vi: 'rác, bãi rác, thu gom rác, nước thải, ô nhiễm, mùi, khói, bụi, chuồng trại, cây xanh', en: 'rubbish, sewage, pollution, smell, smoke' },
  publicOrder: { vi: 'trộm cắp, ma túy, cờ bạc, đánh nhau, ồn, karaoke, lừa đảo, tín dụng đen, chó thả rông', en: 'theft, drugs, gambling, noise, fraud' },
  trafficSafety: { vi: 'tai nạn, biển báo, gờ giảm tốc, đèn tín hiệu, xe tải, quá tải, vạch sơn, đường', en: 'accident, sign, speed bump, lorry' },
  partyWork: { vi: 'chi bộ, đảng viên, đảng phí, kết nạp, sinh hoạt đảng, nghị quyết', en: 'cell, member, dues, admission' },
  localCadres: { vi: 'trưởng thôn, tổ trưởng, bí thư chi bộ, phụ cấp, lương, công an viên, nghỉ việc', en: 'village head, allowance, pay' },
  administration: { vi: 'giấy tờ, hộ khẩu, căn cước, khai sinh, chứng thực, một cửa, dịch vụ công, sáp nhập, đổi tên', en: 'papers, identity card, certificate, merger' },
  other: { vi: 'khác', en: 'other' },
};

/** All words that were typed stand in its name, or in one of the phrases by which it is known; the last of them perhaps not typed to its end. */
export function isTopicFound({ code, label }: { readonly code: string; readonly label: string }, typed: string): boolean {
  const words = Object.hasOwn(topicWords, code) ? topicWords[code as keyof typeof topicWords] : undefined;
  const asked = wordsOf(typed);
  return [label, ...(words ? `${words.vi}, ${words.en}`.split(',') : [])].some((phrase) => {
    const known = wordsOf(phrase);
    return asked.every((word, at) => known.some((one) => (at === asked.length - 1 ? one.startsWith(word) : one === word)));
  });
}

function wordsOf(text: string): string[] {
  return foldVietnamese(text).split(/[^\p{L}\d]+/u).filter(Boolean);
}
