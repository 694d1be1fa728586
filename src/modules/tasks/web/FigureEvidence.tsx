/** A figure of the unit as evidence: its value today goes with what is told, and stays as it was. */
import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useMayVisit } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { pageTexts as texts } from './task.page.messages.ts';
import { useFigures } from './useFigures.ts';
import { useFigureValue } from './useFigureValue.ts';
import classes from './TaskPage.module.css';

export interface ToldFigure {
  readonly id: string;
  readonly value: number;
}

interface FigureEvidenceProps {
  readonly unitId: string;
  /** What the task is measured by. */
  readonly usual: string | undefined;
  readonly onTell: (figure: ToldFigure | undefined) => void;
}

export function FigureEvidence(props: FigureEvidenceProps) {
  const opens = useMayVisit('figure.read');
  const isKnown = useFigures(opens).length > 0;
  return opens && isKnown ? <Field {...props} /> : null;
}

function Field({ unitId, usual, onTell }: FigureEvidenceProps) {
  const { t, number } = useText();
  const figures = useFigures(true);
  const [id, setId] = useState<string | null>(usual ?? null);
  const chosen = figures.find((figure) => figure.id === id);
  const { value } = useFigureValue(chosen, unitId);
  const known = chosen?.id;
  useEffect(() => onTell(known !== undefined && typeof value === 'number' ? { id: known, value } : undefined), [known, value, onTell]);
  return (
    <div>
      <Select label={t(texts.figureEvidence)} data={figures.map((figure) => ({ value: figure.id, label: t(figure.title) }))} value={id} onChange={setId} searchable clearable size="md" />
      {chosen && <p className={classes.soft}>{value === null ? t(texts.noValue) : value === undefined ? '' : t(texts.figureToday, { value: `${number(value)}${chosen.isShare ? '%' : ''}` })}</p>}
    </div>
  );
}
