import {
  canonicalText,
  claimKeys,
  evaluate,
  itemKey,
  quantity,
  type CellValue,
  type Figure,
  type Plan,
  type ReportContent,
  type RowFinding,
} from '#engine';
import { findProgramme } from '#rulebook';

const city = findProgramme('2019-city-operation') ?? raise();

const ledgerOf = (wanted: string) => city.ledgers.find(({ id }) => id === wanted) ?? raise();

function raise(): never {
  throw new Error('no such programme');
}
const subject = { code: '999901', name: '示例市' };

type Rows = readonly Readonly<Record<string, CellValue>>[];

function report(
  file: string,
  year: number,
  ledgers: Readonly<Record<string, Rows>>,
  figures: readonly Omit<Figure, 'row'>[] = [],
): ReportContent {
  return {
    file: file.repeat(64),
    year,
    ledgers: Object.fromEntries(
      Object.entries(ledgers).map(([id, rows]) => [
        id,
        { rows: rows.map((values, index) => ({ row: index + 2, values })), rejected: 0 },
      ]),
    ),
    figures: figures.map((figure, index) => ({ ...figure, row: index + 2 })),
    statements: [],
  };
}

const wanYuan = (text: string) => quantity(text, '万元');
const trade = (registration: string, amount: string) => ({
  registration,
  type: '转让',
  amount: Number(wanYuan(amount)),
});

const figure = (code: string, amount: string): Omit<Figure, 'row'> => ({
  code,
  year: 2018,
  value: wanYuan(amount),
  unit: '万元',
});

function verdict(id: string, ...reports: ReportContent[]) {
  const document = evaluate(city, { subject, year: 2021, basis: 'evidence', reports });
  return { document, target: document.targets.find((each) => each.id === id) };
}

describe('evaluate', () => {
  it('shows 20.00 against 20 with the exact shortfall of a cent', () => {
    const base = {
      code: 'trade-licence-amount',
      year: 2018,
      value: wanYuan('1000'),
      unit: '万元' as const,
    };
    const { target } = verdict(
      'trade-licence-growth',
      report('a', 2021, { 'trades-and-licences': [trade('1', '1727.999999')] }, [base]),
    );
    expect(target).toMatchObject({
      outcome: 'not_met',
      overall: 'not_met',
      value: '20.00',
      threshold: '20',
      margin: '0.00',
      needed: { value: '1728', unit: '万元' },
      shortfall: '0.000001',
      due: true,
    });
    expect(target?.reason).toContain('还差0.000001万元');
  });

  it('gives the same bytes in any order of files', () => {
    const reports = [
      report('b', 2019, {
        'certified-units': [
          { creditCode: 'X', type: '企业', certifiedOn: '2019-01-01', validUntil: '2022-01-01' },
        ],
      }),
      report('c', 2020, {}),
      report('a', 2021, { 'certified-units': [] }),
    ];
    const forward = verdict('certified-units', ...reports).document;
    const backward = verdict('certified-units', ...[...reports].reverse()).document;
    expect(canonicalText(backward)).toBe(canonicalText(forward));
    expect(forward.targets.find(({ id }) => id === 'certified-units')).toMatchObject({
      outcome: 'undetermined',
      range: ['1', null],
    });
  });

  it('leaves a loan without its number open only where it may repeat another', () => {
    const pledge = (registration: string, loan: string | null, amount: string) => ({
      registration,
      loan,
      type: '专利',
      amount: Number(wanYuan(amount)),
    });
    const base = {
      code: 'pledge-amount',
      year: 2018,
      value: wanYuan('100'),
      unit: '万元' as const,
    };
    const { target } = verdict(
      'pledge-amount-growth',
      report(
        'a',
        2021,
        { pledges: [pledge('1', 'L1', '100'), pledge('2', null, '100'), pledge('3', null, '50')] },
        [base],
      ),
    );
    expect(target?.outcome).toBe('undetermined');
    expect(target?.trace).toMatchObject({ formula: { final: ['150', '250'], needed: '219.7' } });
    expect(target?.reason).toContain('有2行未填“融资合同号”');
  });

  const unit = (creditCode: string, standard = 'GB/T 29490') => ({
    creditCode,
    type: '企业',
    standard,
    certifiedOn: '2018-05-01',
    validUntil: '2022-05-01',
  });

  const excluded = (creditCode: string): RowFinding => ({
    ledger: 'certified-units',
    item: itemKey(ledgerOf('certified-units'), unit(creditCode)),
    year: 2021,
    outcome: 'excluded',
    reason: '证书已撤销',
  });

  it('keeps what the notice asks, and the approval, beside a plan that asks less', () => {
    const document = evaluate(city, {
      subject,
      year: 2021,
      basis: 'evidence',
      reports: [report('a', 2021, { 'certified-units': [unit('A'), unit('B')] })],
      plan: {
        document: '示例政〔2019〕1号',
        bases: {},
        targets: {
          'certified-units': { threshold: 2n, milestones: {}, approval: { document: '同意函1号' } },
        },
      },
    });
    const target = document.targets.find(({ id }) => id === 'certified-units');
    expect(target).toMatchObject({
      outcome: 'met',
      threshold: '2',
      noticeThreshold: '100',
      approval: '同意函1号',
    });
    expect(target?.reason).toContain('通知要求100家，由“同意函1号”批准');
  });

  const earlier: Plan = {
    document: '示例政〔2019〕1号',
    bases: {},
    targets: {
      'certified-units': { threshold: 80n, milestones: {}, approval: { document: '同意函1号' } },
    },
  };
  it.each([
    [
      { threshold: 90n },
      '按方案；通知要求100家，原方案“示例政〔2019〕1号”为80家，由“同意函1号”批准',
    ],
    [{ threshold: 70n }, '方案自定的70家低于原方案的80家且无批准文号，不予采用'],
  ])('says of an amended plan what it was before: %j', (planned, words) => {
    const { targets } = evaluate(city, {
      subject,
      ...{ year: 2021, basis: 'evidence' },
      reports: [report('a', 2021, { 'certified-units': [unit('A')] })],
      plan: {
        document: '示例政〔2020〕5号',
        earlier,
        bases: {},
        targets: { 'certified-units': { ...planned, milestones: {} } },
      },
    });
    expect(targets.find(({ id }) => id === 'certified-units')?.reason).toContain(words);
  });

  it('shows beside the value what another reading would count', () => {
    const { target } = verdict(
      'certified-units',
      report('a', 2021, {
        'certified-units': [unit('A'), { ...unit('B'), certifiedOn: '2020-05-01' }],
      }),
    );
    expect(target).toMatchObject({
      value: '2',
      beside: [{ reading: 'certified', value: 'new', figure: '1' }],
    });
    expect(target?.reason).toContain('实施期内新认证的数量为1家');
  });

  it('places rows that contradict each other, and names the columns and the other file', () => {
    const { document } = verdict(
      'certified-units',
      report('a', 2021, { 'certified-units': [unit('A')] }),
      report('b', 2021, { 'certified-units': [unit('A', 'GB/T 33250')] }),
    );
    expect(document.problems.map(({ message }) => message)).toContain(
      `“贯标单位”表第2行：与文件${'b'.repeat(64)}第2行是同一项，但“标准”不一致，都不计数；请核对后只留一行。`,
    );
  });

  it('gives the amounts of its conditions in 万元', () => {
    const { target } = verdict('operating-institutions', report('a', 2021, { institutions: [] }));
    expect(JSON.stringify(target?.trace)).toContain(
      '{"kind":"at-least","column":"年主营业务收入（万元）","value":"1000","unit":"万元"}',
    );
  });

  it('lets no milestone lower a growth target', () => {
    const base = figure('trade-licence-amount', '1000');
    const document = evaluate(city, {
      subject,
      year: 2019,
      basis: 'evidence',
      reports: [report('a', 2019, { 'trades-and-licences': [trade('1', '1000')] }, [base])],
      plan: {
        document: '示例政〔2019〕1号',
        bases: {},
        targets: { 'trade-licence-growth': { milestones: { 2019: 0n } } },
      },
    });
    expect(document.targets.find(({ id }) => id === 'trade-licence-growth')).toMatchObject({
      outcome: 'not_met',
      threshold: '20',
      thresholdFrom: 'notice',
    });
  });

  it('takes the absence of every report for no zero', () => {
    const { document, target } = verdict('custody-smes');
    expect(target).toMatchObject({ outcome: 'undetermined', range: ['0', null] });
    expect(document.gate.quantified).toBe('undetermined');
  });

  it('does not let a finding on one confirmation make the whole target not apply', () => {
    const finding = {
      target: 'operating-institutions',
      on: 'local-average',
      year: 2021,
      outcome: 'not_applicable' as const,
      reason: '不发布',
    };
    const outcomes = [finding, { ...finding, document: '示例批〔2021〕1号' }].map((each) => {
      const { targets } = evaluate(city, {
        subject,
        year: 2021,
        basis: 'evidence',
        reports: [report('a', 2021, { institutions: [] })],
        findings: [each],
      });
      const target = targets.find(({ id }) => id === each.target);
      return [target?.outcome, target?.awaiting.map(({ on }) => on)];
    });
    expect(outcomes).toEqual([
      ['not_met', ['specialised', 'local-average']],
      ['not_met', ['specialised']],
    ]);
  });

  it('counts a policy without its insurer for sure only where no other has its number', () => {
    const policy = (insurer: string | null, number: string) => ({
      insurer,
      policy: number,
      amount: Number(wanYuan('1100')),
    });
    const { target } = verdict(
      'insurance-amount-growth',
      report(
        'a',
        2021,
        { 'insurance-policies': [policy('人保', 'P1'), policy(null, 'P1'), policy(null, 'P2')] },
        [figure('insurance-amount', '1000')],
      ),
    );
    expect(target?.trace).toMatchObject({ formula: { final: ['2200', '3300'] } });
  });

  it('sees two base figures that differ past a base that is a range', () => {
    const loan = (registration: string) => ({
      registration,
      loan: null,
      type: '专利',
      amount: Number(wanYuan('100')),
    });
    const { targets } = evaluate(city, {
      subject,
      year: 2021,
      basis: 'evidence',
      reports: [
        report('a', 2018, { pledges: [loan('1'), loan('2')] }),
        report('b', 2021, { pledges: [] }, [figure('pledge-amount', '150')]),
      ],
      plan: {
        document: '示例政〔2019〕1号',
        bases: { 'pledge-amount': wanYuan('120') },
        targets: {},
      },
    });
    expect(targets.find(({ id }) => id === 'pledge-amount-growth')).toMatchObject({
      outcome: 'undetermined',
      trace: { base: { kind: 'differ' } },
    });
  });

  const claimed = (ledger: string, values: Readonly<Record<string, CellValue>>) => ({
    ledger,
    claim: claimKeys(ledgerOf(ledger), values)[0] ?? raise(),
    by: { code: '999902', name: '示例二市' },
    ...{ year: 2021, file: 'f'.repeat(64), row: 9 },
  });

  it('names a row in dispute with the row of the other, and who that is', () => {
    const { targets } = evaluate(city, {
      subject,
      ...{ year: 2021, basis: 'evidence' },
      reports: [report('a', 2021, { 'certified-units': [unit('A'), unit('B')] })],
      disputed: [claimed('certified-units', unit('B'))],
    });
    const target = targets.find(({ id }) => id === 'certified-units');
    expect(target).toMatchObject({ outcome: 'not_met', range: ['1', '2'], disputedRows: 1 });
    expect(target?.trace).toMatchObject({
      quantity: {
        ledgers: [
          {
            counted: [{ rows: '2' }],
            disputed: [
              {
                ...{ sheet: '贯标单位', year: 2021, file: 'a'.repeat(64), row: 3 },
                claimedBy: [{ code: '999902', year: 2021, file: 'f'.repeat(64), row: 9 }],
              },
            ],
          },
        ],
      },
    });
  });

  it('says of what is open by a dispute what would settle it', () => {
    const rows = Array.from({ length: 100 }, (_, index) => unit(`U${index}`));
    const { targets } = evaluate(city, {
      subject,
      ...{ year: 2021, basis: 'evidence' },
      reports: [report('a', 2021, { 'certified-units': rows })],
      disputed: rows.slice(0, 5).map((row) => claimed('certified-units', row)),
    });
    expect(targets.find(({ id }) => id === 'certified-units')?.reason).toContain(
      '“贯标单位”2021年度报告第2行与示例二市（999902）2021年度报告第9行是同一项、' +
        '“贯标单位”2021年度报告第3行与示例二市（999902）2021年度报告第9行是同一项、' +
        '“贯标单位”2021年度报告第4行与示例二市（999902）2021年度报告第9行是同一项等5处，' +
        '跨主体重复，须有核查结论确认或者排除',
    );
  });

  it('names the rows that a finding leaves out, with its reason', () => {
    const { targets, rowFindings } = evaluate(city, {
      subject,
      ...{ year: 2021, basis: 'evidence' },
      reports: [report('a', 2021, { 'certified-units': [unit('A'), unit('B')] })],
      rowFindings: [excluded('B')],
    });
    const target = targets.find(({ id }) => id === 'certified-units');
    expect(target?.reason).toContain(
      '“贯标单位”2021年度报告第3行经核查不予采信，不作证据：证书已撤销',
    );
    expect(target?.trace).toMatchObject({
      quantity: {
        ledgers: [
          { notCounted: [], excluded: [{ reason: '证书已撤销', rows: [{ count: 1, rows: '3' }] }] },
        ],
      },
    });
    expect(rowFindings).toEqual([excluded('B')]);
  });

  it('gives the same bytes in any order of row findings and disputed items', () => {
    const rowFindings = [excluded('B'), excluded('A'), { ...excluded('A'), year: 2020 }];
    const disputed = ['D', 'C'].flatMap((code) => {
      const item = claimed('certified-units', unit(code));
      return [item, { ...item, row: 4 }, { ...item, by: { code: '999901', name: '示例三市' } }];
    });
    const bytes = (turn: <T>(given: readonly T[]) => T[]) =>
      canonicalText(
        evaluate(city, {
          subject,
          ...{ year: 2021, basis: 'evidence' },
          reports: [
            report('a', 2021, {
              'certified-units': ['A', 'B', 'C', 'D'].map((code) => unit(code)),
            }),
          ],
          ...{ rowFindings: turn(rowFindings), disputed: turn(disputed) },
        }),
      );
    expect(bytes((given) => [...given].reverse())).toBe(bytes((given) => [...given]));
  });

  it('refuses two findings of a year on one item, as one of them must have been replaced', () => {
    const confirmed = { ...excluded('A'), outcome: 'confirmed' as const };
    expect(() =>
      evaluate(city, {
        subject,
        ...{ year: 2021, basis: 'evidence', reports: [] },
        rowFindings: [excluded('A'), confirmed],
      }),
    ).toThrow('two row findings');
  });
});
