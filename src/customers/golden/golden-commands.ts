import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { GOLDEN_FIELDS, GOLDEN_RULES } from './golden-fields.ts';

const EXECUTE = 'do it; without it nothing is written';
const CUSTOMER = 'a customer id (also one merged away), or a record as source:key, e.g. jobs:<job id>';
const FIELD = GOLDEN_FIELDS.map(({ field }) => field).join(', ');

/** `customers fields`, `customers set` and `customers unset`: which values stand for a customer. */
export function addGolden(customers: Command, context: CliContext): void {
  const fields = customers
    .command('fields')
    .description('Which of its values stands for a customer, field by field: the rules, in plain words.')
    .action(async () => (await import('./golden-doors.ts')).runFields(context, fields));
  const rule = fields
    .command('set')
    .description('Choose a field by another rule, for all customers. Undo: customers runs undo RUN.')
    .argument('<field>', 'name, email, phone, origin or destination')
    .requiredOption('--rule <rule>', `${GOLDEN_RULES.join(', ')}, or default`)
    .option('--sources <list>', 'with trusted: the sources, the most trusted first, e.g. jobs,booked_opportunities')
    .option('--execute', EXECUTE)
    .action(async (field: string) => (await import('./golden-doors.ts')).runSetRule(context, rule, field));
  const set = customers
    .command('set')
    .description('Say what a field of a customer is; outranks every rule. Undo: customers runs undo RUN.')
    .argument('<customer>', CUSTOMER)
    .argument('<field>', FIELD)
    .argument('[value]', 'the value; or take that of a record with --from')
    .option('--from <record>', "one of the customer's records, as source:key or its id")
    .option('--execute', EXECUTE)
    .action(async (customer: string, field: string, value: string | undefined) =>
      (await import('./golden-doors.ts')).runSet(context, set, { customer, field, value }),
    );
  const unset = customers
    .command('unset')
    .description('Hand a field that was set by hand back to the rules. Undo: customers runs undo RUN.')
    .argument('<customer>', CUSTOMER)
    .argument('<field>', FIELD)
    .option('--execute', EXECUTE)
    .action(async (customer: string, field: string) => (await import('./golden-doors.ts')).runUnset(context, unset, { customer, field }));
}
