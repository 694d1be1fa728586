/** The papers of a meeting: the draft of its minutes, how they are laid out, the Word file, the calendar entry. */
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import type { Id } from '../../../platform/ids.ts';
import { packedBytes, readZipDirectory } from '../../../platform/files/zip.directory.ts';
import { meetingKinds } from '../meeting.kinds.ts';
import { clockInWords, dayInWords, issuerOf, linesOf, occasionOf, placeOfPaper, weekdayOf } from '../meeting.layout.ts';
import { agendaOf, draftMinutes } from '../meeting.papers.ts';
import type { Attendance, Meeting } from '../meeting.ts';
import { calendarOf, type CalendarEntry } from '../server/meeting.calendar.ts';
import { minutesDocument, minutesFileName, type MinutesPaper } from '../server/meeting.docx.ts';

const person = (name: string) => name as Id<'person'>;
const expected = (name: string, mark: Attendance['mark'], reason: Attendance['reason'] = null): Attendance => ({ personId: person(name), basis: 'expected', standing: 'full', mark, reason });

const held: Meeting = {
  id: '0197f000-0000-7000-8000-000000000001' as Id<'meeting'>, unitId: 'u' as Id<'unit'>, kind: 'regular', isExtended: true, on: day('2026-04-03'), starts: '19:30', ends: '21:15',
  place: 'Nhà văn hóa thôn 3', mode: 'mixed', topic: null, seriesId: null, progress: { is: 'closed' }, postponedFrom: null, postponedBecause: null, openedOn: null, areMinutesStale: false, isLate: false,
  roll: [
    expected('Lò Văn An', 'present'), expected('Vàng Thị Bích', 'online'), expected('Giàng A Chư', 'excused', 'duty'), expected('Lý Văn Dũng', 'absent'),
    { personId: person('Hà Thị Én'), basis: 'exempt', standing: 'full', mark: 'present', reason: null }, { personId: person('Mùa A Phình'), basis: 'away', standing: 'full', mark: null, reason: null },
  ],
  guests: [
    { id: 'g1' as Id<'guest'>, name: 'Sùng A Gia', role: 'head', personId: null, isPresent: true }, { id: 'g2' as Id<'guest'>, name: 'Người không đến', role: 'other', personId: null, isPresent: false },
  ],
  agenda: [
    { id: 'a1' as Id<'agendaItem'>, title: 'Đánh giá kết quả tháng trước', isDone: true }, { id: 'a2' as Id<'agendaItem'>, title: 'Làm đường vào bản', isDone: false },
    { id: 'a3' as Id<'agendaItem'>, title: 'Việc chưa bàn', isDone: false },
  ],
  opinions: [
    { id: 'o1' as Id<'opinion'>, itemId: 'a2' as Id<'agendaItem'>, personId: person('Lò Văn An'), text: 'Nhất trí\ngóp công.' }, { id: 'o2' as Id<'opinion'>, itemId: null, personId: null, text: 'đề nghị sửa nhà văn hóa' },
  ],
  votes: [{ id: 'v1' as Id<'vote'>, question: 'Thông qua nghị quyết tháng 4.', inFavour: 2, against: 0, abstained: 0 }],
  conclusions: [{ id: 't1' as Id<'task'>, text: 'Vận động 5 hộ hiến đất.', ownerId: person('Lò Văn An'), dueOn: day('2026-04-20') }, { id: 't2' as Id<'task'>, text: 'Giữ nếp sinh hoạt', ownerId: null, dueOn: null }],
  score: { points: {}, total: 92.5, level: 'good' }, chair: null, writer: null, minutes: null, additions: [], version: 7,
};
const draft = (meeting: Partial<Meeting> = {}, unit = 'Chi bộ thôn 3') => draftMinutes({ ...held, ...meeting }, { names: { unit, person: (id) => id }, quorumShare: 0.5 });

describe('the draft of the minutes', () => {
  test('names who led and who wrote, where it was noted', () => {
    const lines = draft({ chair: { personId: person('Lò Văn An'), name: 'Lò Văn An' }, writer: { personId: null, name: 'Vàng Thị Bích' } }).split('\n');
    expect(lines).toEqual(expect.arrayContaining(['Chủ trì: đồng chí Lò Văn An', 'Thư ký: đồng chí Vàng Thị Bích']));
  });

  test('reads as the minutes of a cell would', () => {
    expect(draft()).toBe(`Vào hồi 19 giờ 30 phút, ngày 03 tháng 4 năm 2026, tại Nhà văn hóa thôn 3, Chi bộ thôn 3 tổ chức sinh hoạt chi bộ thường kỳ mở rộng tháng 4 năm 2026.
Hình thức: trực tiếp kết hợp trực tuyến.
Chủ trì: đồng chí …………………………
Thư ký: đồng chí …………………………

I. THÀNH PHẦN
- Số đảng viên phải dự: 4; có mặt: 2 (trong đó dự trực tuyến: 1); vắng: 2.
- Vắng có lý do: 1, gồm: đồng chí Giàng A Chư (công tác).
- Vắng không có lý do: 1, gồm: đồng chí Lý Văn Dũng.
- Không tính vào số phải dự: 1 được miễn sinh hoạt, 1 đi xa có báo cáo.
- Không thuộc diện phải dự nhưng có mặt: 1.
- Đảng viên chính thức có mặt: 2/4, chưa đủ số lượng để biểu quyết theo quy định.
- Khách mời: 1, gồm: Sùng A Gia (trưởng thôn, tổ trưởng tổ dân phố).

II. NỘI DUNG VÀ DIỄN BIẾN
1. Đánh giá kết quả tháng trước.
2. Làm đường vào bản.
- Đồng chí Lò Văn An: Nhất trí góp công.
Các ý kiến khác:
- Đề nghị sửa nhà văn hóa.

III. BIỂU QUYẾT
1. Thông qua nghị quyết tháng 4: tán thành 2/2 đảng viên chính thức có mặt; không tán thành 0; không có ý kiến 0.

IV. KẾT LUẬN, PHÂN CÔNG NHIỆM VỤ
1. Vận động 5 hộ hiến đất (đồng chí Lò Văn An thực hiện, chậm nhất ngày 20 tháng 4 năm 2026).
2. Giữ nếp sinh hoạt.

V. ĐÁNH GIÁ CHẤT LƯỢNG
Chất lượng buổi sinh hoạt: 92,5 điểm, xếp loại tốt.

Kết thúc hồi 21 giờ 15 phút cùng ngày. Biên bản được đọc lại và thông qua.`);
  });

  test('leaves out what was not recorded and numbers the rest through', () => {
    const text = draft({ agenda: [], opinions: [], votes: [], score: null, starts: null, ends: null, place: null, mode: 'in_person' });
    expect(text).toContain('II. KẾT LUẬN, PHÂN CÔNG NHIỆM VỤ');
    expect(text).not.toMatch(/III\.|Hình thức|tại |hồi|undefined|null/);
    expect(text.startsWith('Ngày 03 tháng 4 năm 2026, Chi bộ thôn 3 tổ chức')).toBe(true);
  });

  test('says nothing of a quorum before anybody is marked, nor where no members are counted', () => {
    expect(draft({ roll: held.roll.map((one) => ({ ...one, mark: null })) })).not.toContain('biểu quyết theo quy định');
    const committee = draft({ kind: 'committee', isExtended: false, roll: held.roll.map((one) => ({ ...one, standing: null })) }, 'Đảng bộ xã Tân Phú');
    expect(committee).not.toContain('biểu quyết theo quy định');
    expect(committee).toContain('Đảng ủy xã Tân Phú tổ chức họp Ban Chấp hành.');
    expect(committee).toContain('- Số đồng chí phải dự: 4');
    expect(committee).toContain('tán thành 2; không');
  });

  test('every kind of meeting has an agenda to begin with, and a name in its title', () => {
    for (const kind of meetingKinds) {
      expect(agendaOf(kind).length).toBeGreaterThan(2);
      expect(draft({ kind })).toContain(occasionOf({ ...held, kind }, 'Chi bộ thôn 3'));
    }
  });
});

describe('how papers are laid out', () => {
  test('a Party organisation writes as its committee, a cell under its own name', () => {
    expect(issuerOf('Đảng bộ xã Tân Phú')).toBe('Đảng ủy xã Tân Phú');
    expect(issuerOf('Đảng bộ tỉnh Lai Châu')).toBe('Tỉnh ủy Lai Châu');
    expect(issuerOf('Đảng bộ thị xã Mường Lay')).toBe('Thị ủy Mường Lay');
    expect(issuerOf('Chi bộ thôn 3')).toBe('Chi bộ thôn 3');
  });

  test('the place is the commune of the unit or of the one above, dots where neither tells', () => {
    expect(placeOfPaper({ unit: 'Chi bộ thôn 3', parent: 'Đảng bộ xã Tân Phú' })).toBe('Tân Phú');
    expect(placeOfPaper({ unit: 'Chi bộ khu phố 2', parent: 'Đảng bộ phường 5' })).toBe('Phường 5');
    expect(placeOfPaper({ unit: 'Đảng bộ xã Mường So', parent: 'Đảng bộ tỉnh Lai Châu' })).toBe('Mường So');
    expect(placeOfPaper({ unit: 'Chi bộ 1', parent: null })).toMatch(/^…+$/);
  });

  test('days and hours are written out as on paper', () => {
    expect(dayInWords(day('2026-02-09'))).toBe('ngày 09 tháng 02 năm 2026');
    expect(dayInWords(day('2026-12-31'))).toBe('ngày 31 tháng 12 năm 2026');
    expect(weekdayOf(day('2026-04-03'))).toBe('thứ Sáu');
    expect(clockInWords('07:00')).toBe('07 giờ');
  });

  test('lines with a Roman number are headings, sentences that begin with a letter are not', () => {
    expect(linesOf('I. THÀNH PHẦN\r\n\r\nII- Nội dung\nI am\nVị trí\nL. a\n  1. Điểm  một\u0000 ')).toEqual([
      { text: 'I. THÀNH PHẦN', isHeading: true }, { text: 'II- Nội dung', isHeading: true }, { text: 'I am', isHeading: false }, { text: 'Vị trí', isHeading: false },
      { text: 'L. a', isHeading: false }, { text: '1. Điểm một', isHeading: false },
    ]);
  });
});

describe('the Word file', () => {
  const paper: MinutesPaper = {
    unit: 'Chi bộ thôn 3', parent: 'Đảng bộ xã Tân Phú', meeting: { ...held, progress: { is: 'adopted', on: day('2026-05-01') } }, text: 'I. THÀNH PHẦN\nCó mặt <2> & "ba"\u0001.', additions: [{ on: day('2026-05-02'), text: 'Sửa tên hộ.', by: 'Lò Văn An' }],
    signatures: { secretary: 'Vàng Thị Bích', chair: null },
  };
  const partsOf = async (given: MinutesPaper) => {
    const bytes = await minutesDocument(given);
    const entries = readZipDirectory(bytes);
    if (typeof entries === 'string') throw new Error(entries);
    return new Map(entries.map((entry) => [entry.name, Buffer.from(entry.method === 0 ? packedBytes(bytes, entry)! : inflateRawSync(packedBytes(bytes, entry)!)).toString('utf8')]));
  };
  const paragraphsOf = (xml: string) => [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => ({ paragraph, text: [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('') }));

  test('has head, title, text, additions and signatures in their order', async () => {
    const paragraphs = paragraphsOf((await partsOf(paper)).get('word/document.xml')!);
    expect(paragraphs.map(({ text }) => text).filter((text) => text !== '')).toEqual([
      'ĐẢNG ỦY XÃ TÂN PHÚ', 'CHI BỘ THÔN 3', '*', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Tân Phú, ngày 03 tháng 4 năm 2026', 'BIÊN BẢN', 'Sinh hoạt chi bộ thường kỳ mở rộng tháng 4 năm 2026', '-----',
      'I. THÀNH PHẦN', 'Có mặt &lt;2&gt; &amp; &quot;ba&quot; .', 'GHI BỔ SUNG', 'Ngày 02 tháng 5 năm 2026 (Lò Văn An): Sửa tên hộ.',
      'THƯ KÝ', '(Ký, ghi rõ họ và tên)', 'Vàng Thị Bích', 'CHỦ TRÌ', '(Ký, ghi rõ họ và tên)',
    ]);
    const isBold = (text: string) => /<w:b\/>/.test(paragraphs.find((one) => one.text === text)!.paragraph);
    expect(isBold('I. THÀNH PHẦN')).toBe(true);
    expect(isBold('Có mặt &lt;2&gt; &amp; &quot;ba&quot; .')).toBe(false);
  });

  test('says that it is a draft until the minutes are adopted', async () => {
    const texts = async (given: MinutesPaper) => paragraphsOf((await partsOf(given)).get('word/document.xml')!).map(({ text }) => text);
    expect(await texts({ ...paper, meeting: held })).toContain('BẢN THẢO, CHƯA THÔNG QUA');
    expect((await texts(paper)).join()).not.toContain('BẢN THẢO');
    const heads = async (given: MinutesPaper) => [...(await partsOf(given))].filter(([name]) => name.startsWith('word/header')).map(([, xml]) => xml).join();
    expect(await heads({ ...paper, meeting: held })).toContain('BẢN THẢO');
    expect(await heads(paper)).not.toContain('BẢN THẢO');
  });

  test('is A4 with the margins of the Party’s papers, in Times New Roman 14, and is well-formed', async () => {
    const parts = await partsOf(paper);
    const xml = parts.get('word/document.xml')!;
    const margin = (side: string) => Math.round(Number(/<w:pgMar [^>]*>/.exec(xml)![0].match(new RegExp(`w:${side}="(\\d+)"`))![1]) / 56.7);
    expect(['top', 'right', 'bottom', 'left'].map(margin)).toEqual([20, 15, 20, 30]);
    expect(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml)!.slice(1).map((twips) => Math.round(Number(twips) / 56.7))).toEqual([210, 297]);
    expect(parts.get('word/styles.xml')).toMatch(/Times New Roman[\s\S]*<w:sz w:val="28"\/>/);
    // eslint-disable-next-line no-control-regex -- what XML has no place for must not be in it
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  test('has nobody’s name in its properties', async () => {
    const parts = await partsOf(paper);
    const properties = [...parts].filter(([name]) => name.startsWith('docProps/')).map(([, xml]) => xml).join('');
    expect(properties).toContain('<dc:creator>satcoso</dc:creator>');
    expect(properties).not.toMatch(/Bích|An|Un-named|thôn/);
  });

  test('without anything above or added it has neither, and its name is plain ASCII', async () => {
    const texts = paragraphsOf((await partsOf({ ...paper, parent: null, additions: [] })).get('word/document.xml')!).map(({ text }) => text);
    expect(texts[0]).toBe('CHI BỘ THÔN 3');
    expect(texts).not.toContain('GHI BỔ SUNG');
    expect(minutesFileName({ unit: 'Chi bộ Khối 5, phường "Đông Ngàn"', on: day('2026-04-03') })).toBe('bien-ban-chi-bo-khoi-5-phuong-dong-ngan-2026-04-03.docx');
    expect(minutesFileName({ unit: '/../', on: day('2026-04-03') })).toBe('bien-ban-2026-04-03.docx');
  });
});

describe('the calendar entry', () => {
  const entry: CalendarEntry = { id: held.id, version: 7, unitName: 'Chi bộ thôn 3', kindName: 'Sinh hoạt thường kỳ', on: day('2026-04-03'), starts: '19:30', length: 90, place: 'Nhà văn hóa; thôn 3', isCancelled: false };
  const linesIn = (given: CalendarEntry) => calendarOf(given).replaceAll('\r\n ', '').split('\r\n');

  test('lands at the hour of Vietnam and lasts as long as given', () => {
    expect(linesIn(entry)).toEqual(expect.arrayContaining(['DTSTART:20260403T123000Z', 'DTEND:20260403T140000Z']));
    expect(linesIn({ ...entry, starts: '06:30', length: undefined })).toContain('DTSTART:20260402T233000Z');
    expect(calendarOf({ ...entry, length: undefined })).not.toContain('DTEND');
  });

  test('takes the whole day where no hour is known', () => {
    expect(linesIn({ ...entry, starts: null })).toContain('DTSTART;VALUE=DATE:20260403');
    expect(calendarOf({ ...entry, starts: null })).not.toContain('DTEND');
  });

  test('keeps its id while its version counts on, so that it is moved and not doubled', () => {
    expect(linesIn(entry)).toEqual(expect.arrayContaining([`UID:${held.id}@satcoso`, 'SEQUENCE:7', 'STATUS:CONFIRMED', 'CLASS:PRIVATE']));
    expect(linesIn({ ...entry, version: 8, isCancelled: true })).toEqual(expect.arrayContaining([`UID:${held.id}@satcoso`, 'SEQUENCE:8', 'STATUS:CANCELLED']));
  });

  test('a name or place cannot write lines of its own', () => {
    const lines = linesIn({ ...entry, place: 'A\r\nATTENDEE:mailto:x@example.com', unitName: 'Chi bộ\nDESCRIPTION:y' });
    expect(lines).toEqual(expect.arrayContaining(['LOCATION:A ATTENDEE:mailto:x@example.com', 'SUMMARY:Sinh hoạt thường kỳ – Chi bộ DESCRIPTION:y']));
    expect(lines.filter((line) => /^(ATTENDEE|DESCRIPTION)/.test(line))).toEqual([]);
    expect(linesIn(entry)).toContain('LOCATION:Nhà văn hóa\\; thôn 3');
  });
});
