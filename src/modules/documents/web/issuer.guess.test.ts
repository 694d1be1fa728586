import { expect, test } from 'vitest';
import { issuerOf } from './issuer.guess.ts';

test.each([
  ['Đảng bộ tỉnh Phú Thọ', 'Tỉnh ủy Phú Thọ', 'TU'],
  ['Đảng bộ thành phố Huế', 'Thành ủy Huế', 'TU'],
  ['Đảng bộ huyện Quảng Điền', 'Huyện ủy Quảng Điền', 'HU'],
  ['Đảng bộ xã Sông Lô', 'Đảng ủy xã Sông Lô', 'ĐU'],
  ['Chi bộ thôn Dũng Cảm', 'Chi bộ thôn Dũng Cảm', 'CB'],
  ['Ban Tổ chức Tỉnh ủy', 'Ban Tổ chức Tỉnh ủy', ''],
])('%s issues documents as %s, with the sign “%s”', (unit, name, code) => {
  expect(issuerOf(unit)).toEqual({ name, code });
});
