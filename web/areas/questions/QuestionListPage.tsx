import { Link, useSearch } from '@tanstack/react-router';
import { useTypedSearch } from '../../app/use-typed-search.ts';
import type { QuestionLineShape } from '../../../contract/questions.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { counted, showName } from '../../ui/show-values.ts';
import { useQuestions } from './use-questions.ts';

/** Every question of the catalogue, by theme, or those that speak of some words. */
export function QuestionListPage() {
  const { search = '' } = useSearch({ from: '/questions' });
  const list = useQuestions(search);
  const questions = list.data?.questions ?? [];
  return (
    <>
      <PageHead title="Questions">Each with one right answer, and a receipt that says what was counted.</PageHead>
      <QuestionSearchField search={search} />
      {list.isPending && <Skeleton lines={12} />}
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && questions.length === 0 && (
        <Empty title={`No question speaks of "${search}"`}>
          Try one word that matters: revenue, conversion, repeat, branch, source, lost, forecast.
        </Empty>
      )}
      {questions.length > 0 && (
        <div className={list.isPlaceholderData ? 'opacity-60 transition-opacity' : ''}>
          {search === '' ? <Themes questions={questions} /> : <Found questions={questions} />}
        </div>
      )}
    </>
  );
}

function Themes({ questions }: { questions: readonly QuestionLineShape[] }) {
  const themes = [...new Set(questions.map((question) => question.theme))];
  return (
    <div className="space-y-7">
      <nav aria-label="Themes" className="flex flex-wrap gap-2">
        {themes.map((theme) => (
          <a
            key={theme}
            href={`#${theme}`}
            className="inline-flex h-8 items-center gap-1.5 rounded-full border border-line bg-card px-3 text-sm text-ink-soft hover:bg-sunken max-md:h-11"
          >
            {showName(theme)}
            <span className="text-muted">{questions.filter((question) => question.theme === theme).length}</span>
          </a>
        ))}
      </nav>
      {themes.map((theme) => (
        <section key={theme} id={theme} aria-label={showName(theme)} className="scroll-mt-20">
          <h2 className="mb-2 font-semibold">{showName(theme)}</h2>
          <Lines questions={questions.filter((question) => question.theme === theme)} />
        </section>
      ))}
    </div>
  );
}

function Found({ questions }: { questions: readonly QuestionLineShape[] }) {
  return (
    <>
      <p className="mb-2 text-sm text-muted" role="status">
        {counted(questions.length, 'question')}, the best fit first
      </p>
      <Lines questions={questions} />
    </>
  );
}

const CHARTS: Record<string, string> = { line: 'line', bar: 'bars', funnel: 'funnel', tile: 'figure', table: 'table' };

function Lines({ questions }: { questions: readonly QuestionLineShape[] }) {
  return (
    <ul className="overflow-hidden rounded-card border border-line bg-card">
      {questions.map((question) => (
        <li
          key={question.id}
          className="relative flex items-baseline gap-4 border-b border-line px-4 py-2 last:border-0 hover:bg-sunken max-md:py-3"
        >
          <div className="min-w-0 flex-1">
            <Link to="/questions/$questionId" params={{ questionId: question.id }} className="font-medium after:absolute after:inset-0">
              {question.question}
            </Link>
            <div className="truncate text-xs text-muted">{question.id}</div>
          </div>
          <span className="shrink-0 text-xs text-muted">{CHARTS[question.chart.type] ?? question.chart.type}</span>
        </li>
      ))}
    </ul>
  );
}

/** Searches while one types; the address keeps what is searched for. */
function QuestionSearchField({ search }: { search: string }) {
  const [text, setText] = useTypedSearch('/questions', search);
  return (
    <div className="mb-4 flex h-10 max-w-xl items-center gap-2 rounded-inner border border-line bg-card px-3 focus-within:border-line-strong max-md:h-11">
      <Icon name="search" className="text-muted" />
      <input
        data-search
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="revenue by branch, repeat customers, lost reasons …"
        aria-label="Search questions"
        className="w-full min-w-0 bg-transparent outline-none placeholder:text-muted"
      />
    </div>
  );
}
