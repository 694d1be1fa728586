/** The topics that came with the system, by group: figures divide by them. What an office has added since counts with its group. Pure. */
import type { Text } from '../../platform/contract.ts';

export const topicGroups = {
  infrastructure: { vi: 'Hạ tầng', en: 'Infrastructure' },
  economy: { vi: 'Kinh tế, việc làm', en: 'Economy and work' },
  culture: { vi: 'Văn hóa, du lịch', en: 'Culture and tourism' },
  society: { vi: 'Xã hội', en: 'Society' },
  landEnvironment: { vi: 'Đất đai, môi trường', en: 'Land and environment' },
  order: { vi: 'An ninh, trật tự', en: 'Security and order' },
  party: { vi: 'Xây dựng Đảng, hệ thống chính trị', en: 'The Party and the political system' },
  other: { vi: 'Nội dung khác', en: 'Other' },
} as const satisfies Record<string, Text>;

export const topicNames = {
  ruralRoads: { vi: 'Giao thông nông thôn', en: 'Rural roads' },
  streetLighting: { vi: 'Điện chiếu sáng công cộng', en: 'Street lighting' },
  fieldIrrigation: { vi: 'Thủy lợi nội đồng kết hợp giao thông nông thôn', en: 'In-field irrigation joined with rural roads' },
  powerAndWater: { vi: 'Điện sinh hoạt, nước sạch', en: 'Power and clean water' },
  publicBuildings: { vi: 'Trụ sở, nhà văn hóa, phòng học, điểm trường', en: 'Offices, cultural houses, classrooms and school sites' },
  vocationalTraining: { vi: 'Đào tạo nghề, hỗ trợ sau đào tạo', en: 'Vocational training and support for it' },
  ruralEnterprise: { vi: 'Thu hút doanh nghiệp đầu tư vào nông thôn', en: 'Enterprises to invest in rural areas' },
  ocop: { vi: 'Sản phẩm OCOP', en: 'OCOP products' },
  ruralRestructuring: { vi: 'Cơ cấu lại kinh tế nông thôn', en: 'Restructuring of the rural economy' },
  highTechProduction: { vi: 'Sản xuất công nghệ cao, theo chuỗi giá trị', en: 'High-tech and value-chain production' },
  relics: { vi: 'Bảo tồn di tích', en: 'Conservation of relics' },
  culturalLife: { vi: 'Đời sống văn hóa', en: 'Cultural life' },
  communityTourism: { vi: 'Du lịch cộng đồng', en: 'Community tourism' },
  education: { vi: 'Giáo dục', en: 'Education' },
  health: { vi: 'Y tế, bảo hiểm', en: 'Health and insurance' },
  welfare: { vi: 'Giảm nghèo, chính sách xã hội, người có công', en: 'Poverty, welfare, people with merit' },
  land: { vi: 'Đất đai, xây dựng', en: 'Land and building' },
  environment: { vi: 'Môi trường, rác thải', en: 'Environment and waste' },
  publicOrder: { vi: 'An ninh, trật tự ở cơ sở', en: 'Order at the place' },
  trafficSafety: { vi: 'An toàn giao thông', en: 'Traffic safety' },
  partyWork: { vi: 'Công tác xây dựng Đảng', en: 'Party work' },
  localCadres: { vi: 'Cán bộ, chế độ của người hoạt động ở thôn, tổ dân phố', en: 'Cadres, and what those of villages receive' },
  administration: { vi: 'Thủ tục hành chính, sắp xếp đơn vị', en: 'Administrative procedures, reorganisation' },
} as const satisfies Record<string, Text>;
