import { expect, test } from 'vitest';
import { noticeContract } from '../modules/notices/notice.contract.ts';
import { unreadEndpoint } from './notice.endpoint.ts';

test('the mark of unread notices asks what the contract says', () => {
  const { name, method, path } = noticeContract.unread;
  expect(unreadEndpoint).toEqual({ name, method, path });
  expect(Object.keys(noticeContract.unread.output.shape)).toEqual(['count']);
});
