/** Binds the contract of membership to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { membershipContract } from '../membership.contract.ts';
import { admit, arrive, comeBack, confirmTemporary, end, endExemption, exempt, goAway, keepContact, placeTemporarily, recognise, takeBackTemporary, transfer, transferOut, undo } from './membership.commands.ts';
import { listAway, listGuests } from './membership.away.ts';
import { listMembershipActs, listNotArrived } from './membership.reads.ts';

export const membershipRoutes = [
  bind(membershipContract.admit, admit),
  bind(membershipContract.recognise, recognise),
  bind(membershipContract.transfer, transfer),
  bind(membershipContract.transferOut, transferOut),
  bind(membershipContract.arrive, arrive),
  bind(membershipContract.placeTemporarily, placeTemporarily),
  bind(membershipContract.exempt, exempt),
  bind(membershipContract.endExemption, endExemption),
  bind(membershipContract.goAway, goAway),
  bind(membershipContract.keepContact, keepContact),
  bind(membershipContract.confirmTemporary, confirmTemporary),
  bind(membershipContract.takeBackTemporary, takeBackTemporary),
  bind(membershipContract.comeBack, comeBack),
  bind(membershipContract.end, end),
  bind(membershipContract.undo, undo),
  bind(membershipContract.acts, listMembershipActs),
  bind(membershipContract.notArrived, listNotArrived),
  bind(membershipContract.away, listAway),
  bind(membershipContract.guests, listGuests),
];
