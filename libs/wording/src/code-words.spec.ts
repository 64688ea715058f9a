import { auditThingWords } from './code-words.js';

describe('what an entry of the audit names', () => {
  it('is said in words where it is a code', () => {
    expect(auditThingWords('kind', 'release-letter')).toMatchObject({ zh: '资金拨付函' });
    expect(auditThingWords('move', 'approve')).toMatchObject({ zh: '批准', en: 'Approve' });
    expect(auditThingWords('step', 'return').zh).toBe('退回');
    expect(auditThingWords('role', 'auditor')).toEqual({ zh: '审计员', en: 'Auditor' });
    expect(auditThingWords('failure', 'gate-closed').zh).toBe('不满足拨付条件');
    expect(auditThingWords('scopes', 'read,submit').zh).toBe('读取、报送');
  });

  it('is said as it is kept where it is none', () => {
    expect(auditThingWords('year', 2021)).toEqual({ zh: '2021', en: '2021' });
    expect(auditThingWords('move', 'toString')).toEqual({ zh: 'toString', en: 'toString' });
  });
});
