/** What an invented city can say of one flow in one year. */
export interface Flow {
  readonly rows: number;
  /** In 分. */
  readonly amount: number;
}

/** The facts of a year that an invented city's report is made of. */
export interface CityYear {
  readonly year: number;
  /** Operating institutions, all of which pass. */
  readonly institutions: number;
  /** What there was by the end of the year: a later year has no less of any. */
  readonly stock: {
    readonly zones: number;
    readonly industryNavigations: number;
    readonly enterpriseNavigations: number;
    readonly portfolios: number;
    readonly trademarks: number;
    readonly certified: number;
    readonly custody: number;
  };
  readonly trades: Flow;
  readonly pledges: Flow;
  readonly insurance: Flow;
}

/** An invented city: the same facts always make the same reports. */
export interface City {
  /** Six digits from 950000, which no real place has. */
  readonly code: string;
  readonly name: string;
  /** The base year's figures, as 年度数据 states them. */
  readonly base: {
    readonly year: number;
    readonly trades: number;
    readonly pledges: Flow;
    readonly insurance: number;
  };
  readonly years: readonly CityYear[];
}

const fen = (wanYuan: number) => Math.round(wanYuan * 1_000_000);

/**
 * A city that meets every measured target of the 2019 notice by the end of 2021.
 * @param scale how many times as many rows as the targets call for; 1 gives about 5,000 in 2021
 */
export function thrivingCity(code: string, name: string, scale = 1): City {
  const base = {
    year: 2018,
    trades: fen(50_000),
    pledges: { rows: 200 * scale, amount: fen(100_000) },
    insurance: fen(8_000),
  };
  const growth = [
    { year: 2019, part: 0.35, trades: 1.28, pledges: 1.36, insurance: 1.42 },
    { year: 2020, part: 0.7, trades: 1.61, pledges: 1.83, insurance: 2.05 },
    { year: 2021, part: 1, trades: 2.08, pledges: 2.51, insurance: 2.94 },
  ];
  const years = growth.map(({ year, part, trades, pledges, insurance }) => {
    const reached = (count: number) => Math.round(count * part * scale);
    return {
      year,
      institutions: 6 + (year - base.year),
      stock: {
        zones: 1 + Math.floor(part),
        industryNavigations: reached(13),
        enterpriseNavigations: reached(38),
        portfolios: reached(24),
        trademarks: reached(120),
        certified: reached(132),
        custody: reached(1_260),
      },
      trades: { rows: reached(700), amount: fen(50_000 * trades) },
      pledges: { rows: Math.round(base.pledges.rows * pledges), amount: fen(100_000 * pledges) },
      insurance: { rows: reached(420), amount: fen(8_000 * insurance) },
    };
  });
  return { code, name, base, years };
}

/** The same city with other facts in its last year. */
export function inLastYear(city: City, change: (last: CityYear) => CityYear): City {
  return {
    ...city,
    years: city.years.map((year, index) => (index === city.years.length - 1 ? change(year) : year)),
  };
}
