/** Which documents it carries out, replaces, amends. */
import { Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import { mostLinks } from '../document.ts';
import { linkKinds, linkNames } from '../document.kinds.ts';
import { searchDocuments } from './document.search.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import type { DraftLink } from './entry.draft.ts';
import type { EntryFieldsProps } from './EntryFields.tsx';
import classes from './documents.module.css';

export function LinkFields({ draft: { links }, onType, fault, ownId }: EntryFieldsProps) {
  const { t } = useText();
  const put = (at: number, link: DraftLink) => onType({ links: links.with(at, link) });
  return (
    <fieldset className={classes.links}>
      <legend className={classes.legend}>{t(texts.links)}</legend>
      {links.map((link, at) => (
        <div key={at} className={classes.link}>
          <Select label={t(texts.linkKind)} allowDeselect={false} value={link.kind} data={linkKinds.map((value) => ({ value, label: t(linkNames[value]) }))} onChange={(chosen) => { const kind = linkKinds.find((one) => one === chosen); if (kind) put(at, { ...link, kind }); }} />
          <Lookup label={t(texts.linkedDocument)} placeholder={t(texts.searchDocument)} value={link.document} onChange={(document) => put(at, { ...link, document })} search={(text) => searchDocuments(text, { without: ownId })} />
          <Act kind="quiet" onPress={() => onType({ links: links.filter((_, other) => other !== at) })} aria-label={`${t(texts.removeLink)}: ${link.document?.label ?? t(texts.linkedDocument)}`}>{t(texts.removeLink)}</Act>
        </div>
      ))}
      {fault('links') && <p className={classes.fault}>{fault('links')}</p>}
      {links.length < mostLinks && <Act icon={<IconPlus size={18} aria-hidden />} onPress={() => onType({ links: [...links, { kind: 'carriesOut', document: undefined }] })}>{t(texts.addLink)}</Act>}
    </fieldset>
  );
}
