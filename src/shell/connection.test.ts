import { expect, test } from 'vitest';
import { createConnection } from './connection.ts';

function started(onLine: boolean) {
  const place = Object.assign(new EventTarget(), { navigator: { onLine } });
  const connection = createConnection(place);
  const news: boolean[] = [];
  const stop = connection.subscribe(() => news.push(connection.isReachable()));
  return { place, connection, news, stop };
}

test('a failed call tells of a lost connection even while the browser believes to be online', () => {
  const { connection, news } = started(true);
  connection.report('lost');
  connection.report('lost');
  connection.report('reached');
  expect(news).toEqual([false, true]);
});

test('the browser’s own news counts', () => {
  const { place, news } = started(true);
  place.dispatchEvent(new Event('offline'));
  place.dispatchEvent(new Event('online'));
  expect(news).toEqual([false, true]);
});

test('who stopped listening hears no more', () => {
  const { connection, news, stop } = started(false);
  expect(connection.isReachable()).toBe(false);
  stop();
  connection.report('reached');
  expect(news).toEqual([]);
});
