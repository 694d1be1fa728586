/** Binds the contract of people to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { personContract } from '../person.contract.ts';
import { changePerson, findByNumber, recordPerson } from './person.commands.ts';
import { exportPeople } from './person.export.ts';
import { getOwnPerson, getPerson, listLooks } from './person.page.ts';
import { countPeople, listPeople, searchPeople } from './person.reads.ts';

export const personRoutes = [
  bind(personContract.list, listPeople),
  bind(personContract.count, countPeople),
  bind(personContract.search, searchPeople),
  bind(personContract.export, exportPeople),
  bind(personContract.person, getPerson),
  bind(personContract.own, getOwnPerson),
  bind(personContract.looked, listLooks),
  bind(personContract.findByNumber, findByNumber),
  bind(personContract.record, recordPerson),
  bind(personContract.change, changePerson),
];
