/** Binds the contracts of access to commands and reads. */
import { bind } from '../../platform/http/routes.ts';
import { accessContract } from '../access.contract.ts';
import { accountContract } from '../account.contract.ts';
import { assignmentContract } from '../assignment.contract.ts';
import { createAccount, disableAccount, enableAccount, linkAccount, resetPassword, unlinkAccount, type RolesOfPerson } from './account.commands.ts';
import { listAccounts } from './account.reads.ts';
import { grantAssignment, revokeAssignment } from './assignment.commands.ts';
import { listAssignments, listRoles } from './assignment.reads.ts';
import { explain, whoSees, whoSeesMe } from './explain.reads.ts';
import { changePassword, confirmCodes, revokeSession, signIn, signOut, startCodes, stopCodes } from './session.commands.ts';
import { listSessions, readSession, readWelcome } from './session.reads.ts';

export const routesOfAccess = (roles: RolesOfPerson) => [
  bind(accessContract.welcome, readWelcome),
  bind(accessContract.session, readSession),
  bind(accessContract.signIn, signIn),
  bind(accessContract.signOut, signOut),
  bind(accessContract.sessions, listSessions),
  bind(accessContract.revokeSession, revokeSession),
  bind(accessContract.changePassword, changePassword),
  bind(accessContract.startCodes, startCodes),
  bind(accessContract.confirmCodes, confirmCodes),
  bind(accessContract.stopCodes, stopCodes),
  bind(accessContract.whoSees, whoSees),
  bind(accessContract.whoSeesMe, whoSeesMe),
  bind(accessContract.explain, explain),
  bind(accountContract.list, listAccounts),
  bind(accountContract.create, createAccount(roles)),
  bind(accountContract.disable, disableAccount),
  bind(accountContract.enable, enableAccount(roles)),
  bind(accountContract.resetPassword, resetPassword),
  bind(accountContract.link, linkAccount(roles)),
  bind(accountContract.unlink, unlinkAccount(roles)),
  bind(assignmentContract.list, listAssignments),
  bind(assignmentContract.roles, listRoles),
  bind(assignmentContract.grant, grantAssignment),
  bind(assignmentContract.revoke, revokeAssignment),
];
