import { expect, test } from 'vitest';
import { activePlace, mayOpen, placesByThumb, placesFor } from './navigation.ts';

const routes = [{ path: '/' }, { path: '/to-chuc', needs: 'unit.read' }, { path: '/to-chuc/$id', needs: 'unit.read' }, { path: '/nhat-ky', needs: 'event.read' }];
const shown = (mayVisit: string[]) => placesFor({ routes, mayVisit }).map((place) => place.to);

test('only places whose page exists and whose verb is held are shown', () => {
  expect(shown(['unit.read'])).toEqual(['/', '/to-chuc']);
  expect(shown(['unit.read', 'event.read'])).toEqual(['/', '/to-chuc', '/nhat-ky']);
  expect(shown([])).toEqual(['/']);
});

test('an address is open to whoever holds the verb of its page, whatever is asked of the page', () => {
  expect(mayOpen('/to-chuc?loai=cell', { routes, mayVisit: [] })).toBe(false);
  expect(mayOpen('/to-chuc?loai=cell', { routes, mayVisit: ['unit.read'] })).toBe(true);
  expect(mayOpen('/khac#x', { routes, mayVisit: [] })).toBe(true);
});

test('a page below a place keeps the place active, another that only begins alike does not', () => {
  const places = placesFor({ routes, mayVisit: ['unit.read', 'event.read'] });
  expect(activePlace(places, '/to-chuc/u1')?.to).toBe('/to-chuc');
  expect(activePlace(places, '/don-vi/u1')?.to).toBe('/to-chuc');
  expect(activePlace(places, '/to-chuc-khac')).toBeUndefined();
  expect(activePlace(places, '/')?.to).toBe('/');
});

test('by the thumb stand the daily places, then whatever else there is, and nothing twice', () => {
  const all = [{ path: '/' }, { path: '/viec' }, { path: '/to-chuc' }, { path: '/con-nguoi' }, { path: '/sinh-hoat' }];
  const { near, far } = placesByThumb(placesFor({ routes: all, mayVisit: [] }));
  expect(near.map(({ to }) => to)).toEqual(['/viec', '/sinh-hoat', '/to-chuc']);
  expect(far.map(({ to }) => to)).toEqual(['/', '/con-nguoi']);
  expect(placesByThumb(placesFor({ routes, mayVisit: ['event.read'] })).near.map(({ to }) => to)).toEqual(['/', '/nhat-ky']);
});
