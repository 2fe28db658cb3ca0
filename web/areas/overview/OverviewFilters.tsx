import { useBusiness } from '../../app/business.ts';
import { Switch } from '../../ui/Switch.tsx';
import { presetsOf } from './overview-search.ts';
import type { Overview } from './use-overview.ts';

const FIELD = 'h-9 rounded-inner border border-line bg-card px-2 text-sm';

/** Period and currency, for every figure on the page. */
export function OverviewFilters({ overview }: { overview: Overview }) {
  const { timeZone } = useBusiness();
  const { search, change, currencies, currency } = overview;
  const presets = presetsOf(timeZone);
  const chosen = presets.find((preset) => preset.from === search.from && preset.to === search.to);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Switch
        label="Period"
        value={chosen?.name ?? ''}
        choices={presets.map((preset) => ({ value: preset.name, text: preset.name }))}
        onChoose={(name) => {
          const preset = presets.find((candidate) => candidate.name === name);
          change({ from: preset?.from, to: preset?.to });
        }}
      />
      <span className="flex items-center gap-1.5 text-sm text-muted">
        <input
          type="date"
          aria-label="First day"
          value={search.from ?? ''}
          max={search.to}
          onChange={(event) => change({ from: event.target.value || undefined })}
          className={FIELD}
        />
        –
        <input
          type="date"
          aria-label="Last day"
          value={search.to ?? ''}
          min={search.from}
          onChange={(event) => change({ to: event.target.value || undefined })}
          className={FIELD}
        />
      </span>
      {currencies.length > 1 && currency !== undefined && (
        <Switch
          label="Currency"
          value={currency}
          choices={currencies.map((each) => ({ value: each, text: each }))}
          onChoose={(next) => change({ currency: next })}
        />
      )}
    </div>
  );
}
