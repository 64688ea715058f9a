import { draw, pick } from './draw.js';

const openings = '华瑞恒鼎博科锐泰盛嘉启辰远航云智德昌隆正中安宏凯润景立弘尚睿';
const closings = '达创微联源通芯能信诺晟宇辉峰翔川海岳维康力邦迪格特丰泽兴成业';

export const industries = [
  '智能装备',
  '生物医药',
  '新材料',
  '电子信息',
  '精密仪器',
  '节能环保',
  '现代农业',
  '海洋工程',
  '轨道交通',
  '集成电路',
] as const;

/** Two characters that tell one firm of a city from the next: 900 pairs before they repeat. */
export function tradeName(index: number): string {
  const opening = openings.charAt(index % openings.length);
  return opening + closings.charAt(Math.floor(index / openings.length + index) % closings.length);
}

/** The name of an invented firm. */
export function firmName(city: string, index: number): string {
  const form = draw(4, city, index) === 0 ? '股份有限公司' : '有限公司';
  return `${city}${tradeName(index)}${pick(industries, city, index)}${form}`;
}

export const banks = ['示例银行', '示例农村商业银行', '示例科技支行', '示例城市银行'] as const;
export const insurers = ['示例财产保险公司', '示例科技保险公司', '示例专利保险公司'] as const;
export const policies = ['专利执行保险', '专利被侵权损失保险', '商标被侵权损失保险'] as const;
export const custodians = ['示例知识产权托管中心', '示例专利代理事务所', '示例服务平台'] as const;
export const businesses = ['专利运营', '知识产权交易', '高价值专利培育', '知识产权金融'] as const;
export const countries = ['美国', '日本', '德国', '印度', '巴西', '欧盟', '韩国'] as const;

/** What the money of the programme is spent on. */
export const projects = [
  ...['知识产权运营服务集聚区建设', '专利导航工程', '高价值专利组合培育'],
  ...['知识产权质押融资风险补偿', '中小微企业知识产权托管', '商标海外布局资助'],
] as const;
