/** By what name and short sign a Party organisation issues documents. A guess for the form: it can be written otherwise. Pure. */

const committees: readonly (readonly [begin: string, committee: string, code: string])[] = [
  ['Đảng bộ tỉnh ', 'Tỉnh ủy ', 'TU'],
  ['Đảng bộ thành phố ', 'Thành ủy ', 'TU'],
  ['Đảng bộ thị xã ', 'Thị ủy ', 'TU'],
  ['Đảng bộ huyện ', 'Huyện ủy ', 'HU'],
  ['Đảng bộ quận ', 'Quận ủy ', 'QU'],
  ['Đảng bộ ', 'Đảng ủy ', 'ĐU'],
  ['Tỉnh ủy ', 'Tỉnh ủy ', 'TU'],
  ['Thành ủy ', 'Thành ủy ', 'TU'],
  ['Huyện ủy ', 'Huyện ủy ', 'HU'],
  ['Đảng ủy ', 'Đảng ủy ', 'ĐU'],
  ['Chi bộ ', 'Chi bộ ', 'CB'],
  ['Ban Chấp hành Trung ương', 'Ban Chấp hành Trung ương', 'TW'],
];

export interface Issuer {
  readonly name: string;
  /** Empty where it can't be guessed. */
  readonly code: string;
}

/** "Đảng bộ xã Sông Lô" issues as "Đảng ủy xã Sông Lô", ĐU. */
export function issuerOf(unitName: string): Issuer {
  const known = committees.find(([begin]) => unitName.toLocaleLowerCase('vi').startsWith(begin.toLocaleLowerCase('vi')));
  if (!known) return { name: unitName, code: '' };
  const [begin, committee, code] = known;
  return { name: `${committee}${unitName.slice(begin.length)}`, code };
}
