import { useNavigate, useSearch } from '@tanstack/react-router';
import { type OverviewSearch, type Period, periodBefore, periodOf } from './overview-search.ts';
import { numberIn, textIn, useAnswer } from './use-answer.ts';

export interface Overview {
  search: OverviewSearch;
  period: Period;
  before: Period | undefined;
  /** The one currency whose money is shown: amounts of different ones are never added. */
  currency: string | undefined;
  currencies: string[];
  change(next: Partial<Record<keyof OverviewSearch, string | undefined>>): void;
  showReceipt(questionId: string): void;
}

/** What the overview is about: period and currency from the address, currencies from the jobs. */
export function useOverview(): Overview {
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const statuses = useAnswer('job_status_distribution');
  const jobs = new Map<string, number>();
  for (const row of statuses.data?.rows ?? []) {
    const currency = textIn(row, 'currency');
    jobs.set(currency, (jobs.get(currency) ?? 0) + (numberIn(row, 'job_count') ?? 0));
  }
  const currencies = [...jobs].sort((one, other) => other[1] - one[1]).map(([currency]) => currency);
  const wanted = search.currency !== undefined && currencies.includes(search.currency) ? search.currency : currencies[0];
  const period = periodOf(search);
  const change: Overview['change'] = (next) => {
    void navigate({ search: (present) => ({ ...present, ...next }), resetScroll: false });
  };
  return {
    search,
    period,
    before: periodBefore(period),
    currency: wanted,
    currencies,
    change,
    showReceipt: (receipt) => change({ receipt }),
  };
}
