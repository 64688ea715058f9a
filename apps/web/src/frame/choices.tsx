import { Segmented, Select } from 'antd';
import type { Programme } from '#engine';
import { programmes } from '#rulebook';
import { useNavigate } from 'react-router';
import { useSay } from '../language/language.js';

const words = {
  programme: { zh: '项目', en: 'Programme' },
  year: { zh: '年度', en: 'Year' },
} as const;

/** Leads to the same page of another programme. @param to the address of a programme's page */
export function ProgrammeChoice({
  programme,
  to,
}: {
  readonly programme: Programme;
  readonly to: (id: string) => string;
}) {
  const say = useSay();
  const go = useNavigate();
  return (
    <Select
      aria-label={say(words.programme)}
      value={programme.id}
      popupMatchSelectWidth={false}
      className="programme-choice"
      onChange={(id) => void go(to(id))}
      options={programmes.map(({ id, name, nameEn }) => ({
        ...{ value: id, label: say({ zh: name, en: nameEn }) },
      }))}
    />
  );
}

/** Leads to the same page of another year. @param to the address of a year's page */
export function YearChoice({
  programme,
  year,
  to,
}: {
  readonly programme: Programme;
  readonly year: number;
  readonly to: (year: number) => string;
}) {
  const say = useSay();
  const go = useNavigate();
  return (
    <Segmented
      aria-label={say(words.year)}
      value={year}
      options={[...programme.years]}
      onChange={(each) => void go(to(each))}
    />
  );
}
