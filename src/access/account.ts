/**
 * Rules of accounts: their names, their passwords, the states they go through. Pure.
 * An account belongs to one person at most; names are lower case, so that `Lan` and `lan` are never two people.
 */
import { foldVietnamese } from '../platform/text/fold.ts';
import { refuse, type Refusal } from '../platform/problem.ts';

/** `waiting`: a password given by somebody else must be changed before anything else may be done. */
export type AccountState = 'active' | 'waiting' | 'disabled';

export interface Account {
  readonly disabledAt: Date | null;
  readonly mustChangePassword: boolean;
}

export const accountNamePattern = /^[a-z0-9][a-z0-9._-]{1,59}$/;
export const shortestPassword = 10;
/** argon2 takes more, but nobody types more; a longer text would only cost the server time. */
export const longestPassword = 200;

// The commonest passwords of published lists that are at least ten characters long, and the Vietnamese habit of them.
const commonest = new Set([
  '1234567890', '0123456789', '0987654321', '9876543210', '1111111111', '0000000000', '12345678910', '123456789a', '1234567891', '123123123123',
  'qwertyuiop', 'qwerty12345', 'qwerty123456', '1q2w3e4r5t', '1q2w3e4r5t6y', 'q1w2e3r4t5', 'asdfghjkl1', 'abcdefghij', 'abcd123456', 'abc1234567',
  'password12', 'password123', 'password1234', 'passw0rd123', 'p@ssw0rd123', 'iloveyou12', 'iloveyou123', 'administrator', 'administrator1', 'welcome123',
  'matkhau123', 'matkhau1234', 'matkhau12345', 'anhyeuem123', 'emyeuanh123', 'vietnam123', 'vietnam1945', 'vietnam1975', 'hanoi12345', 'saigon1234',
  'dangvien123', 'chibo12345', 'quantri123', 'admin12345', 'admin123456', 'xinchao123', 'khongbiet123', 'motconvitxoera', 'hochiminh1890', 'dangcongsan',
]);

export function stateOf(account: Account): AccountState {
  if (account.disabledAt !== null) return 'disabled';
  return account.mustChangePassword ? 'waiting' : 'active';
}

/** What speaks against the password, if anything. */
export function passwordFault(password: string, accountName: string): Refusal | undefined {
  if ([...password].length < shortestPassword) return refuse('access.passwordShort', 'invalid', { least: shortestPassword });
  const folded = foldVietnamese(password).replaceAll(' ', '');
  if (isNameAgain(folded, accountName)) return refuse('access.passwordIsName', 'invalid');
  if (commonest.has(folded) || isOneCharacter(folded)) return refuse('access.passwordCommon', 'invalid');
  return undefined;
}

/** The name itself, repeated, or with a few digits after it. */
function isNameAgain(folded: string, accountName: string): boolean {
  const rest = folded.replaceAll(accountName, '');
  return rest !== folded && /^[\d._-]{0,4}$/.test(rest);
}

function isOneCharacter(text: string): boolean {
  return new Set(text).size === 1;
}
