import { encoded, unmeasured, type Wording } from '../wording.js';

const promoted =
  '没有规定平台起多大作用才算“促成”；平台列入台账的合同和质押即按其促成对待，由复核时查看证明材料。';

/** Section 三、绩效目标 of the guide. */
export const wording: readonly Wording[] = [
  unmeasured('通过专利转化专项工作，', '说明途径，不是对结果的要求。'),
  encoded('服务企业知识产权获取、管理、运营能力显著提升，', {
    capability: ['服务企业知识产权获取、管理、运营能力显著提升'],
  }),
  encoded('中小微企业获取专利技术的渠道更加通畅。', {
    capability: ['中小微企业获取专利技术的渠道更加通畅'],
  }),

  encoded('构建分类科学、信息准确的专利技术需求库，', {
    capability: ['专利技术需求库分类科学、信息准确'],
    'demand-smes': ['专利需求'],
  }),
  encoded('覆盖至少20家', { 'demand-smes': ['20家', '统一社会信用代码'] }),
  encoded('中小微企业，', { 'demand-smes': ['中型', '小型', '微型'] }),
  encoded('涉及专利需求项目数量不少于50项；', { 'demand-items': ['专利需求', '50项'] }),

  unmeasured('促成', promoted),
  encoded('本地（省、市、区）', { 'technology-buyers': ['本地一方', '受让方', '双方'] }),
  encoded('不少于10家', { 'technology-buyers': ['10家', '受让方统一社会信用代码'] }),
  encoded('中小微企业', { 'technology-buyers': ['受让方规模', '中型', '小型', '微型'] }),
  encoded('通过转让、许可方式，', { 'technology-buyers': ['转让许可合同', '转让', '许可'] }),
  encoded('向高等院校、科研机构、园区企业', {
    'technology-buyers': ['出让方类型', '高等院校', '科研机构', '园区企业'],
  }),
  encoded('购买专利技术；', { 'technology-buyers': ['转让', '许可'] }),

  unmeasured('促成', promoted),
  encoded('本地（省、市、区）', {
    'registered-contracts': ['本地一方', '出让方', '受让方', '双方'],
  }),
  unmeasured(
    '高等学校、科研机构和企业的',
    '三者合起来包括能够订立技术合同的各类单位，只要求一方在本地，不再区分类型。',
  ),
  encoded('技术转让、许可合同', { 'registered-contracts': ['转让许可合同', '转让', '许可'] }),
  encoded('在国家知识产权局进行备案，', { 'registered-contracts': ['登记备案号', '登记备案日期'] }),
  encoded('登记专利转让、许可合同数不少于20份，', { 'registered-contracts': ['20份'] }),
  encoded('且合同中专利数不少于50件；', {
    'contract-patents': ['合同专利', '专利号', '50件', '登记备案号', '登记备案日期'],
  }),

  encoded('为本地（省、市、区以上）', { 'served-smes': ['本地'] }),
  encoded('至少100以上', { 'served-smes': ['100家'] }),
  encoded('科技型中小微企业', { 'served-smes': ['科技型', '中型', '小型', '微型'] }),
  encoded('提供知识产权托管或知识产权运营服务，', {
    'served-smes': ['服务企业', '服务开始日期', '服务结束日期'],
  }),
  encoded('每年累计', { 'pushed-items': ['推送日期'] }),
  unmeasured('精准', '没有规定推送怎样算“精准”；每条的接收企业供复核时查看。'),
  encoded('推送专利技术等信息', { 'pushed-items': ['信息推送'] }),
  encoded('2000条以上；', { 'pushed-items': ['2000条'] }),

  unmeasured('促成', promoted),
  encoded('专利质押融资项目数量', { pledge: ['专利质押', '质押物', '专利', '融资合同号'] }),
  encoded('不低于5笔，', { pledge: ['5笔'] }),
  encoded('或专利质押融资金额', { pledge: ['融资金额（万元）', '专利'] }),
  encoded('不低于5000万元；', { pledge: ['5000万元'] }),

  encoded('年度', { activities: ['举办日期'], 'matching-events': ['举办日期'] }),
  unmeasured('组织有关专利运营转化', '没有规定主题的尺度；列入台账的活动名称供复核时查看。'),
  encoded('培训、宣讲及业务交流等活动总数', { activities: ['活动'] }),
  encoded('不少于6次，', { activities: ['6次'] }),
  encoded('其中专利供需对接活动', { 'matching-events': ['活动', '供需对接'] }),
  encoded('不少于3次。', { 'matching-events': ['3次'] }),

  encoded('以上所述的专利转让、许可、', {
    'technology-buyers': ['转让', '许可'],
    'registered-contracts': ['转让', '许可'],
    'contract-patents': ['转让', '许可'],
  }),
  encoded('质押融资', { pledge: ['专利质押'] }),
  unmeasured('等', '需求、服务、推送和活动没有可供登记备案的系统，“等”字不及于它们。'),
  encoded('均以国家知识产权局系统完成登记备案记录为据。', {
    'technology-buyers': ['登记备案号', '登记备案日期'],
    'registered-contracts': ['登记备案号', '登记备案日期'],
    'contract-patents': ['登记备案号', '登记备案日期'],
    pledge: ['登记号', '登记日期'],
  }),
];
