import { failed, ok, type Outcome } from '../../outcome.js';
import { system } from '../../people/actor.js';
import { hashOfBearer, newBearer } from '../../people/bearer.js';
import type { People } from '../../people/people.js';
import type { Account } from '../../ports/account-store.port.js';
import { addAccount, type Person } from './create-account.use-case.js';
import { giveEnrolmentCode, type EnrolmentCode } from './reset-credentials.use-case.js';

/** The three whom an empty database begins with (三员). */
export const firstRoles = ['system-administrator', 'security-administrator', 'auditor'] as const;

/** The account of one of the first administrators, with what lets the person enrol. */
export interface FirstAdministrator {
  readonly account: Account;
  readonly enrolment: EnrolmentCode;
}

/** Lets the first administrators into a database that has no account yet. */
export class FirstAdministrators {
  constructor(private readonly people: People) {}

  /** A code that can create them, once; undefined where there are accounts. It is shown once. */
  offer(): Promise<string | undefined> {
    const { transactions, accounts, credentials } = this.people;
    return transactions.run(async () => {
      if (await accounts.exist()) return undefined;
      const { secret, hash } = newBearer('code');
      await credentials.addFirstCode(hash);
      return secret;
    });
  }

  /** Ends all such codes for good. @param persons three, in the order of {@link firstRoles} */
  create(
    code: string,
    persons: Readonly<Record<(typeof firstRoles)[number], Person>>,
  ): Promise<Outcome<readonly FirstAdministrator[]>> {
    const { transactions, accounts, credentials, audit, clock } = this.people;
    return transactions.run(async () => {
      const isOpen =
        !(await accounts.exist()) && (await credentials.isFirstCode(hashOfBearer(code)));
      if (!isOpen) return failed({ kind: 'code-refused' });
      const emails = firstRoles.map((role) => persons[role].email.toLowerCase());
      const twice = emails.find((email, index) => emails.indexOf(email) !== index);
      if (twice !== undefined) return failed({ kind: 'account-exists', email: twice });
      const made: FirstAdministrator[] = [];
      for (const role of firstRoles) {
        const account = await addAccount(this.people, system, persons[role]);
        const grant = { role, area: { kind: 'nation' } } as const;
        await accounts.grant(account.id, grant);
        const enrolment = await giveEnrolmentCode(this.people, account.id);
        const about = { account: account.id, role };
        await audit.add({ at: clock.now(), who: system.account, what: 'role-granted', about });
        made.push({ account: { ...account, grant }, enrolment });
      }
      return ok(made);
    });
  }
}
