import { datedInPeriod, filled, isOneOf } from '#engine';

/** 均以国家知识产权局系统完成登记备案记录为据: a number and a date within the period, or no count. */
export const registered = [
  filled('registration'),
  filled('registeredOn'),
  datedInPeriod('registeredOn'),
] as const;

/** A transfer or a licence (转让、许可); shares taken for a patent (作价入股) are neither. */
export const transferOrLicence = isOneOf('type', ['转让', '许可']);

/** Registered, a transfer or a licence, and with a local party on either side (本地). */
export const localRegisteredContract = [
  transferOrLicence,
  isOneOf('localParty', ['出让方', '受让方', '双方']),
  ...registered,
] as const;
