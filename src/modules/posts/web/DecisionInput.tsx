/** The paper that an act rests on. */
import { Textarea } from '@mantine/core';
import { useText } from '../../../ui/language.tsx';
import { membershipWeb } from '../../membership/web/membership.web.messages.ts';

interface DecisionInputProps {
  readonly value: string;
  readonly onChange: (decision: string) => void;
  readonly error: string | undefined;
}

export function DecisionInput({ value, onChange, error }: DecisionInputProps) {
  const { t } = useText();
  return <Textarea label={t(membershipWeb.decisionField)} description={t(membershipWeb.decisionHint)} value={value} onChange={(event) => onChange(event.currentTarget.value)} maxLength={300} autosize minRows={2} error={error} />;
}
