import { useBusiness } from '../../app/business.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { BranchTable } from './BranchTable.tsx';
import { FunnelCard } from './FunnelCard.tsx';
import { JobStatusTable } from './JobStatusTable.tsx';
import { KpiRow } from './KpiRow.tsx';
import { LeadSourceTable } from './LeadSourceTable.tsx';
import { LinkCoverageCard } from './LinkCoverageCard.tsx';
import { OverviewFilters } from './OverviewFilters.tsx';
import { ReceiptSheet } from './ReceiptSheet.tsx';
import { RevenueCard } from './RevenueCard.tsx';
import { numberIn, useAnswer } from './use-answer.ts';
import { useOverview } from './use-overview.ts';

/** How the business is doing, from the first lead to the closed job. */
export function OverviewPage() {
  const { name } = useBusiness();
  const overview = useOverview();
  const everybody = useAnswer('lead_conversion_funnel');
  if (everybody.isSuccess && (numberIn(everybody.data.rows[0], 'total_leads') ?? 0) === 0 && overview.currencies.length === 0) {
    return (
      <>
        <PageHead title="Overview" />
        <Empty
          title={`${name} has no rows yet`}
          command="npx throughline import exports/ --execute && npx throughline journey build --execute"
        >
          Here you will see revenue by month, how leads become jobs, where they come from, and how much of it all is linked. Import a folder
          of exports to fill it.
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title="Overview" action={<OverviewFilters overview={overview} />}>
        How {name} is doing, from the first lead to the closed job.
      </PageHead>
      <div className="grid gap-4">
        <KpiRow overview={overview} />
        <RevenueCard overview={overview} />
        <div className="grid gap-4 xl:grid-cols-2">
          <div className="grid content-start gap-4">
            <FunnelCard overview={overview} />
            <JobStatusTable overview={overview} />
          </div>
          <LeadSourceTable overview={overview} />
        </div>
        <BranchTable overview={overview} />
        <LinkCoverageCard overview={overview} />
      </div>
      <ReceiptSheet overview={overview} />
    </>
  );
}
