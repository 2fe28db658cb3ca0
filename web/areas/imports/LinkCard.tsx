import { Link } from '@tanstack/react-router';
import type { BuildShape } from '../../../contract/build.ts';
import { Bar } from '../../ui/Bar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showCount } from '../../ui/show-values.ts';
import { useBuild, useStartBuild } from './use-build.ts';

/** Links what was imported: first on demand what that would do, then, on the button, the same done. */
export function LinkCard() {
  const build = useBuild();
  const start = useStartBuild();
  const shown = build.data;
  const isRunning = shown?.state === 'running' || start.isPending;
  const isLinked = shown?.state === 'done' && !shown.dryRun && !isRunning;
  return (
    <Card
      title="Link what was imported"
      hint="Finds who is who, and joins lead, quote, job and payment of the same customer. Until then the new rows are in nobody's story."
      aside={
        <div className="flex shrink-0 flex-wrap gap-2">
          <Button disabled={isRunning} onClick={() => start.mutate(false)}>
            What would it do?
          </Button>
          <Button tone="main" disabled={isRunning} onClick={() => start.mutate(true)}>
            <Icon name="link" />
            Link now
          </Button>
        </div>
      }
      className="max-md:[&>header]:flex-wrap"
    >
      {start.isError && <Failure error={start.error} />}
      {build.isError && <Failure error={build.error} onRetry={() => void build.refetch()} />}
      {isRunning && shown !== undefined && <Progress build={shown} />}
      {!isRunning && shown?.failure !== null && shown?.failure !== undefined && (
        <p role="alert" className="rounded-inner bg-bad-soft px-3 py-2">
          {shown.failure.message}
        </p>
      )}
      {!isRunning && shown?.state === 'done' && shown.steps !== null && <Outcome build={shown} steps={shown.steps} />}
      {isLinked && (
        <p className="mt-3 text-sm">
          <Link to="/customers" className="font-medium text-accent underline">
            See the customers
          </Link>
        </p>
      )}
    </Card>
  );
}

function Progress({ build }: { build: BuildShape }) {
  return (
    <div role="status" aria-live="polite" className="text-sm">
      <p className="figures mb-2 text-muted">
        {build.step === null ? 'Getting ready …' : `Step ${build.stepNumber} of ${build.stepCount}: ${build.step}`}
      </p>
      <Bar share={build.stepNumber / Math.max(1, build.stepCount)} />
    </div>
  );
}

function Outcome({ build, steps }: { build: BuildShape; steps: NonNullable<BuildShape['steps']> }) {
  const changed = steps.reduce((sum, step) => sum + step.changed, 0);
  return (
    <section aria-label="What linking did">
      <p role="status" className="mb-2 font-medium">
        {changed === 0
          ? 'Everything is linked already.'
          : build.dryRun
            ? `It would set ${showCount(changed)} links and values. Nothing has been written yet.`
            : `Linked: ${showCount(changed)} links and values set.`}
      </p>
      <table className="w-full text-sm">
        <caption className="sr-only">What each step did</caption>
        <thead className="text-right text-xs text-muted">
          <tr className="h-8 border-y border-line *:px-2 *:font-medium">
            <th scope="col" className="!pl-0 text-left">
              Step
            </th>
            <th scope="col">Changed</th>
            <th scope="col" className="!pr-0">
              Unresolved
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.name} className="border-b border-line text-right last:border-0 *:px-2 *:py-1.5">
              <th scope="row" className="!pl-0 text-left font-normal first-letter:uppercase">
                {step.title}
              </th>
              <td className={step.changed === 0 ? 'text-muted' : ''}>{showCount(step.changed)}</td>
              <td className={`!pr-0 ${step.unresolved === 0 ? 'text-muted' : 'text-watch'}`}>{showCount(step.unresolved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
