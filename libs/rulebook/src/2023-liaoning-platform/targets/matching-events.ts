import { atLeast, countOf, datedInPeriod, isOneOf, target } from '#engine';
import { activities } from '../ledgers.js';
import { cite } from '../source.js';

export const matchingEvents = target({
  id: 'matching-events',
  name: '专利供需对接活动',
  nameEn: 'Events matching supply and demand',
  clause: cite('指南 三6', '其中专利供需对接活动不少于3次'),
  measure: countOf(activities, [isOneOf('type', ['供需对接']), datedInPeriod('heldOn')]),
  threshold: atLeast('3', '次'),
});
