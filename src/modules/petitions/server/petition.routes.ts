/** Binds the contracts of petitions to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { catalogueContract } from '../catalogue.contract.ts';
import { petitionContract } from '../petition.contract.ts';
import { endCompetence, endTopic, removeTemplate, saveTemplate, setCompetence, setTopic } from './catalogue.commands.ts';
import { listCompetences, listTemplates, listTopics } from './catalogue.reads.ts';
import {
  acceptPetitions, answerPetition, confirmPetition, correctPetition, groupPetition, recordPetition, refusePetition, reopenPetition, routePetition, takePetitionBack, withdrawPetition,
} from './petition.commands.ts';
import { attachFile, detachFile, readFile } from './petition.files.ts';
import { countInbox } from './petition.inbox.reads.ts';
import { readPetition } from './petition.page.ts';
import { forgetPetitioner, giveCode, readPetitioner, trackPetition } from './petition.petitioner.ts';
import { readTimes } from './petition.times.ts';
import { listBodies, listPetitions, listSimilar } from './petition.reads.ts';

export const petitionRoutes = [
  bind(petitionContract.list, listPetitions),
  bind(petitionContract.inbox, countInbox),
  bind(petitionContract.similar, listSimilar),
  bind(petitionContract.bodies, listBodies),
  bind(petitionContract.times, readTimes),
  bind(petitionContract.petition, readPetition),
  bind(petitionContract.record, recordPetition),
  bind(petitionContract.correct, correctPetition),
  bind(petitionContract.route, routePetition),
  bind(petitionContract.accept, acceptPetitions),
  bind(petitionContract.refuse, refusePetition),
  bind(petitionContract.answer, answerPetition),
  bind(petitionContract.confirm, confirmPetition),
  bind(petitionContract.reopen, reopenPetition),
  bind(petitionContract.withdraw, withdrawPetition),
  bind(petitionContract.group, groupPetition),
  bind(petitionContract.takeBack, takePetitionBack),
  bind(petitionContract.petitioner, readPetitioner),
  bind(petitionContract.forget, forgetPetitioner),
  bind(petitionContract.slip, giveCode),
  bind(petitionContract.track, trackPetition),
  bind(petitionContract.attach, attachFile),
  bind(petitionContract.detach, detachFile),
  bind(petitionContract.file, readFile),
  bind(catalogueContract.topics, listTopics),
  bind(catalogueContract.setTopic, setTopic),
  bind(catalogueContract.endTopic, endTopic),
  bind(catalogueContract.competences, listCompetences),
  bind(catalogueContract.setCompetence, setCompetence),
  bind(catalogueContract.endCompetence, endCompetence),
  bind(catalogueContract.templates, listTemplates),
  bind(catalogueContract.saveTemplate, saveTemplate),
  bind(catalogueContract.removeTemplate, removeTemplate),
];
