import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { matchPerson, type PersonMatch } from '../match/match-person.ts';
import type { GivenPerson } from '../match/read-given.ts';
import { read } from './read-commands.ts';

/** `throughline customers match`. */
export async function runMatch(context: CliContext, command: Command): Promise<void> {
  const { name, email, phone, street, city, state, zip, country } = command.opts<GivenPerson>();
  const match = await read(context, command, (transaction) =>
    matchPerson(transaction, { name, email, phone, street, city, state, zip, country }),
  );
  if (context.flags(command).json === true) return context.printJson(match);
  context.print(tellVerdict(match));
  for (const { customerId, name: known, probability, reasons } of match.candidates)
    context.print(`${known} (${customerId}): ${probability.toFixed(4)}\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
  if (!match.hasModel)
    context.say(
      'Nothing was learnt of this business yet, so only equal names on one e-mail or phone are found. Learn with: throughline customers resolve --execute',
    );
}

function tellVerdict({ verdict, customerId, candidates }: PersonMatch): string {
  if (verdict === 'same') return `A known customer: ${customerId ?? ''}.`;
  if (verdict === 'ask') return 'Perhaps a known customer; a row like this would become a question for a person.';
  return candidates.length === 0 ? 'Nobody known.' : 'Nobody known for certain; a row like this would be a new customer.';
}
