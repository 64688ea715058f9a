/**
 * One statement a measured target, as someone would write it who wants this one figure of 2021 and
 * nothing of how it came about. `@code` is the subject; growth is given as the flow of 2021, which a
 * comparison with the base year would follow.
 */

const reported = `FROM ledger_row JOIN report ON report.number = ledger_row.report
  WHERE subject_code = @code AND state = 'accepted' AND year <= 2021`;

/** The items of a ledger over the years; of the same item the latest report's row stands. */
const items = (ledger: string, ...key: readonly string[]) => `(SELECT item FROM (
  SELECT item, row_number() OVER (
    PARTITION BY ${key.map((column) => `item ->> '${column}'`).join()} ORDER BY year DESC, row
  ) AS place ${reported} AND ledger = '${ledger}') WHERE place = 1)`;

/** The rows of a flow in 2021, each item once. */
const flow = (ledger: string, ...key: readonly string[]) => `(SELECT min(item) AS item
  ${reported} AND year = 2021 AND ledger = '${ledger}'
  GROUP BY ${key.map((column) => `item ->> '${column}'`).join()})`;

const localGrowth = `(SELECT CAST(value AS INTEGER) FROM figure JOIN report ON number = figure.report
  WHERE subject_code = @code AND figure.code = 'local-revenue-growth' AND figure.year = 2021)`;

const navigation = (type: string) => `SELECT count(*) AS value
  FROM ${items('navigation-projects', 'name', 'undertaker')}
  WHERE item ->> 'type' = '${type}' AND item ->> 'startedOn' BETWEEN '2019-01-01' AND '2021-12-31'`;

export const statements: Readonly<Record<string, string>> = {
  'operating-institutions': `SELECT count(*) AS value FROM (SELECT min(item) AS item ${reported}
    AND year = 2021 AND ledger = 'institutions' GROUP BY item ->> 'creditCode')
    WHERE item ->> 'specialised' AND item ->> 'mainRevenue' >= 1000000000
    AND (item ->> 'revenue' - item ->> 'previousRevenue') * 100000000.0
      > item ->> 'previousRevenue' * ${localGrowth}`,
  'industry-navigation': navigation('产业规划类'),
  'enterprise-navigation': navigation('企业运营类'),
  'patent-portfolios': `WITH patent AS MATERIALIZED (
      SELECT item ->> 'portfolio' AS portfolio, item ->> 'number' AS number,
        item ->> 'type' AS type, item ->> 'grantedOn' AS grantedOn
      FROM ${items('portfolio-patents', 'portfolio', 'number')}),
    single AS (SELECT number FROM patent GROUP BY number HAVING count(*) = 1)
    SELECT count(*) AS value FROM ${items('portfolios', 'portfolio')} AS listed
    JOIN (SELECT portfolio,
        sum(type = '发明专利' AND grantedOn <= '2021-12-31') AS inventions,
        sum(type = 'PCT申请') AS applications
      FROM patent JOIN single USING (number) GROUP BY portfolio) AS counted
    ON counted.portfolio = listed.item ->> 'portfolio'
    WHERE inventions >= 50 AND applications >= 10`,
  'certified-units': `SELECT count(*) AS value FROM ${items('certified-units', 'creditCode')}
    WHERE item ->> 'type' IN ('企业', '高等学校', '科研院所')
    AND item ->> 'certifiedOn' <= '2021-12-31' AND item ->> 'validUntil' >= '2021-12-31'`,
  'custody-smes': `SELECT count(*) AS value FROM ${items('custody-enterprises', 'creditCode')}
    WHERE item ->> 'size' IN ('中型', '小型', '微型') AND item ->> 'startedOn' <= '2021-12-31'
    AND coalesce(item ->> 'endedOn', '9999-12-31') >= '2019-01-01'`,
  'trade-licence-growth': `SELECT sum(item ->> 'amount') AS value
    FROM ${flow('trades-and-licences', 'registration')}`,
  'pledge-amount-growth': `SELECT sum(amount) AS value FROM (SELECT max(item ->> 'amount') AS amount
    FROM ${flow('pledges', 'registration')} GROUP BY item ->> 'loan')`,
  'insurance-amount-growth': `SELECT sum(item ->> 'amount') AS value
    FROM ${flow('insurance-policies', 'insurer', 'policy')}`,
  'pledge-count-growth': `SELECT count(*) AS value FROM ${flow('pledges', 'registration')}`,
};
