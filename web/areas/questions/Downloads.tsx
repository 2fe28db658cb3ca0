import { useBusiness } from '../../app/business.ts';
import { Icon } from '../../ui/Icon.tsx';

const FORMS: readonly { form: string; name: string; title: string }[] = [
  { form: 'xlsx', name: 'Excel', title: 'A workbook with real numbers and days, and the receipt on a second sheet' },
  { form: 'csv', name: 'CSV', title: 'Plain rows; texts that a spreadsheet would run get an apostrophe' },
  { form: 'parquet', name: 'Parquet', title: 'Rows with their types, for DuckDB, Python and others' },
  { form: 'json', name: 'JSON', title: 'Rows and receipt' },
  { form: 'markdown', name: 'Markdown', title: 'A table to paste into a page, and the receipt' },
];

/** The answer as a file, in each form; ordinary links, so that the browser does the rest. */
export function Downloads({ id, parameters }: { id: string; parameters: Record<string, unknown> }) {
  const { slug } = useBusiness();
  const query = new URLSearchParams({ business: slug });
  for (const [name, value] of Object.entries(parameters)) if (value !== null && value !== undefined) query.set(name, String(value));
  return (
    <nav aria-label="Download" className="flex flex-wrap items-center justify-end gap-x-1 gap-y-1 text-sm">
      <Icon name="imports" className="size-4 text-muted max-md:hidden" />
      {FORMS.map(({ form, name, title }) => (
        <a
          key={form}
          href={`/api/v1/questions/${encodeURIComponent(id)}/download/${form}?${query}`}
          download
          title={title}
          className="rounded-inner px-2 py-1 text-accent hover:bg-sunken max-md:py-2.5"
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
