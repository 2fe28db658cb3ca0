import { useParams } from '@tanstack/react-router';
import { Problem } from '../../app/ask.ts';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CustomerFacts } from './CustomerFacts.tsx';
import { CustomerHistory } from './CustomerHistory.tsx';
import { GoldenValues } from './GoldenValues.tsx';
import { JourneyStrip } from './JourneyStrip.tsx';
import { Timeline } from './Timeline.tsx';
import { OldAddress } from './OldAddress.tsx';
import { useCustomer, useTimeline } from './use-customers.ts';
import { useUndoToast } from './use-undo-toast.tsx';
import { WhyOnePerson } from './WhyOnePerson.tsx';

/** One person's whole life with the business, and why these rows are one person. */
export function CustomerPage() {
  const { customerId } = useParams({ from: '/customers/$customerId' });
  const customer = useCustomer(customerId);
  const { toast, tell } = useUndoToast();
  const timeline = useTimeline(customer.data?.id ?? customerId);
  if (customer.isPending) return <Skeleton lines={12} />;
  if (customer.isError) {
    if (customer.error instanceof Problem && customer.error.status === 404)
      return <Empty title="No such customer">This id belongs to nobody here. It may have gone with an import that was undone.</Empty>;
    return <Failure error={customer.error} onRetry={() => void customer.refetch()} />;
  }
  const { data } = customer;
  return (
    <>
      <PageHead title={data.name}>From the first lead to the closed job.</PageHead>
      {data.id !== customerId && <OldAddress oldId={customerId} customer={data} />}
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="grid min-w-0 gap-4">
          <CustomerFacts customer={data} />
          <Card title="Journey">
            {timeline.isPending ? (
              <Skeleton lines={2} />
            ) : (
              timeline.isSuccess && <JourneyStrip events={timeline.data.events} records={data.records} />
            )}
          </Card>
          <GoldenValues customerId={data.id} golden={data.golden} onDone={tell} />
          <Card title="Timeline" hint="Days and times are those of the branch.">
            {timeline.isPending && <Skeleton lines={6} />}
            {timeline.isError && <Failure error={timeline.error} onRetry={() => void timeline.refetch()} />}
            {timeline.isSuccess && <Timeline events={timeline.data.events} />}
          </Card>
        </div>
        <div className="grid min-w-0 gap-4">
          <WhyOnePerson customer={data} onDone={tell} />
          <CustomerHistory customerId={data.id} onDone={tell} />
        </div>
      </div>
      {toast}
    </>
  );
}
