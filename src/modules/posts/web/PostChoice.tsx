/** Chooses a post: first the unit, then one of its posts, with the seats that are free. */
import { Select } from '@mantine/core';
import { useProcedure } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { postContract } from '../post.contract.ts';
import { postName } from './post.words.ts';
import { postsWeb as texts } from './posts.web.messages.ts';

interface PostChoiceProps {
  readonly on: string;
  readonly unit: LookupChoice | undefined;
  readonly onUnit: (unit: LookupChoice | undefined) => void;
  readonly postId: string | undefined;
  readonly onPost: (postId: string | undefined) => void;
  readonly error: string | undefined;
}

export function PostChoice({ on, unit, onUnit, postId, onPost, error }: PostChoiceProps) {
  const { t } = useText();
  const chooseUnit = (choice: LookupChoice | undefined) => {
    onUnit(choice);
    onPost(undefined);
  };
  return (
    <>
      <Lookup label={t(texts.unit)} value={unit} onChange={chooseUnit} search={(q) => searchUnits(q, { asOf: on })} required error={unit ? undefined : error} />
      {unit && <PostOfUnit unitId={unit.id} on={on} postId={postId} onPost={onPost} error={error} />}
    </>
  );
}

export function PostOfUnit({ unitId, on, postId, onPost, error }: Pick<PostChoiceProps, 'on' | 'postId' | 'onPost' | 'error'> & { readonly unitId: string }) {
  const { t, language } = useText();
  const posts = useProcedure(postContract.ofUnit, { unitId, asOf: on });
  if (posts.data && (posts.data.items.length === 0 || !posts.data.may.includes('post.record'))) return <p>{t(texts.noPosts)}</p>;
  return (
    <Select
      label={t(texts.choosePost)} required allowDeselect={false} value={postId ?? null} error={error} disabled={!posts.data}
      data={(posts.data?.items ?? []).map((post) => ({
        value: post.id,
        label: `${postName(post, language)} · ${post.vacant > 0 ? t(texts.vacant, { count: post.vacant }) : t(texts.seatFull)}`,
      }))}
      onChange={(value) => onPost(value ?? undefined)}
    />
  );
}
