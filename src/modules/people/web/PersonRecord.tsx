/** The record of a person as the page shows it; which acts stand on it is what the server sent as `may`. */
import { useState, type ReactNode } from 'react';
import type { z } from 'zod';
import { day as asDay } from '../../../platform/day.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { Section } from '../../../ui/Section.tsx';
import { MembershipActs } from '../../membership/web/MembershipActs.tsx';
import { PersonRatingsLink } from '../../ratings/web/RatingsLink.tsx';
import { MembershipLog } from '../../membership/web/MembershipLog.tsx';
import { MembershipStory } from '../../membership/web/MembershipStory.tsx';
import { PostLogOfPerson } from '../../posts/web/PostLog.tsx';
import { PersonTenures } from '../../posts/web/PersonTenures.tsx';
import type { personPage } from '../person.contract.ts';
import { personTexts } from '../person.messages.ts';
import { contactFields } from '../person.ts';
import { ChangePersonSheet } from './ChangePersonSheet.tsx';
import { birthText } from './birth.ts';
import { peopleWeb as texts } from './people.web.messages.ts';
import { PersonStory } from './PersonStory.tsx';
import { standingWords } from './standing.ts';
import classes from './people.module.css';

type Person = z.output<typeof personPage>;

interface PersonRecordProps {
  readonly person: Person;
  readonly on: string;
  readonly kicker?: string;
  readonly about?: string;
  /** What stands before the record, on one's own. */
  readonly first?: ReactNode;
  /** Who looked, on one's own record. */
  readonly children?: ReactNode;
}

export function PersonRecord({ person, on, kicker, about, first, children }: PersonRecordProps) {
  const { t } = useText();
  const [isChanging, setChanging] = useState(false);
  const may = (verb: string) => person.may.includes(verb);
  const maySeeRoles = useMayVisit('assignment.read');
  return (
    <>
      <PageHead
        title={person.fullName} kicker={kicker} description={<WhoLine person={person} on={on} about={about} />}
        marks={person.generated && <span className={classes.badge} title={t(texts.generatedWhy)}>{t(texts.generated)}</span>}
        acts={<><PersonRatingsLink personId={person.id} />{maySeeRoles && <Act kind="quiet" href={`/ai-xem-duoc?nguoi=${person.id}`}>{t(texts.whoSees)}</Act>}{may('person.record') && <Act onPress={() => setChanging(true)}>{t(texts.change)}</Act>}{may('member.record') && <MembershipActs person={person} on={on} />}</>}
      />
      {first}
      <PersonStory person={person} on={on} />
      <PersonTenures person={person} tenures={person.tenures} on={on} mayRecord={may('post.record')} />
      <MembershipStory spells={person} on={on} />
      <Details person={person} />
      {person.contact && <ContactSection contact={person.contact} />}
      {may('post.record') && <PostLogOfPerson personId={person.id} />}
      {may('member.record') && <MembershipLog person={person} />}
      {children}
      {isChanging && <ChangePersonSheet person={person} onClose={() => setChanging(false)} />}
    </>
  );
}

function WhoLine({ person, on, about }: { readonly person: Person; readonly on: string; readonly about: string | undefined }) {
  const writing = useText();
  const { t } = writing;
  const birth = person.birth && birthText(person.birth);
  const words = [
    person.sex && t(personTexts[`sex.${person.sex}`]),
    birth && (person.age === null ? t(texts.born, { birth }) : t(texts.bornAged, { birth, age: person.age })),
    standingWords(person, { on: asDay(on), writing }),
    ...person.marks.map((mark) => t(personTexts[`mark.${mark}`])),
  ].filter(Boolean);
  return <>{words.join(' · ')}{about && <p>{about}</p>}</>;
}

function Details({ person }: { readonly person: Person }) {
  const { t } = useText();
  const { education, qualification, politicalTheory } = person;
  return (
    <Section title={t(texts.facts)}>
      <Facts
        facts={[
          { label: t(texts.education), value: t(education ? texts[`education.${education}`] : texts.notEntered) },
          { label: t(texts.qualification), value: t(qualification ? texts[`qualification.${qualification}`] : texts.notEntered) },
          { label: t(texts.theory), value: t(politicalTheory ? texts[`theory.${politicalTheory}`] : texts.notEntered) },
        ]}
      />
    </Section>
  );
}

function ContactSection({ contact }: { readonly contact: NonNullable<Person['contact']> }) {
  const { t } = useText();
  return (
    <Section title={t(texts.contact)} description={t(texts.contactWhy)}>
      <Facts facts={contactFields.map((field) => ({ label: t(texts[field]), value: contact[field] ?? t(texts.notEntered) }))} />
    </Section>
  );
}
