import {
  amount,
  choice,
  count,
  creditCode,
  date,
  ledger,
  patentNumber,
  text,
  yesNo,
} from '#engine';

/** The ledgers (台账) that a city's report proves its targets with. */

export const institutions = ledger({
  id: 'institutions',
  sheet: '运营机构',
  span: 'annual',
  hint: '每行一家知识产权运营机构，只填报告年度的数据；没有的，在第一个数据单元格填“无”。',
  columns: {
    name: text('机构名称', { required: true }),
    creditCode: creditCode('统一社会信用代码', { required: true }),
    specialised: yesNo('专业化', { required: true, hint: '是否为专业化运营机构，填“是”或“否”。' }),
    mainRevenue: amount('年主营业务收入（万元）', { required: true }),
    revenue: amount('年营业收入（万元）', { hint: '与主营业务收入是两个数，不能互相代替。' }),
    previousRevenue: amount('上年营业收入（万元）', { hint: '用于计算营业收入增幅。' }),
    mainBusiness: text('主营业务'),
    auditReport: text('审计报告号'),
  },
  sameItem: [['creditCode']],
  acrossSubjects: { disputedBy: [['creditCode']] },
});

export const clusterZones = ledger({
  id: 'cluster-zones',
  sheet: '集聚区',
  span: 'stock',
  hint: '每行一个知识产权运营服务集聚区。',
  columns: {
    name: text('名称', { required: true }),
    level: text('级别'),
    approval: text('批复文号'),
    builtOn: date('建成日期', { rule: 'not-after-report-year' }),
    residents: count('入驻机构数'),
  },
  sameItem: [['name']],
  acrossSubjects: { natural: '集聚区只以名称区分，各市可以有同名的集聚区。' },
});

export const navigationProjects = ledger({
  id: 'navigation-projects',
  sheet: '专利导航',
  span: 'stock',
  hint: '每行一个专利导航项目；2019年以前立项的可以填，但不计数。',
  columns: {
    name: text('项目名称', { required: true }),
    type: choice('类型', ['产业规划类', '企业运营类'], { required: true }),
    undertaker: text('承担单位', { required: true }),
    startedOn: date('立项日期', { required: true, rule: 'not-after-report-year' }),
    acceptedOn: date('验收日期', { rule: 'not-after-report-year' }),
  },
  sameItem: [['name', 'undertaker']],
  acrossSubjects: { disputedBy: [['name', 'undertaker']] },
});

export const portfolios = ledger({
  id: 'portfolios',
  sheet: '高价值专利组合',
  span: 'stock',
  hint: '每行一个高价值专利组合；组合里的专利填在“组合专利”表。',
  columns: {
    portfolio: text('组合编号', { required: true, hint: '本市自编，与“组合专利”表一致。' }),
    name: text('组合名称', { required: true }),
    owner: text('权利人', { required: true }),
    industry: text('产业领域'),
    formedOn: date('形成日期', { rule: 'not-after-report-year' }),
  },
  sameItem: [['portfolio']],
  acrossSubjects: {
    natural: '组合编号由各市自编，同号的不是同一个组合；同一件专利见“组合专利”表。',
  },
});

export const portfolioPatents = ledger({
  id: 'portfolio-patents',
  sheet: '组合专利',
  span: 'stock',
  hint: '每行一件专利或PCT申请，组合编号须在“高价值专利组合”表中。',
  columns: {
    portfolio: text('组合编号', { required: true }),
    number: patentNumber('专利号', {
      required: true,
      formFrom: 'type',
      forms: { 发明专利: 'invention', PCT申请: 'pct', 其他: 'any' },
      hint: '含校验位，如 201710736136.2；PCT 申请如 PCT/CN2019/123456。',
    }),
    type: choice('类型', ['发明专利', 'PCT申请', '其他'], { required: true }),
    filedOn: date('申请日', { rule: 'not-after-report-year' }),
    grantedOn: date('授权公告日', {
      rule: 'not-after-report-year',
      hint: '未填授权公告日的发明专利无法判定是否已授权。',
    }),
    legalStatus: text('法律状态'),
  },
  sameItem: [['portfolio', 'number']],
  acrossSubjects: { disputedBy: [['number']] },
  belongsTo: { ledger: portfolios, by: 'portfolio', parentColumn: 'portfolio' },
});

export const overseasTrademarks = ledger({
  id: 'overseas-trademarks',
  sheet: '商标海外布局',
  span: 'stock',
  hint: '每行一件在境外注册的商标。',
  columns: {
    mark: text('商标', { required: true }),
    registrant: text('注册人', { required: true }),
    route: choice('途径', ['马德里', '单国', '区域'], { required: true }),
    registration: text('国际注册号'),
    countries: text('指定国家'),
    registeredOn: date('注册日期', { rule: 'not-after-report-year' }),
  },
  sameItem: [['registration'], ['mark', 'countries']],
  acrossSubjects: { disputedBy: [['registration']] },
});

export const certifiedUnits = ledger({
  id: 'certified-units',
  sheet: '贯标单位',
  span: 'stock',
  hint: '每行一家通过知识产权管理规范认证的单位。',
  columns: {
    name: text('单位名称', { required: true }),
    creditCode: creditCode('统一社会信用代码', { required: true }),
    type: choice('单位类型', ['企业', '高等学校', '科研院所'], { required: true }),
    standard: text('标准', { required: true, hint: '如 GB/T 29490。' }),
    certificate: text('证书编号', { required: true }),
    certifiedOn: date('认证日期', { required: true, rule: 'not-after-report-year' }),
    validUntil: date('有效期至', { hint: '未填的无法判定年末是否仍然有效。' }),
  },
  sameItem: [['creditCode']],
  acrossSubjects: { disputedBy: [['creditCode']] },
});

export const custodyEnterprises = ledger({
  id: 'custody-enterprises',
  sheet: '托管企业',
  span: 'stock',
  hint: '每行一家接受专业知识产权托管服务的企业；大型企业可以填，但不计数。',
  columns: {
    name: text('企业名称', { required: true }),
    creditCode: creditCode('统一社会信用代码', { required: true }),
    size: choice('企业规模', ['大型', '中型', '小型', '微型'], { required: true }),
    custodian: text('托管机构', { required: true }),
    startedOn: date('服务开始日期', { required: true, rule: 'not-after-report-year' }),
    endedOn: date('服务结束日期'),
  },
  sameItem: [['creditCode']],
  acrossSubjects: { disputedBy: [['creditCode']] },
});

export const tradesAndLicences = ledger({
  id: 'trades-and-licences',
  sheet: '交易许可',
  span: 'flow',
  hint: '每行一份本年度登记的知识产权转让、许可或作价入股合同。',
  columns: {
    registration: text('合同登记号', { required: true }),
    type: choice('类型', ['转让', '许可', '作价入股'], { required: true }),
    right: text('知识产权类别'),
    transferor: text('出让方', { required: true }),
    transferee: text('受让方', { required: true }),
    amount: amount('合同金额（万元）', { required: true }),
    registeredOn: date('登记日期', { required: true, rule: 'in-report-year' }),
    patents: count('专利件数'),
  },
  sameItem: [['registration']],
  acrossSubjects: { disputedBy: [['registration']] },
});

export const pledges = ledger({
  id: 'pledges',
  sheet: '质押融资',
  span: 'flow',
  hint: '每行一项本年度的质押登记；一份融资合同有多项登记的，各行填同一融资合同号和同一金额。',
  columns: {
    registration: text('登记号', { required: true }),
    loan: text('融资合同号', { hint: '同一融资合同的金额只计一次；未填的无法判定是否重复。' }),
    type: choice('类型', ['专利', '商标', '混合'], { required: true }),
    pledgor: text('出质人', { required: true }),
    creditCode: creditCode('统一社会信用代码', { required: true, hint: '出质人的代码。' }),
    pledgee: text('质权人', { required: true }),
    amount: amount('融资金额（万元）', { required: true }),
    registeredOn: date('登记日期', { required: true, rule: 'in-report-year' }),
  },
  sameItem: [['registration']],
  acrossSubjects: { disputedBy: [['registration'], ['loan']] },
  mustAgree: { by: 'loan', on: 'amount' },
});

export const insurancePolicies = ledger({
  id: 'insurance-policies',
  sheet: '知识产权保险',
  span: 'flow',
  hint: '每行一份本年度起保的知识产权保险保单，金额填保险金额，不是保费。',
  columns: {
    policy: text('保单号', { required: true }),
    insurer: text('保险公司'),
    insured: text('投保人', { required: true }),
    type: text('险种', { required: true }),
    amount: amount('保险金额（万元）', { required: true }),
    startedOn: date('起保日期', { required: true, rule: 'in-report-year' }),
  },
  sameItem: [['insurer', 'policy']],
  // A number is issued once by its insurer, who may be left blank.
  acrossSubjects: { disputedBy: [['policy']] },
});

export const fundUse = ledger({
  id: 'fund-use',
  sheet: '资金使用',
  span: 'annual',
  hint: '选填。每行一笔本年度支出；同一项目各行填同一预算，同一天的支出合并填一行；不填的不计算预算执行率。',
  columns: {
    project: text('项目', { required: true }),
    budget: amount('预算（万元）', { required: true, hint: '该项目的本年度预算，只计一次。' }),
    spent: amount('支出（万元）', { required: true }),
    spentOn: date('日期', { required: true, rule: 'in-report-year', hint: '支出日期。' }),
  },
  sameItem: [['project', 'spentOn']],
  acrossSubjects: { natural: '项目由各市自定，各市可以有同名的项目。' },
  mustAgree: { by: 'project', on: 'budget' },
});

/** In the order of the workbook's sheets. */
export const ledgers = [
  institutions,
  clusterZones,
  navigationProjects,
  portfolios,
  portfolioPatents,
  overseasTrademarks,
  certifiedUnits,
  custodyEnterprises,
  tradesAndLicences,
  pledges,
  insurancePolicies,
  fundUse,
] as const;
