import {
  atLeast,
  byReading,
  confirm,
  countOf,
  datedInPeriod,
  isOneOf,
  target,
  validAtYearEnd,
} from '#engine';
import { certifiedUnits as unitLedger } from '../ledgers.js';
import { certified } from '../readings.js';
import { cite } from '../source.js';

export const certifiedUnits = target({
  id: 'certified-units',
  name: '知识产权管理规范贯标',
  nameEn: 'Units certified in IP management',
  clause: cite(
    '一（三）3',
    '创新能力强、知识产权工作基础扎实的企业、高等学校、科研院所知识产权管理规范贯标数量达到100家以上',
  ),
  measure: countOf(unitLedger, [
    isOneOf('type', ['企业', '高等学校', '科研院所']),
    validAtYearEnd('certifiedOn', 'validUntil'),
    byReading(certified, { stock: [], new: [datedInPeriod('certifiedOn')] }),
  ]),
  threshold: atLeast('100', '家'),
  confirmations: [confirm('unit-strength', '创新能力强、知识产权工作基础扎实')],
});
