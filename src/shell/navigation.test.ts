import { describe, expect, test } from 'vitest';
import { roles } from '../access/roles.ts';
import { activePlace, mayOpen, needsNetwork, placesByThumb, placesFor } from './navigation.ts';

const routes = [{ path: '/' }, { path: '/to-chuc', needs: 'unit.read' }, { path: '/to-chuc/$id', needs: 'unit.read' }, { path: '/nhat-ky', needs: 'event.read' }];
const shown = (mayVisit: string[]) => placesFor({ routes, mayVisit, isPerson: false }).map((place) => place.to);

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
  const places = placesFor({ routes, mayVisit: ['unit.read', 'event.read'], isPerson: false });
  expect(activePlace(places, '/to-chuc/u1')?.to).toBe('/to-chuc');
  expect(activePlace(places, '/don-vi/u1')?.to).toBe('/to-chuc');
  expect(activePlace(places, '/to-chuc-khac')).toBeUndefined();
  expect(activePlace(places, '/')?.to).toBe('/');
});

test('by the thumb stand the daily places, then whatever else there is, and nothing twice', () => {
  const all = [{ path: '/' }, { path: '/viec' }, { path: '/to-chuc' }, { path: '/con-nguoi' }, { path: '/sinh-hoat' }];
  const { near, far } = placesByThumb(placesFor({ routes: all, mayVisit: [], isPerson: false }));
  expect(near.map(({ to }) => to)).toEqual(['/viec', '/sinh-hoat', '/to-chuc']);
  expect(far.map(({ to }) => to)).toEqual(['/', '/con-nguoi']);
  expect(placesByThumb(placesFor({ routes, mayVisit: ['event.read'], isPerson: false })).near.map(({ to }) => to)).toEqual(['/', '/nhat-ky']);
});

test('whoever answers for a place has its petitions by the thumb, whoever follows places his visits: never more than four', () => {
  const pages = [{ path: '/' }, { path: '/viec', needs: 'task.read' }, { path: '/to-chuc', needs: 'unit.read' }, { path: '/sinh-hoat', needs: 'meeting.read' }, { path: '/bam-co-so/tham', needs: 'visit.read' }, { path: '/kien-nghi', needs: 'petition.read' }];
  const nearOf = ({ verbs }: { readonly verbs: readonly string[] }) => placesByThumb(placesFor({ routes: pages, mayVisit: verbs, isPerson: true }), verbs).near.map(({ to }) => to);
  const usual = ['/viec', '/sinh-hoat', '/to-chuc'];
  for (const role of [roles.cell_secretary, roles.office_officer, roles.board_officer]) expect(nearOf(role), role.code).toEqual([...usual, '/kien-nghi']);
  expect(nearOf(roles.assigned_cadre)).toEqual([...usual, '/bam-co-so/tham']);
  expect(nearOf(roles.member)).toEqual(['/']);
});

describe('one’s own meetings', () => {
  const pages = [{ path: '/' }, { path: '/viec', needs: 'task.read' }, { path: '/to-chuc', needs: 'unit.read' }, { path: '/sinh-hoat', needs: 'meeting.read' }, { path: '/buoi-hop-cua-toi', needs: 'self.answer' }];
  const placesOf = (mayVisit: readonly string[], isPerson = true) => placesByThumb(placesFor({ routes: pages, mayVisit, isPerson }));

  test('stand by the thumb of a member, with whoever does more behind “Thêm”', () => {
    expect(placesOf(roles.member.verbs).near.map(({ to }) => to)).toEqual(['/', '/buoi-hop-cua-toi']);
    const secretary = placesOf(roles.cell_secretary.verbs);
    expect(secretary.near.map(({ to }) => to)).toEqual(['/viec', '/sinh-hoat', '/to-chuc']);
    expect(secretary.far.map(({ to }) => to)).toEqual(['/', '/buoi-hop-cua-toi']);
  });

  test('are offered to no account that is nobody’s', () => {
    expect(placesOf(roles.member.verbs, false).near.map(({ to }) => to)).toEqual(['/']);
  });
});

test('without a connection every place asks for one but those that an opened phone carries', () => {
  const places = placesFor({ routes: [{ path: '/viec' }, { path: '/so-lieu' }], mayVisit: [], isPerson: false });
  const asking = (isReachable: boolean, isPhoneOpen: boolean) => places.filter((place) => needsNetwork(place, { isReachable, isPhoneOpen })).map(({ to }) => to);
  expect(asking(true, false)).toEqual([]);
  expect(asking(false, true)).toEqual(['/so-lieu']);
  expect(asking(false, false)).toEqual(['/viec', '/so-lieu']);
});
