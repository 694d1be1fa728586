/** From the page of a unit or a person to their ratings, for whoever may read ratings at all. */
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { ratedUnitKinds } from '../rating.kinds.ts';
import { ratingsTitles } from './ratings.titles.messages.ts';

export function UnitRatingsLink({ unit: { id, kind } }: { readonly unit: { readonly id: string; readonly kind: string } }) {
  const { t } = useText();
  const mayRead = useMayVisit('rating.read');
  return mayRead && kind in ratedUnitKinds ? <Act kind="quiet" href={`/xep-loai/don-vi/${id}`}>{t(ratingsTitles.ratings)}</Act> : null;
}

export function PersonRatingsLink({ personId }: { readonly personId: string }) {
  const { t } = useText();
  const mayRead = useMayVisit('personalRating.read');
  return mayRead ? <Act kind="quiet" href={`/xep-loai/nguoi/${personId}`}>{t(ratingsTitles.ratings)}</Act> : null;
}
