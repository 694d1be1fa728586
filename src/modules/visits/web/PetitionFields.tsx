/** What the place asks for: each is recorded as a petition of the place, after the visit, and passed on from there. */
import { NumberInput, Select, Stack, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { catalogueContract } from '../../petitions/catalogue.contract.ts';
import { DenunciationField } from '../../petitions/web/DenunciationField.tsx';
import { petitionsWeb } from '../../petitions/web/petitions.web.messages.ts';
import { filterTopics } from '../../petitions/web/topics.filter.ts';
import { soundsLikeDenunciation } from '../../petitions/petition.denunciation.ts';
import { emptyPetition, isPetitionHalf, mostPetitions, type PetitionDraft } from './visit.draft.ts';
import { visitForm as texts } from './visits.web.messages.ts';
import classes from './visits.module.css';

interface PetitionFieldsProps {
  readonly petitions: readonly PetitionDraft[];
  readonly onChange: (petitions: readonly PetitionDraft[]) => void;
  readonly unitId: string | undefined;
  readonly isChecked: boolean;
}

export function PetitionFields({ petitions, onChange, unitId, isChecked }: PetitionFieldsProps) {
  const { t } = useText();
  const topics = useProcedure(catalogueContract.topics, unitId ? { unitId } : {}, { enabled: unitId !== undefined });
  const items = topics.data?.items ?? [];
  const groups = new Set(items.map(({ parent }) => parent));
  const choices = items.filter(({ code }) => !groups.has(code)).map(({ code, name }) => ({ value: code, label: t(name) }));
  const change = (at: number, changed: Partial<PetitionDraft>) => onChange(petitions.map((one, index) => (index === at ? { ...one, ...changed } : one)));
  return (
    <fieldset className={classes.group}>
      {petitions.length > 0 && <legend className={classes.legend}>{t(texts.petition)}</legend>}
      {petitions.length > 0 && <p className={classes.hint}>{t(texts.petitionHint)}</p>}
      {petitions.map((one, at) => {
        const isHalf = isChecked && isPetitionHalf(one);
        return (
          <div key={one.key} className={classes.line}>
            <Stack gap="xs">
              <DenunciationField value={one.isDenunciation} onChoose={(isDenunciation) => change(at, { isDenunciation })} tries={isHalf ? 1 : 0} />
              {!one.isDenunciation && (
                <>
                  <Select label={t(texts.topic)} data={choices} value={one.topic ?? null} searchable filter={filterTopics} onChange={(topic) => change(at, { topic: topic ?? undefined })} error={isHalf && !one.topic ? t(texts.missing) : undefined} />
                  <Textarea label={t(texts.petitionText)} value={one.text} onChange={(event) => change(at, { text: event.currentTarget.value })} maxLength={3000} autosize minRows={2} error={isHalf && one.text.trim() === '' ? t(texts.missing) : undefined} />
                  {soundsLikeDenunciation(one.text) && <Notice tone="warn" title={t(petitionsWeb.soundsTitle)} acts={<Act onPress={() => change(at, { isDenunciation: true })}>{t(petitionsWeb.soundsYes)}</Act>}>{t(petitionsWeb.soundsWhy)}</Notice>}
                  <NumberInput label={t(texts.peopleBehind)} value={one.peopleBehind ?? ''} onChange={(value) => change(at, { peopleBehind: typeof value === 'number' ? value : undefined })} min={1} max={1_000_000} allowDecimal={false} allowNegative={false} />
                </>
              )}
            </Stack>
            <Act kind="quiet" icon={<IconX size={18} aria-hidden />} onPress={() => onChange(petitions.filter((_, index) => index !== at))}>{t(texts.remove)}</Act>
          </div>
        );
      })}
      {petitions.length < mostPetitions && <div><Act onPress={() => onChange([...petitions, emptyPetition()])}>{t(texts.addPetition)}</Act></div>}
    </fieldset>
  );
}
