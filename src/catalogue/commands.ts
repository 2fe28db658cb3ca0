import { Option } from 'commander';
import type { CommandDoor } from '../platform/cli/command-door.ts';
import { EXPORT_FORMATS } from '../platform/export/table-writer.ts';
import { addParameter } from './presenting/parse-parameter-flag.ts';
import { ANSWER_OUTPUTS } from './presenting/answer-outputs.ts';

export const catalogueCommands: CommandDoor = {
  register(program, context) {
    const query = program.command('query').description('questions with right answers: list, show, search, run, check, sql');

    query
      .command('list')
      .description('all questions, by theme')
      .action(async (_options, command) => {
        const { listQuestions } = await import('./verbs/list-questions.ts');
        listQuestions(context, command);
      });

    query
      .command('show')
      .description('what a question means: definition, parameters, columns, caveats')
      .argument('<id>')
      .action(async (id, _options, command) => {
        const { showQuestion } = await import('./verbs/show-question.ts');
        showQuestion(context, command, id);
      });

    query
      .command('search')
      .description('questions that speak of all these words')
      .argument('<words...>')
      .action(async (words, _options, command) => {
        const { listQuestions } = await import('./verbs/list-questions.ts');
        listQuestions(context, command, words.join(' '));
      });

    query
      .command('run')
      .description('answer a question; the receipt says what was counted and what was left out')
      .argument('<id>')
      .option('--param <name=value>', 'a parameter; may be given several times', addParameter, {})
      .addOption(new Option('--output <form>', 'how the answer is written (default: table, with --json: json)').choices(ANSWER_OUTPUTS))
      .option('--file <path>', 'write it to this file instead of standard output')
      .option('--rows', 'the rows behind the answer instead of the answer; narrow them with --where and --measure')
      .option('--where <column=value>', 'with --rows: the row of the answer that is meant', addParameter, {})
      .option('--measure <column>', 'with --rows: the column whose figure is meant')
      .addHelpText(
        'after',
        '\nExamples:\n  throughline query run revenue_trends --param date_from=2025-01-01 --param branch="Calgary"\n  throughline query run link_coverage --output parquet --file coverage.parquet',
      )
      .action(async (id, options, command) => {
        if (options.rows === true) {
          const { answerRows } = await import('./verbs/answer-rows.ts');
          return answerRows(context, command, id, { ...options, limit: '100', offset: '0' });
        }
        const { answerQuestion } = await import('./verbs/answer-question.ts');
        return answerQuestion(context, command, id, options);
      });

    query
      .command('rows')
      .description('the rows behind a figure: each with what it adds, its import, file and line')
      .argument('<id>')
      .option('--param <name=value>', 'a parameter of the question; may be given several times', addParameter, {})
      .option(
        '--where <column=value>',
        'a column of the answer that says which of its rows is meant; empty = an empty cell',
        addParameter,
        {},
      )
      .option('--measure <column>', 'the column whose figure is meant')
      .option('--limit <rows>', 'at most so many rows', '100')
      .option('--offset <rows>', 'so many rows are passed over', '0')
      .addOption(new Option('--output <form>', 'how the rows are written (default: table, with --json: json)').choices(ANSWER_OUTPUTS))
      .option('--file <path>', 'write them to this file instead of standard output')
      .addHelpText(
        'after',
        '\nExample:\n  throughline query rows revenue_by_branch --where branch_name="Calgary" --where currency=CAD --measure total_revenue',
      )
      .action(async (id, options, command) => {
        const { answerRows } = await import('./verbs/answer-rows.ts');
        await answerRows(context, command, id, options);
      });

    query
      .command('index')
      .description('the index of all questions as a Markdown page')
      .option('--write', 'bring docs/sql_queries_index.md up to date instead of printing it')
      .action(async (options) => {
        const { writeIndex } = await import('./verbs/write-index.ts');
        writeIndex(context, options);
      });

    query
      .command('check')
      .description('whether a join in a file of SQL multiplies what is added up; nothing is run')
      .argument('<file>')
      .action(async (file, _options, command) => {
        const { checkSql } = await import('./verbs/check-sql.ts');
        await checkSql(context, command, file);
      });

    query
      .command('sql')
      .description('answer a SELECT of your own, checked first; it sees the rows of the business and changes nothing')
      .argument('<select>')
      .option('--limit <rows>', 'at most so many rows', '1000')
      .addOption(new Option('--output <form>', 'how the answer is written (default: table, with --json: json)').choices(ANSWER_OUTPUTS))
      .option('--file <path>', 'write it to this file instead of standard output')
      .addHelpText(
        'after',
        '\nExample:\n  throughline query sql "select branch_name, currency, sum(revenue) from catalogue.job_facts group by 1, 2"',
      )
      .action(async (sql, options, command) => {
        const { answerSql } = await import('./verbs/answer-sql.ts');
        await answerSql(context, command, sql, options);
      });

    program
      .command('export')
      .description('write a table, or all, to files: Parquet keeps the types')
      .argument('<table>', 'a table of the journey, or "all"')
      .addOption(new Option('--format <format>', 'the form of the files').choices(EXPORT_FORMATS).default('parquet'))
      .option('--output <dir>', 'the folder they go to', 'data/processed')
      .addHelpText(
        'after',
        '\nExamples:\n  throughline export all --format parquet\n  throughline export jobs --format csv --output /tmp/jobs',
      )
      .action(async (table, options, command) => {
        const { exportTables } = await import('./verbs/export-tables.ts');
        await exportTables(context, command, table, options);
      });
  },
};
