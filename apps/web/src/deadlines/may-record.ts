import { useSession } from '../session/session.js';

/** Whether whoever is signed in records deadlines and holidays: a reviewer of the whole nation. */
export function useMayRecordDeadlines(): boolean {
  const { data } = useSession();
  const grant = typeof data === 'object' ? data.account.grant : null;
  return grant?.role === 'ip-reviewer' && grant.area.kind === 'nation';
}
