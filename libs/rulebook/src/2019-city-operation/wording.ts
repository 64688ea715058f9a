import { encoded, unmeasured, type Wording } from '../wording.js';

const heading = '标题，概括本款各目标，自身不另提要求。';

/** Section 一（三）绩效目标. */
export const wording: readonly Wording[] = [
  unmeasured('知识产权支撑区域发展。', heading),
  unmeasured('试点城市', '指填报主体本身，由项目的填报主体限定。'),
  encoded('知识产权服务业发展水平显著提升，', {
    'service-industry': ['知识产权服务业发展水平显著提升'],
  }),
  encoded('服务产业发展能力显著提升；', { 'service-industry': ['服务产业发展能力显著提升'] }),
  encoded('建设知识产权运营服务集聚区，', {
    'cluster-zone': ['集聚区', '建设知识产权运营服务集聚区'],
  }),
  unmeasured('培育', '通知没有规定怎样算“培育”；列入本市台账的机构即按本市培育对待。'),
  encoded('5家以上', { 'operating-institutions': ['5家'] }),
  encoded('专业化、', {
    'operating-institutions': ['专业化', '计入的机构确为专业化的知识产权运营机构'],
  }),
  encoded('年主营业务收入1000万元以上的', {
    'operating-institutions': ['年主营业务收入（万元）', '1000万元'],
  }),
  encoded('知识产权运营机构，', { 'operating-institutions': ['运营机构'] }),
  encoded('年营业收入增幅', {
    'operating-institutions': ['年营业收入（万元）', '上年营业收入（万元）'],
  }),
  encoded('高于当地平均水平；', {
    'operating-institutions': ['当地营业收入平均增幅', '当地平均水平的数据来源可靠'],
  }),
  encoded('开展', {
    'industry-navigation': ['立项日期', '验收日期'],
    'enterprise-navigation': ['立项日期', '验收日期'],
  }),
  encoded('产业规划类专利导航项目', { 'industry-navigation': ['专利导航', '产业规划类'] }),
  encoded('10个以上、', { 'industry-navigation': ['10个'] }),
  encoded('企业运营类专利导航项目', { 'enterprise-navigation': ['专利导航', '企业运营类'] }),
  encoded('30个以上。', { 'enterprise-navigation': ['30个'] }),

  unmeasured('提升知识产权产出质量。', heading),
  encoded('形成20个以上', { 'patent-portfolios': ['20个'] }),
  encoded('规模较大、布局合理、对产业发展和国际竞争力具有支撑保障作用的', {
    'patent-portfolios': ['规模较大、布局合理、对产业发展和国际竞争力具有支撑保障作用'],
  }),
  unmeasured('高价值', '通知没有规定价值的尺度，只以规模、布局和作用加以说明，由上述确认承担。'),
  encoded('专利组合，', { 'patent-portfolios': ['高价值专利组合'] }),
  encoded('其中发明专利数量不低于50件，', {
    'patent-portfolios': ['组合专利', '发明专利', '授权公告日', '50件'],
  }),
  encoded('PCT申请不低于10件；', { 'patent-portfolios': ['组合专利', 'PCT申请', '10件'] }),
  encoded('加强商标海外布局与实施。', {
    'overseas-trademarks': ['商标海外布局', '加强商标海外布局与实施'],
  }),

  unmeasured('提高知识产权运用能力。', heading),
  encoded('创新能力强、知识产权工作基础扎实的', {
    'certified-units': ['创新能力强、知识产权工作基础扎实'],
  }),
  encoded('企业、高等学校、科研院所', { 'certified-units': ['企业', '高等学校', '科研院所'] }),
  encoded('知识产权管理规范贯标数量', {
    'certified-units': ['贯标单位', '认证日期', '有效期至'],
  }),
  encoded('达到100家以上；', { 'certified-units': ['100家'] }),
  unmeasured('专业', '通知没有规定托管服务怎样算“专业”；每行的托管机构供复核时查看。'),
  encoded('知识产权托管服务累计覆盖', {
    'custody-smes': ['托管企业', '服务开始日期', '服务结束日期'],
  }),
  encoded('中小微企业', { 'custody-smes': ['中型', '小型', '微型'] }),
  encoded('1000家以上；', { 'custody-smes': ['1000家'] }),
  encoded('知识产权交易、许可额', {
    'trade-licence-growth': ['交易许可', '合同金额（万元）', '知识产权交易、许可额'],
  }),
  encoded('年均增幅20%以上。', { 'trade-licence-growth': ['年均增幅', '20%'] }),

  unmeasured('拓展知识产权金融服务。', heading),
  encoded('专利、商标品牌质押融资金额，', {
    'pledge-amount-growth': ['质押融资', '融资金额（万元）', '专利、商标品牌质押融资金额'],
  }),
  encoded('知识产权保险金额', {
    'insurance-amount-growth': ['知识产权保险', '保险金额（万元）', '知识产权保险金额'],
  }),
  encoded('年均增幅30%以上，', {
    'pledge-amount-growth': ['年均增幅', '30%'],
    'insurance-amount-growth': ['年均增幅', '30%'],
  }),
  encoded('质押次数', { 'pledge-count-growth': ['质押融资', '质押次数'] }),
  encoded('年均增幅30%以上；', { 'pledge-count-growth': ['年均增幅', '30%'] }),
  encoded('积极推进专利商标混合质押。', {
    'mixed-pledge': ['质押融资', '混合', '积极推进专利商标混合质押'],
  }),
];
