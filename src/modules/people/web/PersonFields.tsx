/** The fields about a person, the same when one is recorded and when one is changed. */
import { Select, TextInput } from '@mantine/core';
import type { Text } from '../../../platform/contract.ts';
import { useText } from '../../../ui/language.tsx';
import { contactFields, educations, qualifications, sexes, theoryLevels } from '../person.ts';
import type { TypedContact, TypedFacts } from './person.typed.ts';
import { peopleWeb as texts } from './people.web.messages.ts';
import classes from './people.module.css';

interface FactsFieldsProps {
  readonly typed: TypedFacts;
  readonly onType: (changes: Partial<TypedFacts>) => void;
  readonly faultOf: (field: keyof TypedFacts) => string | undefined;
}

export function FactsFields({ typed, onType, faultOf }: FactsFieldsProps) {
  const { t } = useText();
  return (
    <>
      <TextInput label={t(texts.fullName)} required value={typed.fullName} onChange={(event) => onType({ fullName: event.currentTarget.value })} maxLength={120} autoComplete="off" error={faultOf('fullName')} />
      <div className={classes.pair}>
        <TextInput label={t(texts.birth)} description={t(texts.birthHint)} inputWrapperOrder={['label', 'input', 'description', 'error']} value={typed.birth} onChange={(event) => onType({ birth: event.currentTarget.value })} autoComplete="off" error={faultOf('birth')} />
        <Choice label={t(texts.sex)} codes={sexes} wordOf={(code) => texts[code]} value={typed.sex} onChange={(sex) => onType({ sex })} />
      </div>
      <div className={classes.pair}>
        <Choice label={t(texts.education)} codes={educations} wordOf={(code) => texts[`education.${code}`]} value={typed.education} onChange={(education) => onType({ education })} />
        <Choice label={t(texts.qualification)} codes={qualifications} wordOf={(code) => texts[`qualification.${code}`]} value={typed.qualification} onChange={(qualification) => onType({ qualification })} />
        <Choice label={t(texts.theory)} codes={theoryLevels} wordOf={(code) => texts[`theory.${code}`]} value={typed.politicalTheory} onChange={(politicalTheory) => onType({ politicalTheory })} />
      </div>
    </>
  );
}

interface ChoiceProps<Code extends string> {
  readonly label: string;
  readonly codes: readonly Code[];
  readonly wordOf: (code: Code) => Text;
  readonly value: Code | null;
  readonly onChange: (code: Code | null) => void;
}

function Choice<Code extends string>({ label, codes, wordOf, value, onChange }: ChoiceProps<Code>) {
  const { t } = useText();
  return (
    <Select
      label={label} clearable placeholder={t(texts.notKnown)} value={value}
      data={codes.map((code) => ({ value: code as string, label: t(wordOf(code)) }))}
      onChange={(chosen) => onChange(codes.find((code) => code === chosen) ?? null)}
    />
  );
}

interface ContactFieldsProps {
  readonly typed: TypedContact;
  readonly onType: (changes: Partial<TypedContact>) => void;
  readonly faultOf: (field: keyof TypedContact) => string | undefined;
}

export function ContactFields({ typed, onType, faultOf }: ContactFieldsProps) {
  const { t } = useText();
  return (
    <fieldset className={classes.group}>
      <legend>{t(texts.contact)}</legend>
      <div className={classes.pair}>
        {contactFields.map((field) => (
          <TextInput
            key={field} label={t(texts[field])} value={typed[field]} onChange={(event) => onType({ [field]: event.currentTarget.value })} error={faultOf(field)}
            type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'} inputMode={field === 'citizenNo' ? 'numeric' : undefined} autoComplete="off" maxLength={field === 'email' ? 200 : 40}
          />
        ))}
      </div>
    </fieldset>
  );
}
