/** The columns of the list of people. */
import type { z } from 'zod';
import { useText } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/table.ts';
import { postAndUnit } from '../../posts/web/post.words.ts';
import type { personItem } from '../person.contract.ts';
import { personTexts } from '../person.messages.ts';
import { peopleWeb as texts } from './people.web.messages.ts';
import classes from './people.module.css';

type PersonItem = z.output<typeof personItem>;

export function usePeopleColumns(): readonly Column<PersonItem>[] {
  const { t, language, number } = useText();
  return [
    { id: 'name', title: t(personTexts.fullName), priority: 1, cell: (row) => row.fullName },
    { id: 'birth', title: t(texts.birthAge), priority: 2, width: '9rem', cell: (row) => (row.birth ? <>{row.birth.on.slice(0, 4)}{row.age !== null && <span className={classes.soft}> · {number(row.age)}</span>}</> : '–') },
    { id: 'sex', title: t(personTexts.sex), priority: 3, width: '6rem', cell: (row) => (row.sex ? t(personTexts[`sex.${row.sex}`]) : '–') },
    { id: 'status', title: t(personTexts.status), priority: 2, cell: (row) => <Standing row={row} /> },
    { id: 'cell', title: t(personTexts.cell), priority: 2, cell: (row) => row.cell?.name ?? '–' },
    { id: 'posts', title: t(personTexts.posts), priority: 2, cell: (row) => (row.posts.length === 0 ? '–' : <ul className={classes.lines}>{row.posts.map((post) => <li key={`${post.kind} ${post.unit.id}`}>{postAndUnit(post, language)}</li>)}</ul>) },
  ];
}

function Standing({ row }: { readonly row: PersonItem }) {
  const { t } = useText();
  return (
    <>
      {t(personTexts[`status.${row.status}`])}
      {row.marks.map((mark) => <span key={mark} className={classes.mark}>{t(personTexts[`mark.${mark}`])}</span>)}
    </>
  );
}
