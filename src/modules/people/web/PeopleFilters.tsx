/** The chips over the list of people, each bound to the address. */
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { postKinds } from '../../posts/post.kinds.ts';
import { memberMarks, memberStatuses } from '../person.contract.ts';
import { personTexts } from '../person.messages.ts';
import { sexes } from '../person.ts';
import { ageBands, params } from './people.filters.ts';
import { peopleWeb as texts } from './people.web.messages.ts';
import classes from './people.module.css';

export function PeopleFilters() {
  const { t, language } = useText();
  const ages = useAgeChoices();
  return (
    <div className={classes.filters}>
      <FilterChips
        filters={[
          { param: params.status, label: t(personTexts.status), choices: memberStatuses.map((id) => ({ id, label: t(personTexts[`status.${id}`]) })) },
          { param: params.mark, label: t(personTexts.marks), choices: memberMarks.map((id) => ({ id, label: t(personTexts[`mark.${id}`]) })) },
          { param: params.post, label: t(personTexts.posts), choices: postKinds.map((kind) => ({ id: kind.code, label: kind[language] })) },
          { param: params.sex, label: t(personTexts.sex), single: true, choices: sexes.map((id) => ({ id, label: t(personTexts[`sex.${id}`]) })) },
          { param: params.age, label: t(texts.ageBand), single: true, choices: ages },
        ]}
      />
    </div>
  );
}

/** A band that came by a link, such as from a figure, stands among the usual ones. */
function useAgeChoices() {
  const { t } = useText();
  const [chosen] = useAddressValue(params.age);
  const usual = ageBands.map((id) => ({ id: id as string, label: t(texts[`age.${id}`]) }));
  return chosen && !usual.some(({ id }) => id === chosen) ? [...usual, { id: chosen, label: chosen.replace('-', ' – ') }] : usual;
}
