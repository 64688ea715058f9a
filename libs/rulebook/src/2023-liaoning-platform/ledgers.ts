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

/** The ledgers (台账) that a platform operator's report proves its targets with. */

const enterpriseSize = ['大型', '中型', '小型', '微型'] as const;
const unregistered = '未在国家知识产权局系统登记备案的可以填，但不计数。';

export const demands = ledger({
  id: 'demands',
  sheet: '专利需求',
  span: 'stock',
  hint: '每行一项专利技术需求。',
  columns: {
    demand: text('需求编号', { required: true, hint: '本平台自编，不得重复。' }),
    name: text('需求名称', { required: true }),
    category: text('需求分类'),
    enterprise: text('企业名称', { required: true }),
    creditCode: creditCode('统一社会信用代码', { required: true }),
    size: choice('企业规模', enterpriseSize, { required: true }),
    enteredOn: date('入库日期', { required: true, rule: 'not-after-report-year' }),
  },
  sameItem: [['demand']],
  acrossSubjects: { natural: '需求编号由各平台自编，同号的不是同一项需求。' },
});

export const contracts = ledger({
  id: 'contracts',
  sheet: '转让许可合同',
  span: 'stock',
  hint: `每行一份技术转让、许可合同；合同里的专利填在“合同专利”表。${unregistered}`,
  columns: {
    contract: text('合同编号', { required: true, hint: '与“合同专利”表一致。' }),
    type: choice('类型', ['转让', '许可', '作价入股'], { required: true }),
    transferor: text('出让方', { required: true }),
    transferorType: choice('出让方类型', ['高等院校', '科研机构', '园区企业', '其他'], {
      required: true,
    }),
    transferee: text('受让方', { required: true }),
    transfereeCode: creditCode('受让方统一社会信用代码', {
      hint: '用于区分购买专利技术的企业；受让方不是企业的不填。',
    }),
    transfereeSize: choice('受让方规模', [...enterpriseSize, '不是企业'], { required: true }),
    localParty: choice('本地一方', ['出让方', '受让方', '双方', '无'], {
      required: true,
      hint: '哪一方在本地（省、市、区）。',
    }),
    amount: amount('合同金额（万元）'),
    registration: text('登记备案号', { hint: unregistered }),
    registeredOn: date('登记备案日期', { rule: 'not-after-report-year' }),
  },
  sameItem: [['contract']],
  acrossSubjects: { disputedBy: [['registration']] },
});

export const contractPatents = ledger({
  id: 'contract-patents',
  sheet: '合同专利',
  span: 'stock',
  hint: '每行一件合同中的专利，合同编号须在“转让许可合同”表中。',
  columns: {
    contract: text('合同编号', { required: true }),
    number: patentNumber('专利号', { required: true, hint: '含校验位，如 201710736136.2。' }),
  },
  sameItem: [['contract', 'number']],
  acrossSubjects: {
    natural: '一件专利可以多次许可；合同有争议的，其中的专利随合同待核查。',
  },
  belongsTo: { ledger: contracts, by: 'contract', parentColumn: 'contract' },
});

export const servedEnterprises = ledger({
  id: 'served-enterprises',
  sheet: '服务企业',
  span: 'stock',
  hint: '每行一家企业接受的一类服务。',
  columns: {
    name: text('企业名称', { required: true }),
    creditCode: creditCode('统一社会信用代码', { required: true }),
    local: yesNo('本地', { required: true, hint: '企业是否在本地（省、市、区以上）。' }),
    technology: yesNo('科技型', { required: true }),
    size: choice('企业规模', enterpriseSize, { required: true }),
    service: choice('服务类型', ['知识产权托管', '知识产权运营'], { required: true }),
    startedOn: date('服务开始日期', { required: true, rule: 'not-after-report-year' }),
    endedOn: date('服务结束日期', {
      hint: '2023年8月以前开始的须填，否则无法判定实施期内是否仍在服务。',
    }),
  },
  sameItem: [['creditCode', 'service']],
  acrossSubjects: { natural: '一家企业可以接受几个平台的服务。' },
});

export const pushes = ledger({
  id: 'pushes',
  sheet: '信息推送',
  span: 'stock',
  hint: '每行一条精准推送的专利技术等信息。',
  columns: {
    push: text('推送编号', { required: true, hint: '本平台自编，不得重复。' }),
    pushedOn: date('推送日期', { required: true, rule: 'not-after-report-year' }),
    recipient: text('接收企业', { required: true }),
    subject: text('推送内容'),
  },
  sameItem: [['push']],
  acrossSubjects: { natural: '推送编号由各平台自编，同号的不是同一条信息。' },
});

export const pledges = ledger({
  id: 'pledges',
  sheet: '专利质押',
  span: 'stock',
  hint: `每行一项质押登记；一份融资合同有多项登记的，各行填同一金额，只计一次。${unregistered}`,
  columns: {
    loan: text('融资合同号', { required: true }),
    collateral: choice('质押物', ['专利', '商标', '混合'], { required: true }),
    pledgor: text('出质人', { required: true }),
    pledgee: text('质权人', { required: true }),
    amount: amount('融资金额（万元）', { required: true }),
    registration: text('登记号', { hint: unregistered }),
    registeredOn: date('登记日期', { rule: 'not-after-report-year' }),
  },
  sameItem: [['registration'], ['loan']],
  acrossSubjects: { disputedBy: [['registration'], ['loan']] },
  mustAgree: { by: 'loan', on: 'amount' },
});

export const activities = ledger({
  id: 'activities',
  sheet: '活动',
  span: 'stock',
  hint: '每行一次有关专利运营转化的活动。',
  columns: {
    name: text('活动名称', { required: true }),
    type: choice('类型', ['供需对接', '培训', '宣讲', '业务交流', '其他'], { required: true }),
    heldOn: date('举办日期', { required: true, rule: 'not-after-report-year' }),
    attendance: count('参加人数'),
  },
  sameItem: [['name', 'heldOn']],
  acrossSubjects: { natural: '一次活动可以由几个平台联合举办。' },
});

/** In the order of the workbook's sheets. */
export const ledgers = [
  demands,
  contracts,
  contractPatents,
  servedEnterprises,
  pushes,
  pledges,
  activities,
] as const;
