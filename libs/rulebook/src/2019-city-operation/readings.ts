import { reading } from '#engine';
import { cite, issuedOn } from './source.js';

/**
 * Where the notice can be read two ways (解释口径). The literal words are adopted; where they are
 * evenly balanced, the reading that releases less.
 */

export const growthMethod = reading({
  id: 'growth-method',
  clause: cite('一（三）3', '知识产权交易、许可额年均增幅20%以上'),
  question: '“年均增幅”怎样计算？',
  values: {
    compound: '复合年均增幅：末值不低于基期值乘以（1＋增幅）的n次方',
    arithmetic: '各年增幅的算术平均数，须有每一年的数',
    simple: '累计增幅除以年数',
  },
  adopted: [
    {
      from: issuedOn,
      value: 'compound',
      reason:
        '“年均增幅”在统计上指复合年均增幅。10、18、12.6、20三种算法分别为26.0%、36.2%、33.3%，以30%为线结论相反，取通行含义。',
    },
  ],
});

export const institutionGrowth = reading({
  id: 'institution-growth',
  clause: cite('一（三）1', '年营业收入增幅高于当地平均水平'),
  question: '营业收入增幅是每家机构各自高于当地平均水平，还是合计高于？',
  values: {
    each: '每家机构各自高于当地平均水平',
    together: '符合其他条件的机构合计高于当地平均水平',
  },
  adopted: [
    {
      from: issuedOn,
      value: 'each',
      reason: '“机构”是最近的先行词，与“年主营业务收入1000万元以上”一样修饰每家机构。',
    },
  ],
});

export const navigation = reading({
  id: 'navigation',
  clause: cite('一（三）1', '开展产业规划类专利导航项目10个以上'),
  question: '“开展”以立项为准，还是以验收为准？',
  values: {
    started: '实施期内立项的项目',
    accepted: '实施期内验收的项目',
  },
  adopted: [
    { from: issuedOn, value: 'started', reason: '通知的用词是“开展”，没有要求“完成”或“验收”。' },
  ],
});

export const portfolioThreshold = reading({
  id: 'portfolio-threshold',
  clause: cite('一（三）2', '其中发明专利数量不低于50件，PCT申请不低于10件'),
  question: '50件发明专利、10件PCT申请，是每个组合的数量，还是全部组合合计的数量？',
  values: {
    each: '每个组合各自达到',
    total: '全部组合合计达到',
  },
  adopted: [
    {
      from: issuedOn,
      value: 'each',
      reason: '通知要求组合“规模较大”；若按合计，20个组合平均每个只需2.5件发明专利，与此不符。',
    },
  ],
});

export const inventionPatents = reading({
  id: 'invention-patents',
  clause: cite('一（三）2', '其中发明专利数量不低于50件，PCT申请不低于10件'),
  question: '“发明专利”是否包括尚未授权的申请？',
  values: {
    granted: '只计已授权的发明专利',
    applications: '已授权的和申请中的发明专利都计',
  },
  adopted: [
    {
      from: issuedOn,
      value: 'granted',
      reason: '同一句只对PCT用了“申请”一词，对发明专利没有用，两者应当区别。',
    },
  ],
});

export const certified = reading({
  id: 'certified',
  clause: cite('一（三）3', '知识产权管理规范贯标数量达到100家以上'),
  question: '贯标数量是年末有效的总数，还是实施期内新增的数量？',
  values: {
    stock: '年末有效的总数',
    new: '其中实施期内新认证的数量',
  },
  beside: 'new',
  adopted: [
    { from: issuedOn, value: 'stock', reason: '“达到”指的是水平；新增数量另行列示供参考。' },
  ],
});

export const custodyFrom = reading({
  id: 'custody-from',
  clause: cite('一（三）3', '专业知识产权托管服务累计覆盖中小微企业1000家以上'),
  question: '实施期以前开始、实施期内仍在托管的企业是否计入？',
  values: {
    'in-force': '实施期内任何一天在托管的企业都计入',
    begun: '只计实施期内开始托管的企业',
  },
  adopted: [
    {
      from: issuedOn,
      value: 'in-force',
      reason: '“累计覆盖”问的是服务覆盖了谁，没有要求服务从实施期内开始。',
    },
  ],
});

export const equity = reading({
  id: 'equity',
  clause: cite('一（三）3', '知识产权交易、许可额年均增幅20%以上'),
  question: '作价入股是否计入“交易、许可额”？',
  values: {
    included: '计入',
    excluded: '不计入，只计转让和许可',
  },
  adopted: [
    {
      from: issuedOn,
      value: 'included',
      reason: '作价入股是以知识产权换取股权的转让，属于“交易”。',
    },
  ],
});

export const pledgeInsurance = reading({
  id: 'pledge-insurance',
  clause: cite('一（三）4', '专利、商标品牌质押融资金额，知识产权保险金额年均增幅30%以上'),
  question: '质押融资金额与保险金额分别计算增幅，还是相加计算？',
  values: {
    separately: '分别计算，各自达到',
    together: '两项金额相加后计算',
  },
  adopted: [
    {
      from: issuedOn,
      value: 'separately',
      reason: '贷款额与保险金额性质不同，相加的数没有意义；分别计算放款较严。',
    },
  ],
});

export const pledgeKinds = reading({
  id: 'pledge-kinds',
  clause: cite('一（三）4', '专利、商标品牌质押融资金额'),
  question: '专利和商标的质押融资金额合并计算，还是各自都要达到？',
  values: {
    together: '合并计算',
    each: '专利、商标各自达到；混合质押不能拆分，无法判定归属',
  },
  adopted: [
    {
      from: issuedOn,
      value: 'together',
      reason: '“专利、商标品牌”共同修饰同一个“质押融资金额”。',
    },
  ],
});

export const pledgeCount = reading({
  id: 'pledge-count',
  clause: cite('一（三）4', '质押次数年均增幅30%以上'),
  question: '“质押次数”按质押登记计，还是按融资合同计？',
  values: {
    registrations: '按质押登记，一个登记号一次',
    loans: '按融资合同，一个融资合同号一次',
  },
  adopted: [
    { from: issuedOn, value: 'registrations', reason: '“次”是质押行为的次数，每次质押各有登记。' },
  ],
});

export const readings = [
  growthMethod,
  institutionGrowth,
  navigation,
  portfolioThreshold,
  inventionPatents,
  certified,
  custodyFrom,
  equity,
  pledgeInsurance,
  pledgeKinds,
  pledgeCount,
] as const;
