/** Who asked: asked of the server only when the handler wants to see it, and kept by no cache. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useRecording } from '../../../shell/recording.ts';
import { Act } from '../../../ui/Act.tsx';
import { ConfirmAct } from '../../../ui/ConfirmAct.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { petitionContract } from '../petition.contract.ts';
import { channelNames } from '../petition.kinds.ts';
import type { WholePetition } from '../petition.record.ts';
import type { Petitioner } from '../petition.shapes.ts';
import { pageTexts as texts } from './petition.page.messages.ts';
import { petitionsWeb } from './petitions.web.messages.ts';
import classes from './petitions.module.css';

export function PetitionerPart({ petition: { id, hasPetitioner, may } }: { readonly petition: WholePetition }) {
  const { t } = useText();
  const [shown, setShown] = useState<Petitioner>();
  const [problem, setProblem] = useState<unknown>();
  const { mutateAsync } = useRecording<unknown>(['petitions', 'events']);
  if (!hasPetitioner) return null;
  const isHandler = may.includes('petitioner');
  const show = () => void call(petitionContract.petitioner, { id }).then((found) => setShown(found ?? undefined), setProblem);
  const forget = async () => { await mutateAsync(() => call(petitionContract.forget, { id })); setShown(undefined); };
  const acts = (
    <>
      {isHandler && !shown && <Act kind="quiet" onPress={show}>{t(texts.showPetitioner)}</Act>}
      {(isHandler || may.includes('place')) && <ConfirmAct label={t(texts.forget)} title={t(texts.forgetTitle)} consequence={t(texts.forgetWhy)} confirm={t(texts.forget)} onConfirm={forget} />}
    </>
  );
  return (
    <Section title={t(texts.petitioner)} acts={acts}>
      <p className={classes.soft}>{t(isHandler ? texts.petitionerWhy : texts.petitionerHidden)}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {shown && <div data-screen-only><Facts facts={[{ label: t(petitionsWeb.petitionerName), value: shown.name }, { label: t(petitionsWeb.petitionerContact), value: shown.contact || '–' }, { label: t(texts.channel), value: t(channelNames[shown.channel]) }]} /></div>}
    </Section>
  );
}
